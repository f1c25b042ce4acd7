import * as v from 'valibot';
import { DISCLOSED_FIELDS } from '../model/entry.ts';
import { canonical, isCanonicable } from './canonical.ts';
import { exceeds, memberOf, parseJson } from './json.ts';
import { HASH_BYTES, isBytes } from './leaf.ts';

/**
 * What a participant takes home: the entries of a log that are about them, each with the proof that it is in the log, and what of it only
 * they and the host need to know. src/log/FORMAT.md section 14. The file is its own canonical JSON, so that it has one spelling only.
 */
export const RECEIPT_FORMAT = 'ask-to-record-receipt';
export const RECEIPT_VERSION = 1;

/** What no receipt of ours comes near, and what can be checked in bounded time and memory. UTF-16 code units; objects and arrays. */
export const RECEIPT_MAX = 8 * 1024 * 1024;
const CONTAINERS_MAX = 100_000;
const DEPTH_MAX = 8;
const ENTRIES_MAX = 10_000;
const PARTICIPANTS_MAX = 100;
const NOTICES_MAX = 500;
const ROOTS_MAX = 1_000;
const WORDS_MAX = 20_000;
/** Hashes of a proof: a tree of 2^53 leaves has paths of 53, and a consistency proof one more. */
const PATH_MAX = 54;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const bytes = v.pipe(
  v.string(),
  v.check((text) => isBytes(text, HASH_BYTES), 'not 32 bytes'),
);
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  v.check((text) => {
    const at = Date.parse(text);
    return Number.isFinite(at) && new Date(at).toISOString() === text;
  }, 'not a time'),
);
const short = v.pipe(v.string(), v.maxLength(200));
const words = v.pipe(v.string(), v.maxLength(WORDS_MAX));
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/), v.maxLength(35));
const proof = v.pipe(v.array(bytes), v.maxLength(PATH_MAX));

const receiptSchema = v.strictObject({
  format: v.literal(RECEIPT_FORMAT),
  version: v.literal(RECEIPT_VERSION),
  /** When it was made. */
  madeAt: time,
  /** Ed25519 key of the host's device: checkpoint and seal are signed with it. */
  key: bytes,
  log: v.pipe(v.string(), v.regex(/^l[A-Za-z0-9_-]{12}$/)),
  platform: short,
  /** The ids that are this person, in their order. */
  participants: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^p[A-Za-z0-9_-]{12}$/))),
    v.minLength(1),
    v.maxLength(PARTICIPANTS_MAX),
    v.check((all) => isAscending(all), 'not in their order'),
  ),
  /** What this is, for the one who gets it. */
  statement: v.strictObject({ language, text: words }),
  /** leaf: its exact text. proof: inclusion in the tree of `checkpoint`, from the leaf's sibling up. */
  entries: v.pipe(
    v.array(v.strictObject({ index: count, leaf: v.string(), proof })),
    v.minLength(1),
    v.maxLength(ENTRIES_MAX),
  ),
  /** disclosure: its exact text. */
  disclosures: v.pipe(
    v.array(v.strictObject({ index: count, field: v.picklist(DISCLOSED_FIELDS), disclosure: v.string() })),
    v.maxLength(ENTRIES_MAX),
  ),
  /** Texts whose hash an entry names, as the one who answered saw them in their own language. */
  notices: v.pipe(
    v.array(v.strictObject({ language: short, version: count, hash: bytes, text: words })),
    v.maxLength(NOTICES_MAX),
  ),
  /** What stood in the chat when recording began: the log with `size` entries had this root, and goes on to `checkpoint`. */
  roots: v.pipe(v.array(v.strictObject({ size: count, root: bytes, consistency: proof })), v.maxLength(ROOTS_MAX)),
  /** Signed note of the whole log as it was when this was made. */
  checkpoint: v.string(),
  /** Only in an addendum: the checkpoint of the receipt before, and that the log goes on from there. */
  since: v.exactOptional(v.strictObject({ checkpoint: v.string(), consistency: proof })),
  /** Signed note over all of this: see receipt-seal.ts. */
  seal: v.string(),
});

export type Receipt = v.InferOutput<typeof receiptSchema>;
export type ReceiptEntry = Receipt['entries'][number];

export const RECEIPT_FAULTS = [
  'receipt-limits',
  'receipt-json',
  'receipt-version',
  'receipt-shape',
  'receipt-canonical',
] as const;
export type ReceiptFault = (typeof RECEIPT_FAULTS)[number];

export type ReceiptReading =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly fault: ReceiptFault };

/** The one text of a receipt. */
export function receiptText(receipt: Receipt): string {
  return canonical(receipt);
}

/** Reads a receipt's outside; what it proves is src/verify/receipt.ts' work. Format and version first: others are not looked into. */
export function readReceipt(text: string): ReceiptReading {
  const fails = (fault: ReceiptFault) => ({ ok: false, fault }) as const;
  const large = text.length > RECEIPT_MAX || exceeds(text, { depth: DEPTH_MAX, containers: CONTAINERS_MAX });
  if (large) return fails('receipt-limits');
  const json = parseJson(text);
  if (json === undefined) return fails('receipt-json');
  if (memberOf(json, 'format') !== RECEIPT_FORMAT || memberOf(json, 'version') !== RECEIPT_VERSION)
    return fails('receipt-version');
  const parsed = v.safeParse(receiptSchema, json, { abortEarly: true });
  if (!parsed.success || !isCanonicable(parsed.output)) return fails('receipt-shape');
  // The output is encoded, not the input: a member that the schema dropped (`__proto__`) or a doubled one makes a difference.
  return canonical(parsed.output) === text ? { ok: true, receipt: parsed.output } : fails('receipt-canonical');
}

/** Whether a text that is JSON says that it is a receipt, of whatever version: for whoever takes files of several formats. */
export function isReceiptText(text: string): boolean {
  if (text.length > RECEIPT_MAX) return false;
  return memberOf(parseJson(text), 'format') === RECEIPT_FORMAT;
}

function isAscending(all: readonly string[]): boolean {
  return all.every((one, i) => i === 0 || (all[i - 1] ?? '') < one);
}
