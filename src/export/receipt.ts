import type { LogRow } from '../database/schema.ts';
import { utf8 } from '../log/canonical.ts';
import { readCheckpointText } from '../log/checkpoint.ts';
import { checkFrontier } from '../log/checkpoints.ts';
import { leafHash } from '../log/leaf.ts';
import { EMPTY_FRONTIER, extended, type Frontier, type Hash, rootAt, type Tree, treeOf } from '../log/merkle.ts';
import { consistencyProof, inclusionProof } from '../log/merkle-proof.ts';
import { RECEIPT_FORMAT, RECEIPT_VERSION, type Receipt, receiptText } from '../log/receipt.ts';
import { sealedReceipt } from '../log/receipt-seal.ts';
import { readNote } from '../log/signed-note.ts';
import { type Signer, signedCheckpoint } from '../log/signer.ts';
import { doubtsOf, fieldsOf } from '../log/theirs.ts';
import type { AskTerms, NoticeRef } from '../model/ask.ts';
import type { EntryOf, Logged } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import { partsOf, splitPost } from '../model/tag-post.ts';
import { goOn, type LogSource } from './bundle.ts';
import { entriesOf, type Theirs } from './receipt-entries.ts';

/** What is read for receipts of a log. */
export interface ReceiptSource {
  readonly source: LogSource;
  readonly log: string;
  readonly signal: AbortSignal;
  /** Entries read so far, of all. */
  readonly progress: (done: number, total: number) => void;
}

/** One receipt: whose, of which log, and what the caller knows and this does not. */
export interface ReceiptOrder extends ReceiptSource, ReceiptSaid {
  readonly participant: string;
  /** ms UTC */
  readonly at: number;
  readonly signer: Signer;
}

/** What a receipt says in words. */
export interface ReceiptSaid {
  readonly statement: (about: About) => Receipt['statement'];
  /** The notice of such terms in this language; null where there is none. */
  readonly notice: (terms: AskTerms, language: string) => Promise<{ words: string; notice: NoticeRef } | null>;
}

/** What a statement is about. */
export interface About {
  /** Language in which they read the notice that they answered last; that of the meeting where nothing is known. */
  readonly language: string;
  readonly addendum: boolean;
}

export interface MadeReceipt {
  readonly receipt: Receipt;
  readonly text: string;
  /** Entries that its checkpoint covers: what is noted in the log, so that the next one continues it. */
  readonly size: number;
}

/** A log as it was read, for one receipt of it or many. Without its texts: a log of a hundred thousand entries would fill the memory. */
export interface ReadLog {
  readonly row: LogRow;
  readonly entries: readonly Logged[];
  readonly tree: Tree;
}

/**
 * The receipt of one person, of the log as it is; an addendum when one was given before and something came since. Failure('damaged') for a log
 * that does not read as it was written, 'cancelled' after an abort, 'unexpected' for a log or person that is not there or never answered.
 */
export async function makeReceipt(order: ReceiptOrder): Promise<MadeReceipt> {
  return receiptOf(order, await readLog(order));
}

/** The same of a log that was read already. */
export async function receiptOf(order: ReceiptOrder, read: ReadLog): Promise<MadeReceipt> {
  const { log, participant, signer, signal, at } = order;
  const { row, entries, tree } = read;
  const theirs = entriesOf(entries, participant);
  const ids = new Set(theirs.ids);
  const answers = entries.filter((one): one is Logged & { entry: EntryOf<'answered'> } => {
    return one.entry.kind === 'answered' && ids.has(one.entry.participant);
  });
  if (answers.length === 0) throw new Failure('unexpected', 'a receipt for somebody who did not answer');
  goOn(signal);
  const before = givenBefore(entries, theirs);
  const since = before === null ? null : await sinceOf(order, read, before);
  const texts = await disclosed(order, entries, theirs);
  const proven = await Promise.all(
    theirs.indexes.map(async (index) => ({
      index,
      leaf: await exactly(order, tree, index),
      proof: (await inclusionProof(tree, index)).map(base64url),
    })),
  );
  const asks = theirs.indexes.flatMap((index) => {
    const entry = entries[index]?.entry;
    return entry?.kind === 'asked' ? [{ index, entry }] : [];
  });
  const told = new Set(texts.filter(({ field }) => field === 'text').map(({ index }) => index));
  const language = languageOf(answers, asks);
  const receipt = await sealedReceipt(
    {
      format: RECEIPT_FORMAT,
      version: RECEIPT_VERSION,
      madeAt: new Date(at).toISOString(),
      key: base64url(signer.key),
      log,
      platform: row.platform,
      participants: [...theirs.ids],
      statement: order.statement({ language, addendum: since !== null }),
      entries: proven,
      disclosures: texts.map(({ index, field, disclosure }) => ({ index, field, disclosure })),
      notices: await noticesOf(order, asks, answers, told),
      roots: await rootsOf(order, read, theirs),
      checkpoint: await order.source.checkpoint(row, signer),
      ...(since && { since }),
    },
    signer,
  );
  return { receipt, text: receiptText(receipt), size: row.size };
}

export async function readLog({ source, log, signal, progress }: ReceiptSource): Promise<ReadLog> {
  const row = await source.row(log);
  if (!row) throw new Failure('unexpected', 'receipt of a log that does not exist');
  const entries: Logged[] = [];
  const hashes: Hash[] = [];
  let frontier: Frontier = EMPTY_FRONTIER;
  progress(0, row.size);
  for await (const page of source.pages(row)) {
    goOn(signal);
    for (const { logged, hash } of page) {
      const bytes = fromBase64url(hash) as Hash;
      entries.push(logged);
      hashes.push(bytes);
      frontier = await extended(frontier, bytes);
    }
    progress(entries.length, row.size);
  }
  checkFrontier(row, frontier);
  return { row, entries, tree: await treeOf(hashes) };
}

/** The exact text of a leaf, which is the one that was read. */
async function exactly({ source, log }: ReceiptSource, tree: Tree, index: number): Promise<string> {
  const text = await source.leaf(log, index);
  const read = tree.levels[0]?.[index];
  if (!read || (await leafHash(utf8(text))) !== base64url(read)) throw new Failure('damaged', 'it changed meanwhile');
  return text;
}

/** Size of the newest receipt that this person was given, when something about them came since; else null. */
function givenBefore(entries: readonly Logged[], { ids, indexes }: Theirs): number | null {
  const given = entries.flatMap(({ entry }) => {
    if (entry.kind !== 'exported' || entry.format !== 'receipt' || entry.participant === undefined) return [];
    return ids.includes(entry.participant) ? [entry.size ?? 0] : [];
  });
  const size = given.at(-1) ?? 0;
  const news = indexes.some((index) => index >= size && entries[index]?.entry.kind !== 'exported');
  return size > 0 && size <= entries.length && news ? size : null;
}

/** The very note of that receipt, where it is kept; else the same tree is signed again. */
async function sinceOf({ source, log, signer }: ReceiptOrder, { row, tree }: ReadLog, size: number) {
  const notes = await source.checkpoints(log, row.size);
  const kept = notes.find((note) => readCheckpointText(readNote(note)?.text ?? '')?.size === size);
  let frontier: Frontier = EMPTY_FRONTIER;
  for (const hash of tree.levels[0]?.slice(0, size) ?? []) frontier = await extended(frontier, hash);
  return {
    checkpoint: kept ?? (await signedCheckpoint(signer, log, frontier)),
    consistency: (await consistencyProof(tree, size)).map(base64url),
  };
}

async function disclosed({ source, log }: ReceiptOrder, entries: readonly Logged[], { ids, indexes }: Theirs) {
  const doubts = doubtsOf(
    entries.map(({ entry }) => entry),
    new Set(ids),
  );
  const found = [];
  for (const index of indexes) {
    const entry = entries[index]?.entry;
    if (!entry) continue;
    const fields = fieldsOf(entry, entry.kind === 'doubted' && doubts.has(entry.doubt));
    if (fields.length === 0) continue;
    const opened = await source.opened(log, index, index);
    found.push(...opened.filter(({ field }) => fields.includes(field)));
  }
  return found;
}

type Asked = { readonly index: number; readonly entry: EntryOf<'asked'> };
type Answered = { readonly entry: EntryOf<'answered'> };

function languageOf(answers: readonly Answered[], asks: readonly Asked[]): string {
  const last = answers.at(-1)?.entry;
  const asked = asks.find(({ entry }) => entry.ask === last?.ask)?.entry;
  // Who answered in the chat was shown one text or two: which of them they read, nobody knows.
  const [shown, other] = last?.shown ?? [];
  return (other ? undefined : shown?.language) ?? asked?.notice.language ?? 'en';
}

/** The texts that their answers name and that are not disclosed beside an ask. A text whose hash is another one is not theirs. */
async function noticesOf(
  { notice }: ReceiptOrder,
  asks: readonly Asked[],
  answers: readonly Answered[],
  told: ReadonlySet<number>,
): Promise<Receipt['notices']> {
  const found = new Map<string, Receipt['notices'][number]>();
  for (const { index, entry } of asks) {
    const shown = answers.flatMap(({ entry: answer }) => (answer.ask === entry.ask ? (answer.shown ?? []) : []));
    for (const ref of [entry.notice, ...(entry.also ? [entry.also] : []), ...shown]) {
      if (found.has(ref.hash) || (ref.hash === entry.notice.hash && told.has(index))) continue;
      const made = await notice(entry, ref.language);
      if (made?.notice.hash === ref.hash) found.set(ref.hash, { ...ref, text: made.words });
    }
  }
  return [...found.values()];
}

/** Where the words of a post were erased, its root is one of those from the opening to the post: never far apart. */
const APART_MAX = 50;

/** What our own posts told the chat when recording began, of the epochs that they were in. */
async function rootsOf({ source, log }: ReceiptOrder, { entries, tree }: ReadLog, { epochs }: Theirs) {
  const sizes = new Set<number>();
  let theirs: number | null = null;
  for (const { index, entry } of entries) {
    if (entry.kind === 'gate-opened') theirs = epochs.has(entry.epoch) ? index : null;
    if (entry.kind !== 'post-ordered' || entry.says !== 'recording' || theirs === null) continue;
    const text = (await source.opened(log, index, index)).find(({ field }) => field === 'text');
    for (const part of partsOf(text?.value ?? '')) {
      const { tag } = splitPost(part);
      if (tag?.kind === 'on' && tag.root && epochs.has(tag.epoch)) sizes.add(tag.root.size);
    }
    const last = Math.min(index, theirs + APART_MAX);
    if (!text) for (let size = theirs + 1; size <= last; size++) sizes.add(size);
  }
  const known = [...sizes].filter((size) => size <= tree.size).sort((a, b) => a - b);
  return Promise.all(
    known.map(async (size) => ({
      size,
      root: base64url(await rootAt(tree, size)),
      consistency: (await consistencyProof(tree, size)).map(base64url),
    })),
  );
}
