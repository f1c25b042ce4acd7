import { readCheckpointText } from '../log/checkpoint.ts';
import { readDisclosure } from '../log/commitment.ts';
import type { Receipt } from '../log/receipt.ts';
import { readNote } from '../log/signed-note.ts';
import { doubtsOf, fieldsOf, isTheirs } from '../log/theirs.ts';
import type { NoticeRef } from '../model/ask.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import type { Entry, EntryOf, Leaf } from '../model/entry.ts';
import { base64url } from '../model/id.ts';
import { isGradeRight, isSignedAs } from './answers.ts';
import type { Code } from './codes.ts';
import type { Fault } from './receipt-checks.ts';

/** What a receipt tells, of one whose leaves are all in the log: that it is one person's, and that their answers are answers. */
export const RECEIPT_TOLD = [
  'receipt-foreign',
  'notice',
  'answer-ask',
  'answer-person',
  'answer-grade',
  'signature',
  'signature-reused',
  'addendum',
] as const satisfies readonly Code[];

/** A signature that does not hold is tried in many ways: after so many, a receipt is given up. */
const BAD_MAX = 20;

export async function checkTold(
  receipt: Receipt,
  leaves: readonly Leaf[],
  verify: VerifyEd25519,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const report = (code: Code, index: number | null = null) => faults.push({ code, index });
  const ids = new Set(receipt.participants);
  const entries = leaves.map(({ entry }) => entry);
  for (const index of foreign(receipt, leaves, ids)) report('receipt-foreign', index);
  for (const index of await wrongNotices(receipt, leaves)) report('notice', index);
  const asks = new Map<string, EntryOf<'asked'>>();
  const joined = new Set<string>();
  const counters = new Map<string, number>();
  let people = 1;
  let [answers, bad] = [0, 0];
  for (const { index, entry } of leaves) {
    if (entry.kind === 'asked') asks.set(entry.ask, entry);
    else if (entry.kind === 'participant-joined') joined.add(entry.participant);
    else if (entry.kind === 'people-counted') people = entry.people;
    if (entry.kind !== 'answered') continue;
    answers++;
    if (!fits(entry, asks.get(entry.ask))) report('answer-ask', index);
    if (!joined.has(entry.participant)) report('answer-person', index);
    if (!isGradeRight(entry)) report('answer-grade', index);
    if (!entry.signed) continue;
    if (entry.signed.counter <= (counters.get(entry.signed.key) ?? -1)) report('signature-reused', index);
    counters.set(entry.signed.key, entry.signed.counter);
    if (bad < BAD_MAX && !(await isSignedAs(entry, people, verify))) {
      report('signature', index);
      bad++;
    }
  }
  // Whom it is for is told by an answer, and every id of theirs by an entry.
  if (answers === 0 || [...ids].some((id) => !entries.some((entry) => names(entry, id)))) report('receipt-foreign');
  if (receipt.since && !isNews(receipt.since.checkpoint, leaves)) report('addendum');
  return faults;
}

function fits(answer: EntryOf<'answered'>, asked: EntryOf<'asked'> | undefined): boolean {
  const offered = new Set(asked?.purposes.map(({ purpose }) => purpose));
  return (
    asked !== undefined &&
    asked.notice.hash === answer.notice &&
    answer.media === asked.media &&
    answer.purposes.every((purpose) => offered.has(purpose))
  );
}

function names(entry: Entry, id: string): boolean {
  return 'participant' in entry && entry.participant === id;
}

/** Entries, and disclosures beside them, that are somebody else's; null for a text that no entry names. */
function foreign(receipt: Receipt, leaves: readonly Leaf[], ids: ReadonlySet<string>): (number | null)[] {
  const found: (number | null)[] = leaves.filter(({ entry }) => !isTheirs(entry, ids)).map(({ index }) => index);
  const by = new Map(leaves.map(({ index, entry }) => [index, entry]));
  const doubts = doubtsOf([...by.values()], ids);
  for (const { index, field } of receipt.disclosures) {
    const entry = by.get(index);
    const settled = entry?.kind === 'doubted' && doubts.has(entry.doubt);
    if (entry && !fieldsOf(entry, settled).includes(field)) found.push(index);
  }
  const named = namedNotices(leaves);
  for (const { language, version, hash } of receipt.notices) {
    const ref = named.find((one) => one.hash === hash);
    if (!ref || ref.language !== language || ref.version !== version) found.push(null);
  }
  return found;
}

function namedNotices(leaves: readonly Leaf[]): NoticeRef[] {
  return leaves.flatMap(({ entry }) => {
    if (entry.kind === 'asked') return [entry.notice, ...(entry.also ? [entry.also] : [])];
    return entry.kind === 'answered' ? (entry.shown ?? []) : [];
  });
}

async function wrongNotices(receipt: Receipt, leaves: readonly Leaf[]): Promise<(number | null)[]> {
  const wrong: (number | null)[] = [];
  for (const { text, hash } of receipt.notices) if ((await hashOf(text)) !== hash) wrong.push(null);
  for (const { index, field, disclosure } of receipt.disclosures) {
    const entry = leaves.find((leaf) => leaf.index === index)?.entry;
    if (entry?.kind !== 'asked' || field !== 'text') continue;
    if ((await hashOf(readDisclosure(disclosure)?.value ?? '')) !== entry.notice.hash) wrong.push(index);
  }
  return wrong;
}

async function hashOf(words: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words))));
}

/** An addendum without anything that came later is one from which that was taken. */
function isNews(before: string, leaves: readonly Leaf[]): boolean {
  const size = readCheckpointText(readNote(before)?.text ?? '')?.size ?? Number.POSITIVE_INFINITY;
  return leaves.some(({ index, entry }) => index >= size && entry.kind !== 'exported');
}
