import type { ReceiptWords } from './words.ts';

export const ja: ReceiptWords = {
  language: 'ja',
  direction: 'ltr',
  title: '控え',
  addendum: '控えへの追加',
  statement:
    'これは、録画・録音してよいかをあなたに尋ねた会議の控えです。何を尋ねられ、いつ何と答えたかを示し、それがホストのコンピューターが署名した記録にあることを証明します。ほかの人のことは何も含みません。保管してください。記録が後で変えられれば、このファイルでわかります。',
  added: '以前の控えの続きです。その後に加わったこと、たとえば拒否、同意の取り消し、削除も示します。',
  takeBack:
    '同意はいつでも、理由を言わずに取り消せます。会議のチャットに「録音を停止」と書くか、ホストに伝えてください。写しを求めたり、名前と発言の削除を求めたりすることもできます。',
  heads: {
    asked: '尋ねられたこと',
    answers: '答えたこと',
    until: '保管期限',
    proof: '確認のために',
  },
  answers: {
    consented: '同意しました',
    refused: '断りました',
    withdrawn: '同意を取り消しました',
  },
  grades: {
    signed: 'あなた自身の拡張機能による署名',
    chat: '会議のチャットに書かれたもの',
    attested: 'ホストの申告による',
    implied: '知らされた後も残ったことによる',
  },
  page: {
    noticeErased: '通知の文章は消去されました。何と書かれていたかは、もう表示できません。',
    recorded: '{time} に終わった {seconds} 秒の記録：{until} まで保管',
    recordedGone: '{time} に終わった {seconds} 秒の記録：鍵とともに削除済み',
    notRecorded: 'あなたがいる間は何も記録されませんでした。',
    namesUntil: '証明に添えられたあなたの名前と発言：遅くとも {until} まで',
    namesErased: 'あなたの名前と発言：消去済み',
    compare:
      '口頭または書面でホストと照らし合わせてください。証明そのものは、このページに付属するファイルです（.json。ホストから受け取れます）。そのファイルを Ask to Record の「Check a file」、またはネットワークの要らない検証プログラムで確かめてください。',
    fingerprint: 'ホストの鍵の指紋',
    size: '記録の項目数',
    root: '記録のルート',
    chatRoot: 'チャットに示されたもの（{size} 項目）',
    ids: '記録と、その中でのあなたのID',
    made: '作成',
    forReading:
      'このページは読むためのもので、誰でも別のものを書けます。ここに書かれたことは、付属のファイルが有効と確かめられた限りで信頼できます。法的助言ではありません。',
  },
};
