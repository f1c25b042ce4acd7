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
    how: '如何收回',
    proof: '供核对',
  },
  answers: {
    consented: '您同意了',
    refused: '您拒绝了',
    withdrawn: '您收回了同意',
  },
};
