import type { ReceiptWords } from './words.ts';

export const en: ReceiptWords = {
  language: 'en',
  direction: 'ltr',
  title: 'Receipt',
  addendum: 'Addendum to your receipt',
  statement:
    'This is your receipt for a meeting in which you were asked whether it may be recorded. It shows what you were asked, what you answered and when, and proves that this stands in the log that the host’s computer signed. It tells nothing of anybody else. Keep it: if the log is changed later, this file will show it.',
  added:
    'This continues your earlier receipt: it also shows what was added since, such as a no, a yes taken back, or a deletion.',
  takeBack:
    'You can take your yes back at any time, without giving a reason: write “Stop recording” in the meeting’s chat, or tell the host. You can also ask the host for a copy, or to delete your name and words.',
  heads: {
    asked: 'What you were asked',
    answers: 'What you answered',
    until: 'Kept until',
    how: 'How to take it back',
    proof: 'For checking',
  },
  answers: {
    consented: 'You agreed',
    refused: 'You said no',
    withdrawn: 'You took your yes back',
  },
};
