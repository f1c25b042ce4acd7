import * as v from 'valibot';
import type { VaultLock } from '../database/schema.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import type { Path } from './folder.ts';

/**
 * What lies where in the folder of a backup, and what its two plain files say; FORMAT.md beside this file has it in words.
 *
 *   ask-to-record-backup.json            whose backup it is, and what opens it
 *   READ ME.txt                          the same for people
 *   kept.age                             what belongs to no meeting
 *   <day> <log>/meeting.json             what is in this folder: written last
 *   <day> <log>/entries-00000000.jsonl   leaves of the log, so many a file
 *   <day> <log>/words.jsonl              names and words, each sealed under its person's key
 *   <day> <log>/sealed.age               those keys, and whatever else lies bare on the computer
 *   <day> <log>/<epoch>/key.age          the epoch's key, wrapped
 *   <day> <log>/<epoch>/notes.age        the key of what reviewers wrote about it, where they did
 *   <day> <log>/<epoch>/chunks-0000.bin  sealed chunks
 */
export const FORMAT = 'ask-to-record-backup';
export const VERSION = 1;
export const ROOT: Path = ['ask-to-record-backup.json'];
export const READ_ME: Path = ['READ ME.txt'];
export const KEPT: Path = ['kept.age'];
export const MEETING = 'meeting.json';
export const WORDS = 'words.jsonl';
export const SEALED = 'sealed.age';
export const KEY = 'key.age';
export const NOTES = 'notes.age';
/** Leaves in a file. */
export const LEAVES = 1000;

const folderName = /^\d{4}-\d\d-\d\d (l[A-Za-z0-9_-]{12})$/;

/** openedAt: ms UTC. */
export function meetingFolder({ log, openedAt }: { readonly log: string; readonly openedAt: number }): string {
  return `${new Date(openedAt).toISOString().slice(0, 10)} ${log}`;
}

/** null: not a meeting's. */
export function logOfFolder(name: string): string | null {
  return folderName.exec(name)?.[1] ?? null;
}

/** from: index of its first leaf. */
export function entriesFile(from: number): string {
  return `entries-${String(from).padStart(8, '0')}.jsonl`;
}

export function chunksFile(part: number): string {
  return `chunks-${String(part).padStart(4, '0')}.bin`;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(1000));
const log = v.pipe(v.string(), v.regex(/^l[A-Za-z0-9_-]{12}$/));
const epoch = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const hash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const bytes = v.pipe(
  v.string(),
  v.maxLength(20_000),
  v.check((spelt) => fromBase64url(spelt) !== null),
  v.transform((spelt) => fromBase64url(spelt) as Uint8Array<ArrayBuffer>),
);

const lock = v.strictObject({
  recipient: text,
  passphrase: v.nullable(bytes),
  passkeys: v.pipe(v.array(v.strictObject({ credential: text, sealed: bytes, addedAt: count })), v.maxLength(100)),
});

const rootSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  vault: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
  recipients: v.pipe(v.array(text), v.maxLength(1000)),
  lock: v.nullable(lock),
  older: v.pipe(v.array(lock), v.maxLength(20)),
  key: v.nullable(v.pipe(bytes, v.length(32))),
});

/** Whose backup it is. */
export interface Root {
  /** 16 random bytes, base64url: of two backups of one computer they are the same. */
  readonly vault: string;
  /** `age1…`: for whom everything in it is wrapped. */
  readonly recipients: readonly string[];
  /** What a passphrase or a passkey opens it with, as it lies in the vault. */
  readonly lock: VaultLock | null;
  /** Locks that were left behind, under which older keys still lie. */
  readonly older: readonly VaultLock[];
  /** The device's public signing key, by which the notes in `meeting.json` are signed. */
  readonly key: Uint8Array<ArrayBuffer> | null;
}

export function rootText({ vault, recipients, lock, older, key }: Root): string {
  const spelt = {
    format: FORMAT,
    version: VERSION,
    vault,
    recipients,
    lock: lock && spell(lock),
    older: older.map(spell),
    key: key && base64url(key),
  };
  return `${JSON.stringify(spelt, null, 1)}\n`;
}

function spell({ recipient, passphrase, passkeys }: VaultLock) {
  return {
    recipient,
    passphrase: passphrase && base64url(passphrase),
    passkeys: passkeys.map((one) => ({ ...one, sealed: base64url(one.sealed) })),
  };
}

/** null: it is none that we know. */
export function readRoot(spelt: string): Root | null {
  const parsed = v.safeParse(rootSchema, jsonOf(spelt));
  if (!parsed.success) return null;
  const { format: _format, version: _version, ...root } = parsed.output;
  return root;
}

const meetingSchema = v.strictObject({
  version: v.literal(VERSION),
  log,
  platform: text,
  openedAt: count,
  lastAt: count,
  size: count,
  head: hash,
  checkpoints: v.array(v.strictObject({ size: count, note: v.pipe(v.string(), v.maxLength(4000)) })),
  media: v.array(
    v.strictObject({ epoch, mime: text, chunks: count, parts: count, lastHash: v.union([hash, v.literal('')]) }),
  ),
});

/** What is in a meeting's folder. What is not named in it does not count. */
export type MeetingFile = v.InferOutput<typeof meetingSchema>;
export type BackedMedia = MeetingFile['media'][number];

export function meetingText(meeting: MeetingFile): string {
  return `${JSON.stringify(meeting, null, 1)}\n`;
}

export function readMeetingFile(spelt: string): MeetingFile | null {
  const parsed = v.safeParse(meetingSchema, jsonOf(spelt));
  return parsed.success ? parsed.output : null;
}

const wordSchema = v.strictObject({ index: count, field: text, subject: epoch, iv: bytes, sealed: bytes });
export type WordLine = v.InferOutput<typeof wordSchema>;

export function wordText({ index, field, subject, iv, sealed }: WordLine): string {
  return `${JSON.stringify({ index, field, subject, iv: base64url(iv), sealed: base64url(sealed) })}\n`;
}

export function readWord(line: string): WordLine | null {
  const parsed = v.safeParse(wordSchema, jsonOf(line));
  return parsed.success ? parsed.output : null;
}

function jsonOf(spelt: string): unknown {
  try {
    return JSON.parse(spelt);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
