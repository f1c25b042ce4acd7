import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: '质量检查',
  training: '培训',
  disputes: '解决争议',
  compliance: '法律义务',
  research: '研究',
  notes: '会议纪要',
  publication: '公开发表',
};

const spoken = (items: readonly string[]) => inTurn(items, '和', '、');
const off = (why: string) => `录制已关闭：${why}目前没有在录制。`;
const days = (n: number) =>
  period(
    n,
    (d) => `${d}天`,
    (y) => `${y}年`,
  );

export const zh: Wording = {
  language: 'zh',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: '了解这类谈话进行得如何，并加以改进。',
    training: '让同事能从这次谈话中学习。',
    disputes: '万一日后对说过的话有分歧，可以公平解决。',
    compliance: '因为法律或行业规定要求留存记录。',
    research: '用于研究：研究人员会听取并分析所说的内容。',
    notes: '准确写下所说和所决定的内容。',
    publication: '其中部分内容可能会公开，例如用于文章、播客或影片。',
  },
  detailsWord: '详情',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? '仅声音' : '声音和主持人看到的画面';
    const choice = optional.length > 0 ? [`自选：${optional.join('、')}。`] : [];
    const all = optional.length > 0 ? ' / 我全部同意' : '';
    return [
      ['我们可以录制这次会议吗？', `${what}，用途：${named(terms, true, purposeNames).join('、')}。`, ...choice],
      [`加密保存在主持人的电脑上：${days(terms.keepDays)}；答复的证明：${days(terms.proofDays)}。`],
      [
        '您可以拒绝，不会有任何不利：会议照常进行，只是不录制。',
        '身边还有别人吗？请先说明。',
        '随时可写：停止录制 / 详情。',
      ],
      [`请写：我同意${all} / 我不同意`],
    ];
  },
  part: (n, of) => `录制？${n}/${of}${n < of ? '，请继续看' : ''}：`,
  what: {
    sound: '只会录下声音，没有画面。',
    'sound+picture': '会录下声音和主持人在会议中看到的画面。',
  },
  keep: (terms) =>
    `录制内容加密保存在主持人的电脑上（${days(terms.keepDays)}），之后删除。` +
    `您的姓名与答复的证明一起保存${days(terms.proofDays)}。`,
  on: '正在录制：在场的每个人都已同意。随时可写：停止录制',
  off: {
    paused: '录制已暂停。目前没有在录制。',
    stopped: off('主持人已结束录制。'),
    waiting: off('我们在等每个人答复。'),
    declined: off('在场有人希望如此，这没有关系。'),
    unsure: off('还不确定有谁在场。'),
    fault: off('出了技术问题。'),
    written: '这里的同意必须是书面的。请按横幅中的按钮，或写下您的全名，完全照此书写：I, 您的姓名, agree in writing',
    implied: '无需写任何内容：继续留在会议中，即表示同意即将开始的录制。如不同意，请写：我不同意',
  },
  end: '会议照常进行。目前没有在录制，谁都不需要做任何事。',
  attested: (host, name, how) =>
    `${host}已注明：${name}${how === 'aloud' ? '口头' : '书面'}表示了同意。如果不对，请写：我不同意`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? '只有声音' : '声音和我在会议中看到的画面';
    return [
      `我想录制这次会议：${what}。用途：${spoken(named(terms, true, purposeNames))}。`,
      ...(optional.length > 0 ? [`如果您愿意，也用于：${spoken(optional)}；不选这些也可以同意。`] : []),
      `录制内容加密保存在我的电脑上，保存${days(terms.keepDays)}，之后删除。`,
      `您已同意的记录会保存${days(terms.proofDays)}。`,
      '如果您不愿意，完全没有关系，也不会有任何不利：会议照常进行，只是不录制。',
      '您随时可以改变主意。您身边有没有声音会被录到的人？',
      '您同意录制吗？请说：我同意，或者：我不同意。',
    ].join('');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `我同意录制，用途：${spoken(namesOf(said.purposes, purposeNames))}。`,
  refused: () => '我不同意录制。',
  withdrawn: () => '请停止录制：我撤回同意。',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `这里${people}人中的第${person}人：` : '';
}
