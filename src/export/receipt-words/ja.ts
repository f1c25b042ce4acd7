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
    how: '取り消し方',
    proof: '確認のために',
  },
  answers: {
    consented: '同意しました',
    refused: '断りました',
    withdrawn: '同意を取り消しました',
  },
};
