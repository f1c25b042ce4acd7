import type { ReceiptWords } from './words.ts';

export const zh: ReceiptWords = {
  language: 'zh',
  direction: 'ltr',
  title: '凭据',
  addendum: '凭据的补充',
  statement:
    '这是您的凭据，关于一次询问您可否录制的会议。它显示您被问了什么、您何时如何回答，并证明这些记在由主持人电脑签名的日志里。它不涉及任何其他人。请保存好：如果日志以后被改动，这个文件会显示出来。',
  added: '它是先前凭据的延续：还显示此后新增的内容，例如拒绝、收回同意或删除。',
  takeBack:
    '您可以随时收回同意，无需说明理由：在会议聊天中写“停止录制”，或告诉主持人。您也可以向主持人索取副本，或要求删除您的姓名和您说的话。',
  heads: {
    asked: '您被问了什么',
    answers: '您如何回答',
    until: '保存至',
    proof: '供核对',
  },
  answers: {
    consented: '您同意了',
    refused: '您拒绝了',
    withdrawn: '您收回了同意',
  },
  grades: {
    signed: '由您自己的扩展程序签名',
    chat: '写在会议聊天中',
    attested: '依主持人所说',
    implied: '在被告知后仍然留下',
  },
  page: {
    noticeErased: '告知的文字已被删除；已无法显示其内容。',
    recorded: '时长 {seconds} 秒、结束于 {time} 的录制：保存至 {until}',
    recordedGone: '时长 {seconds} 秒、结束于 {time} 的录制：已连同密钥删除',
    notRecorded: '您在场期间没有录制任何内容。',
    namesUntil: '证明旁您的姓名和您说的话：最迟至 {until}',
    namesErased: '您的姓名和您说的话：已删除',
    compare:
      '请与主持人口头或书面核对以下内容。证明本身是与本页配套的文件（.json；主持人可以给您）：请用 Ask to Record 的“Check a file”，或其无需联网的校验程序检查该文件。',
    fingerprint: '主持人密钥的指纹',
    size: '日志中的条目数',
    root: '日志的根',
    chatRoot: '聊天中所示（共 {size} 条）',
    ids: '日志，以及您在其中的标识',
    made: '制作时间',
    forReading: '本页供阅读，任何人都可以另写一份。只有在配套文件经检查有效时，本页内容才可信赖。本页不是法律意见。',
  },
};
