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
    proof: 'For checking',
  },
  answers: {
    consented: 'You agreed',
    refused: 'You said no',
    withdrawn: 'You took your yes back',
  },
  grades: {
    signed: 'signed by your own extension',
    chat: 'written in the meeting’s chat',
    attested: 'by the host’s word',
    implied: 'by staying after you were told',
  },
  page: {
    noticeErased: 'The words of the notice were erased; what they were can no longer be shown.',
    recorded: 'Recording of {seconds} s that ended {time}: kept until {until}',
    recordedGone: 'Recording of {seconds} s that ended {time}: deleted, with its key',
    notRecorded: 'Nothing was recorded while you were there.',
    namesUntil: 'Your name and words beside the proof: until {until} at the latest',
    namesErased: 'Your name and words: erased',
    compare:
      'Compare these with the host, aloud or in writing. The proof itself is the file that belongs to this page (.json; the host can give it to you): take that file to “Check a file” in Ask to Record, or to its verifier, which needs no network.',
    fingerprint: 'Fingerprint of the host’s key',
    size: 'Entries in the log',
    root: 'Root of the log',
    chatRoot: 'As it stood in the chat, with {size} entries',
    ids: 'Log, and your ids in it',
    made: 'Made',
    forReading:
      'This page is for reading, and anybody could write another one. What is on it can be relied on as far as the file beside it is found to be valid. It is not legal advice.',
  },
};
