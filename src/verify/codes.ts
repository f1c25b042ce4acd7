import { CHECKS } from '../log/check.ts';
import { MANIFEST_FAULTS } from '../log/manifest.ts';
import { RECEIPT_FAULTS } from '../log/receipt.ts';
import { ZIP_FAULTS } from './zip.ts';

/**
 * What is judged of a log whose leaves are whole: that it tells a meeting in which consent came first. Beside CHECKS of src/log/check.ts,
 * which say that it is the log that was written. FORMAT.md section 13 has one line for each.
 */
export const JUDGED = [
  'judge-limits',
  'opening',
  'notice',
  'requirement',
  'rules',
  'answer-ask',
  'answer-person',
  'answer-grade',
  'signature',
  'signature-reused',
  'epoch-order',
  'epoch-cover',
  'epoch-verdict',
  'epoch-end',
  'segment-order',
  'segment-cover',
  'segment-cut',
  'media',
  'witness',
] as const;
export type Judged = (typeof JUDGED)[number];

/** Of a receipt, beside those of the two above that go for a part of a log. FORMAT.md section 14 has one line for each. */
export const OF_RECEIPTS = [
  ...RECEIPT_FAULTS,
  'receipt-order',
  'inclusion',
  'receipt-foreign',
  'consistency',
  'addendum',
  'receipt-kept',
] as const;

/** Of files that are given along with a log; the others are of each log. */
export const ALONG = ['media', 'witness'] as const satisfies readonly Judged[];

/** Of the files themselves, whatever is in them, and of how several of them go together. FORMAT.md section 16. */
export const OF_FILES = [
  'file-read',
  'file-limits',
  'file-kind',
  'file-locked',
  'file-alone',
  ...ZIP_FAULTS,
  ...MANIFEST_FAULTS,
  'manifest-seal',
  'manifest-files',
  'same-key',
  'same-log',
] as const;
export type OfFiles = (typeof OF_FILES)[number];

export const CODES = [...CHECKS, ...JUDGED, ...OF_RECEIPTS, ...OF_FILES] as const;
export type Code = (typeof CODES)[number];

/** What no check can find out, and a reader must be told. */
export const LIMITS = [
  'forged-from-the-start',
  'who-was-at-the-keyboard',
  'tail-cut',
  'not-signed',
  'whose-key',
  'clock',
  'words-erased',
  'media-not-given',
  'media-rewritten',
  'files-not-given',
  'still-open',
  'other-rules',
  'receipt-is-a-part',
] as const;
export type Limit = (typeof LIMITS)[number];
