import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: '品質の確認',
  training: '研修',
  disputes: '争いの解決',
  compliance: '法令上の義務',
  research: '研究',
  notes: '議事録',
  publication: '公開',
};

const spoken = (items: readonly string[]) => inTurn(items, 'と', '、');
const off = (why: string) => `録音・録画はオフです：${why}今は何も残していません。`;
const days = (n: number) =>
  period(
    n,
    (d) => `${d}日`,
    (y) => `${y}年`,
  );

export const ja: Wording = {
  language: 'ja',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'このような会話がうまく進んでいるかを確かめ、改善するため。',
    training: '同僚がこの会話から学べるようにするため。',
    disputes: '発言の内容について食い違いが生じたとき、公平に解決するため。',
    compliance: '法律や業界の規則で残すことが求められているため。',
    research: '研究のため。研究者が内容を聞いて分析します。',
    notes: '話したことや決まったことを正しく書き残すため。',
    publication: '一部が、記事、ポッドキャスト、映像などで公開されることがあります。',
  },
  detailsWord: '詳細',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? '音声のみ' : '音声と主催者の画面';
    const choice = optional.length > 0 ? [`任意：${optional.join('、')}。`] : [];
    const all = optional.length > 0 ? ' / すべてに同意します' : '';
    return [
      [
        'この会議を録音・録画してもよろしいでしょうか？',
        `${what}、目的：${named(terms, true, purposeNames).join('、')}。`,
        ...choice,
      ],
      [`暗号化して主催者のパソコンに${days(terms.keepDays)}保管、回答の証明は${days(terms.proofDays)}。`],
      [
        '断っても不利益はなく、そのまま会議を続けます。',
        'そばに人がいる方は先にお知らせください。',
        'いつでも：録音を止めてください / 詳細。',
      ],
      [`書き方：同意します${all} / 同意しません`],
    ];
  },
  part: (n, of) => `録音の件 ${n}/${of}${n < of ? '、続きがあります' : ''}：`,
  what: {
    sound: '音声だけが対象です。映像は残しません。',
    'sound+picture': '音声と、主催者に見えている会議の画面が対象です。',
  },
  keep: (terms) =>
    `録音・録画は暗号化して主催者のパソコンに${days(terms.keepDays)}保管し、その後消去します。` +
    `回答の証明に付くお名前は${days(terms.proofDays)}保管します。`,
  on: '録音・録画中です：参加者全員が同意しました。いつでも：録音を止めてください',
  off: {
    paused: '録音・録画は一時停止中です。今は何も残していません。',
    stopped: off('主催者が終えました。'),
    waiting: off('全員の回答を待っています。'),
    declined: off('そのように望む方がいます。それで構いません。'),
    unsure: off('どなたがいるのか確かではありません。'),
    fault: off('技術的な不具合が起きました。'),
    written:
      'ここでは同意を書面でいただく必要があります。バナーのボタンを押すか、氏名を入れてこのとおりに書いてください：I, お名前, agree in writing',
    implied:
      '何も書く必要はありません：このまま会議に残る方は、まもなく始まる録音・録画に同意したことになります。同意しない場合はこう書いてください：同意しません',
  },
  end: '会議はいつも通り続きます。今は何も残していません。何もしていただく必要はありません。',
  attested: (host, name, how) =>
    `${host}が控えました：${name}さんは${how === 'aloud' ? '口頭で' : '書面で'}同意しました。違う場合はこう書いてください：同意しません`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? '音声のみです' : '音声と、私に見えている会議の画面です';
    return [
      `この会議を録音・録画させてください。${what}。目的は${spoken(named(terms, true, purposeNames))}です。`,
      ...(optional.length > 0
        ? [`よろしければ${spoken(optional)}のためにも使います。これなしで同意していただいても構いません。`]
        : []),
      `録音・録画は暗号化して私のパソコンに${days(terms.keepDays)}保管し、その後消去します。`,
      `同意していただいたという控えは${days(terms.proofDays)}保管します。`,
      'お望みでなければそれで構いませんし、不利益もありません。そのまま会議を続けます。',
      'いつでもお気持ちを変えられます。そばに声の聞こえる方はいらっしゃいますか。',
      '録音・録画に同意していただけますか。「同意します」または「同意しません」とおっしゃってください。',
    ].join('');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `録音・録画に同意します、目的：${spoken(namesOf(said.purposes, purposeNames))}。`,
  refused: () => '録音・録画に同意しません。',
  withdrawn: () => '録音を止めてください：同意を撤回します。',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `ここにいる${people}人中${person}人目：` : '';
}
