import type { Purpose } from './ask.ts';
import { EXPORT_FORMATS, type ExportFormat, type Lock, type Naming } from './export.ts';
import type { FailureCode } from './failure.ts';
import type { LogId } from './id.ts';
import type { SettingPath } from './settings.ts';

/** A meeting to choose from. name: the site's, '' when erased; openedAt: ms UTC. */
export interface ExportMeeting {
  readonly log: LogId;
  readonly name: string;
  readonly platform: string;
  readonly openedAt: number;
  readonly entries: number;
}

/** What is asked for, as it stands on the screen; nothing of it is kept anywhere else. Days: YYYY-MM-DD of this computer's calendar, '' for no bound. */
export interface ExportForm {
  readonly logs: ReadonlySet<LogId>;
  /** Name of one person of these meetings; null: everybody. */
  readonly person: string | null;
  readonly from: string;
  readonly to: string;
  readonly purpose: Purpose | null;
  readonly formats: ReadonlySet<ExportFormat>;
  readonly names: Naming;
  readonly lock: 'open' | Lock;
  readonly passphrase: string;
  readonly again: string;
  /** One a line. */
  readonly recipients: string;
  readonly whom: string;
}

export const BLANK_FORM: ExportForm = {
  logs: new Set(),
  person: null,
  from: '',
  to: '',
  purpose: null,
  formats: new Set(['report', 'csv', 'json']),
  names: 'full',
  lock: 'open',
  passphrase: '',
  again: '',
  recipients: '',
  whom: '',
};

/** Short of this, whoever has the file tries until it opens. */
export const PASSPHRASE_MIN = 12;
export const PASSPHRASE_MAX = 1000;
export const WHOM_MAX = 200;

/** What is wrong with a form. Each has a sentence. */
export const FORM_FAULTS = [
  'no-meeting',
  'no-format',
  'receipt-names',
  'period',
  'passphrase-short',
  'passphrase-differs',
  'no-recipient',
  'bad-recipient',
  'secret-key',
] as const;
export type FormFault = (typeof FORM_FAULTS)[number];

export function recipientsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((one) => one !== ''))];
}

/** missing: settings without which a format cannot be made. bad: of the recipients, what is no key. */
export function formFaults(
  form: ExportForm,
  { missing, bad }: { readonly missing: MissingFor; readonly bad: readonly string[] },
): FormFault[] {
  const faults: FormFault[] = [];
  if (form.logs.size === 0) faults.push('no-meeting');
  const chosen = chosenFormats(form, missing);
  if (chosen.length === 0) faults.push('no-format');
  // A receipt is a person's own, with their name and words, or it is none.
  if (chosen.includes('receipts') && form.names !== 'full') faults.push('receipt-names');
  if (form.from !== '' && form.to !== '' && form.to < form.from) faults.push('period');
  if (form.lock === 'passphrase') {
    if (form.passphrase.length < PASSPHRASE_MIN) faults.push('passphrase-short');
    else if (form.passphrase !== form.again) faults.push('passphrase-differs');
  }
  if (form.lock === 'recipients') {
    const all = recipientsIn(form.recipients);
    if (all.length === 0) faults.push('no-recipient');
    else if (all.some((one) => /^AGE-SECRET-KEY-/i.test(one))) faults.push('secret-key');
    else if (all.some((one) => bad.includes(one))) faults.push('bad-recipient');
  }
  return faults;
}

export type MissingFor = Readonly<Partial<Record<ExportFormat, readonly SettingPath[]>>>;

/** Those that were chosen and can be made, in the order of the screen. */
export function chosenFormats({ formats }: ExportForm, missing: MissingFor): ExportFormat[] {
  return EXPORT_FORMATS.filter((format) => formats.has(format) && (missing[format] ?? []).length === 0);
}

/** One file is enough for one format that is one file; everything else is a zip, and what is locked is an age file of a zip. */
export function isZip(form: ExportForm, formats: readonly ExportFormat[]): boolean {
  return formats.length !== 1 || formats[0] === 'kantara' || formats[0] === 'receipts' || form.lock !== 'open';
}

/** Whether less than everything of the meetings was asked for. */
export function isFiltered({ person, from, to, purpose }: ExportForm): boolean {
  return person !== null || from !== '' || to !== '' || purpose !== null;
}

/** A file that is made. none → running → (done | failed | cancelled). share: 0..1; sha256: hex; of: meetings in whose logs it stands. */
export type ExportMaking =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly share: number }
  | {
      readonly state: 'done';
      readonly name: string;
      readonly bytes: number;
      readonly sha256: string;
      readonly logs: number;
    }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly code: FailureCode };
