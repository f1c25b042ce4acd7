import type { Grade } from '../model/answer.ts';
import type { Verdict } from '../model/verified.ts';
import type { Code, Limit } from './codes.ts';

/** For somebody who was given a log and is no engineer: what it means that a check held, or did not. */
export interface Meaning {
  readonly holds: string;
  readonly fails: string;
}

export const MEANINGS: Readonly<Record<Code, Meaning>> = {
  'bundle-limits': {
    holds: 'The file is of a size that a consent log can have.',
    fails: 'The file is far larger or more deeply nested than any consent log. It was not read.',
  },
  'bundle-json': {
    holds: 'The file is whole JSON text.',
    fails: 'This cannot be read as a consent log: the file is damaged, cut off, or something else.',
  },
  'bundle-version': {
    holds: 'It is a consent log of a version that this program knows.',
    fails: 'It is no consent log of a version that this program knows.',
  },
  'bundle-shape': {
    holds: 'The file has exactly the parts that a consent log has.',
    fails: 'Something in the file is missing, unknown, or there twice.',
  },
  'leaf-json': { holds: 'Every entry can be read.', fails: 'An entry cannot be read: it was changed or damaged.' },
  'leaf-version': {
    holds: 'Every entry is of a version that this program knows.',
    fails: 'An entry is of another version, or was changed.',
  },
  'leaf-kind': {
    holds: 'Every entry tells something that this program knows.',
    fails: 'An entry tells something that this program does not know.',
  },
  'leaf-shape': {
    holds: 'Every entry has exactly the parts that belong to it.',
    fails: 'An entry lacks a part, has one too many, or has an impossible value.',
  },
  'leaf-canonical': {
    holds: 'Every entry is spelt in the one way that is allowed.',
    fails: 'An entry is spelt in another way than it was written: somebody or something touched it.',
  },
  log: { holds: 'Every entry belongs to this log.', fails: 'An entry was taken from another log.' },
  index: { holds: 'No entry is missing, doubled or moved.', fails: 'An entry is missing, doubled or moved.' },
  time: { holds: 'The times run forward.', fails: 'An entry says an earlier time than the one before it.' },
  link: {
    holds: 'Each entry continues the very one before it.',
    fails: 'An entry was changed, added, left out or moved: the one after it no longer fits.',
  },
  size: { holds: 'There are as many entries as the file says.', fails: 'Entries were left out or added at the end.' },
  head: {
    holds: 'The last entry is the one that the file names.',
    fails: 'The last entry was changed, or entries were left out at the end.',
  },
  platform: {
    holds: 'The meeting was on the site that the file names.',
    fails: 'The file names another site than its first entry does.',
  },
  'disclosure-shape': {
    holds: 'Names and words are spelt in the one way that is allowed.',
    fails: 'A name or some words were touched.',
  },
  'disclosure-place': {
    holds: 'Names and words stand at the entries that they belong to.',
    fails: 'A name or some words were added, doubled, or moved to another entry.',
  },
  commitment: {
    holds: 'Names and words are the ones that were written down then.',
    fails: 'A name or some words are other ones than were written down then.',
  },
  decision: {
    holds: 'What is said about the law belongs to the requirements that are in the log.',
    fails: 'Something is said about the law that belongs to no requirement in the log.',
  },
  key: {
    holds: 'The file names the key that it is signed with.',
    fails: 'The file is signed, but its key is missing or is none.',
  },
  'checkpoint-shape': {
    holds: 'What was signed of the log at a time can be read.',
    fails: 'What was signed of the log at a time was changed or damaged.',
  },
  'checkpoint-log': {
    holds: 'What was signed was signed for this log.',
    fails: 'What was signed was signed for another log.',
  },
  'checkpoint-signature': {
    holds: 'The signatures of the host’s device are good.',
    fails: 'A signature was not made by the key in the file, or what it signed was changed.',
  },
  'checkpoint-root': {
    holds: 'The log is the very one that was signed.',
    fails: 'The log is not the one that was signed: it was rewritten after the signature.',
  },
  'checkpoint-order': {
    holds: 'Each signature continues the one before, and the last covers the whole log.',
    fails: 'Signatures are missing or out of order, or the last does not cover the whole log.',
  },
  seal: {
    holds: 'The export is whole, and of the time that it says.',
    fails: 'Something was left out of the export or changed in it after it was made.',
  },
  'judge-limits': {
    holds: 'The story is one that can be judged.',
    fails: 'The story is too tangled to be judged: no meeting looks like this.',
  },
  opening: {
    holds: 'The log begins with the meeting.',
    fails: 'The log does not begin with the meeting, or begins twice.',
  },
  notice: {
    holds: 'The words of each request are the ones that people answered to.',
    fails: 'The words of a request are not the ones that people answered to.',
  },
  requirement: {
    holds: 'The rule for each answer is written down as it was found.',
    fails: 'The rule that answers had to follow was changed.',
  },
  rules: {
    holds: 'The rule that was applied follows from what was known of the meeting.',
    fails: 'The rule that was applied is not the one that follows from what was known of the meeting.',
  },
  'answer-ask': {
    holds: 'Every answer belongs to a request that had been made.',
    fails: 'An answer belongs to no request before it, or goes beyond what was asked.',
  },
  'answer-person': {
    holds: 'Everybody who answered was in the meeting.',
    fails: 'An answer is from somebody who had not come in.',
  },
  'answer-grade': {
    holds: 'Each answer is as strong as its evidence.',
    fails: 'An answer is called stronger, or other, than its evidence is.',
  },
  signature: {
    holds: 'Every signed answer was signed by the key that it names.',
    fails: 'A signed answer is not what was signed: the yes or no, or the signature, was changed.',
  },
  'signature-reused': {
    holds: 'No signature was used twice or for somebody else.',
    fails: 'A signature was used a second time, or for somebody else.',
  },
  'epoch-order': {
    holds: 'Recording was allowed and ended in an order that is possible.',
    fails: 'Recording was allowed again without having ended, or ended without having been allowed.',
  },
  'epoch-cover': {
    holds: 'Whenever recording was allowed, everybody who was there had agreed and had not taken it back.',
    fails: 'Recording was allowed although somebody who was there had not agreed, or not to this.',
  },
  'epoch-verdict': {
    holds: 'Judged once more, recording was allowed each time for the reasons that the log names.',
    fails: 'Judged once more, recording should not have been allowed, or not for the reasons that the log names.',
  },
  'epoch-end': {
    holds: 'Judged once more, recording ended each time for the reasons that the log names.',
    fails:
      'Recording ended for a reason that the log does not tell: an entry, such as a withdrawal, may have been left out.',
  },
  'segment-order': {
    holds: 'Every recorded part belongs to a time in which recording was allowed.',
    fails: 'A recorded part belongs to no time in which recording was allowed, or is told twice.',
  },
  'segment-cover': {
    holds: 'No recorded part is longer than the time for which everybody had agreed.',
    fails: 'A recorded part is longer than the time for which everybody had agreed.',
  },
  'segment-cut': {
    holds: 'What was cut out of a recorded part was in it, and what is left was there before.',
    fails: 'A cut left something that was not recorded there, or was made where nothing was left to cut.',
  },
  media: {
    holds: 'The recording that was given along is the one in the log.',
    fails: 'A file that was given along is no recording that the log tells of.',
  },
  witness: {
    holds:
      'The log still begins with what somebody else kept of it: a copy that the same device signed, or the line in the chat.',
    fails:
      'The log is not the one of which somebody kept a copy, or whose line stood in the chat: it was cut or rewritten since, or the copy is of another log.',
  },
  'file-read': {
    holds: 'The file could be read.',
    fails: 'The file could not be read from where it lies.',
  },
  'file-limits': {
    holds: 'The file is of a size that a file of its kind can have.',
    fails: 'The file is far larger than any of its kind, or there are too many. It was not read.',
  },
  'file-kind': {
    holds: 'It is a file of a kind that this program knows.',
    fails:
      'This program cannot check a file of this kind by itself. It checks consent logs (.json), receipts, exports in a .zip, proofs and lines kept from the chat; tables and reports only together with the manifest.json that came with them.',
  },
  'file-locked': {
    holds: 'The file is not locked.',
    fails:
      'The file is locked with age. Open it first, with the passphrase or key that it was made for (the page “Check a file” of the extension can; so does the program age: age -d -o export.zip FILE), and check what comes out.',
  },
  'file-alone': {
    holds: 'What the file is to be compared with was given along.',
    fails: 'This proves something only together with the log that it is about: give the exported log along.',
  },
  'zip-shape': {
    holds: 'The archive is built as it must be, and every file in it is where it says.',
    fails:
      'The archive is damaged, cut off, or built to show different things to different programs. It was not opened.',
  },
  'zip-limits': {
    holds: 'The archive unpacks to a size that an export can have.',
    fails: 'The archive would unpack to far more than any export. It was not opened.',
  },
  'zip-content': {
    holds: 'Every file in the archive is whole.',
    fails: 'A file in the archive is damaged.',
  },
  'manifest-limits': {
    holds: 'The list of files is of a size that one can have.',
    fails: 'The list of files is far larger than any. It was not read.',
  },
  'manifest-json': {
    holds: 'The list of files can be read.',
    fails: 'The list of files is damaged, cut off, or something else.',
  },
  'manifest-version': {
    holds: 'The list of files is of a version that this program knows.',
    fails: 'The list of files is of no version that this program knows.',
  },
  'manifest-shape': {
    holds: 'The list of files has exactly the parts that belong to it.',
    fails: 'The list of files was touched: something in it is missing, unknown, or spelt otherwise.',
  },
  'manifest-seal': {
    holds: 'The list of files is the one that the host’s device signed.',
    fails: 'The list of files is not the one that was signed.',
  },
  'manifest-files': {
    holds: 'It is, byte for byte, what was exported.',
    fails: 'It is not what was exported: a file was changed, added or left out.',
  },
  'same-key': {
    holds: 'All of it was signed with one key.',
    fails: 'Its parts were signed with different keys: they are not of one export.',
  },
  'same-log': {
    holds: 'Two files tell the same log, as far as both go.',
    fails: 'Two files tell different things of one log: at least one of them was rewritten.',
  },
  'receipt-limits': {
    holds: 'The file is of a size that a receipt can have.',
    fails: 'The file is far larger or more deeply nested than any receipt. It was not read.',
  },
  'receipt-json': {
    holds: 'The file is whole JSON text.',
    fails: 'This cannot be read as a receipt: the file is damaged, cut off, or something else.',
  },
  'receipt-version': {
    holds: 'It is a receipt of a version that this program knows.',
    fails: 'It is no receipt of a version that this program knows.',
  },
  'receipt-shape': {
    holds: 'The receipt has exactly the parts that a receipt has.',
    fails: 'Something in the receipt is missing, unknown, or impossible.',
  },
  'receipt-canonical': {
    holds: 'The receipt is spelt in the one way that is allowed.',
    fails: 'The receipt is spelt in another way than it was written: somebody or something touched it.',
  },
  'receipt-order': {
    holds: 'The entries stand in their order, from the beginning of the meeting.',
    fails: 'An entry is missing, doubled or moved, or does not follow the one before it.',
  },
  inclusion: {
    holds: 'Every entry is in the log that the host’s device signed.',
    fails: 'An entry is not in the log that the host’s device signed: it was changed, or added.',
  },
  'receipt-foreign': {
    holds: 'Everything in it is about the person whom it is for.',
    fails: 'Something in it is not about the person whom it is for, or it is about nobody.',
  },
  consistency: {
    holds: 'The log goes on from what stood in the chat, and from the receipt before.',
    fails: 'The log does not go on from what stood in the chat, or from the receipt before: it was rewritten since.',
  },
  addendum: {
    holds: 'The addendum tells what came after the receipt before.',
    fails: 'The addendum tells nothing that came after the receipt before: what it was made for was left out.',
  },
  'receipt-kept': {
    holds: 'What an earlier receipt proved, and each answer that you kept, is in it.',
    fails: 'An entry of an earlier receipt, or an answer that you kept, is not in it: it was left out.',
  },
};

/** Said whatever the checks say, where it is so. */
export const LIMIT_MEANINGS: Readonly<Record<Limit, string>> = {
  'forged-from-the-start':
    'The log was kept on the host’s own computer. That the host did not make up answers that nobody signed cannot be seen from it; people who were there, and copies that they kept, can say.',
  'who-was-at-the-keyboard': 'Who really sat behind a name or a key cannot be seen from a log.',
  'tail-cut':
    'Whether the log went on after its last entry cannot be seen from this file. A signature, receipt or code in the chat from a later time would show it.',
  'not-signed': 'The host’s device did not sign this file, so a rewritten log would look the same.',
  'whose-key':
    'Whose key it is, the file cannot say. Compare the fingerprint with the person who says that it is theirs.',
  clock: 'Times are those of the host’s computer, right or wrong.',
  'words-erased':
    'Some names or words were erased or left out. That does not change the proof; what they were cannot be checked any more.',
  'media-not-given': 'The recording itself was not given along, so whether it is the one in the log was not checked.',
  'media-rewritten':
    'The log does not tell of this very film: it was saved before logs kept that, changed since, or is another one. Nothing is known about it.',
  'files-not-given': 'Some of the files that were exported together are not here, so nothing is known about those.',
  'still-open': 'The log ends while recording was still allowed: how it went on is not in this file.',
  'receipt-is-a-part':
    'A receipt is a part of a log: what else the log holds of this person cannot be seen from it. Answers and codes from the chat that they kept themselves, or the whole log, would show whether something was left out.',
  'other-rules':
    'The rules that were applied are of another version than this program has, so whether they were applied rightly was not checked.',
};

export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  valid: 'Everything that can be checked holds. What nobody can know from the file is said above.',
  invalid: 'Something does not hold: do not rely on this file.',
  unreadable: 'This could not be read as what it was given for, so nothing is known about it.',
};

export const WHOLE_MEANINGS: Readonly<Record<Verdict, string>> = {
  valid: 'Everything that can be checked holds in all that was given.',
  invalid: 'Something does not hold: do not rely on it before it is explained.',
  unreadable: 'Not everything that was given could be checked.',
};

export const GRADE_MEANINGS: Readonly<Record<Grade, string>> = {
  signed:
    'They answered with their own extension, which signed it: nobody else could have made this up without their key.',
  chat: 'They answered in the meeting’s chat, under the name and account that the site showed.',
  attested: 'The host says that they answered. It is as good as the host’s word.',
  implied: 'They did not answer. They were told, and stayed.',
};
