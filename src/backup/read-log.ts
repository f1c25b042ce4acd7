import type { EntryRow } from '../database/schema.ts';
import { utf8 } from '../log/canonical.ts';
import { chainFaults, type Link, linkTo, START } from '../log/chain.ts';
import { originOf, readCheckpointText } from '../log/checkpoint.ts';
import { commitmentOf, readDisclosure } from '../log/commitment.ts';
import { leafHash, readLeafText, timeOf } from '../log/leaf.ts';
import { EMPTY_FRONTIER, extended, type Frontier, type Hash, rootOfFrontier } from '../log/merkle.ts';
import { sameHash } from '../log/merkle-proof.ts';
import { noteKey } from '../log/note-key.ts';
import { importPersonKey, unseal } from '../log/sealing.ts';
import { checkNote, readNote } from '../log/signed-note.ts';
import { ed25519Of } from '../model/ed25519.ts';
import type { DisclosedField, Leaf, Logged } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { fromBase64url } from '../model/id.ts';
import type { Folder } from './folder.ts';
import { entriesFile, LEAVES, type MeetingFile, type Root, readWord, WORDS, type WordLine } from './layout.ts';

/** A log as it lies in a backup, every leaf of it held by the chain, the tree and what was signed. */
export interface BackedLog {
  readonly rows: readonly EntryRow[];
  readonly leaves: readonly Leaf[];
  readonly logged: readonly Logged[];
  readonly frontier: Frontier;
}

/** Failure('damaged') when it is not the log that was written; the detail says why. */
export async function readLog(
  folder: Folder,
  name: string,
  meeting: MeetingFile,
  { key }: Pick<Root, 'key'>,
  signal: AbortSignal,
): Promise<BackedLog> {
  const rows: EntryRow[] = [];
  const leaves: Leaf[] = [];
  const logged: Logged[] = [];
  const signed = new Map(meeting.checkpoints.map((one) => [one.size, one.note]));
  let [link, frontier]: [Link, Frontier] = [START, EMPTY_FRONTIER];
  for (let from = 0; from < meeting.size; from += LEAVES) {
    if (signal.aborted) throw new Failure('cancelled');
    const file = await folder.read([name, entriesFile(from)]);
    const lines = file ? (await file.text()).split('\n') : [];
    // What lies behind the size was being written when a run was broken off.
    for (const text of lines.slice(0, Math.min(LEAVES, meeting.size - from))) {
      const read = readLeafText(text);
      if (!read.ok) throw new Failure('damaged', `entry ${link.size}: ${read.fault}`);
      const { leaf } = read;
      const faults = chainFaults(link, meeting.log, leaf);
      if (faults.length > 0) throw new Failure('damaged', `entry ${link.size}: ${faults.join(', ')}`);
      const bytes = utf8(text);
      const hash = await leafHash(bytes);
      link = linkTo(link, hash, leaf);
      frontier = await extended(frontier, fromBase64url(hash) as Hash);
      rows.push({ log: meeting.log, index: leaf.index, leaf: bytes });
      leaves.push(leaf);
      logged.push({ index: leaf.index, at: timeOf(leaf), seen: leaf.seen, entry: leaf.entry });
      const note = signed.get(link.size);
      if (note !== undefined) await checkSigned(note, meeting.log, frontier, key);
    }
  }
  if (link.size !== meeting.size || link.head !== meeting.head) throw new Failure('damaged', 'the end of the log');
  return { rows, leaves, logged, frontier };
}

async function checkSigned(
  note: string,
  log: string,
  frontier: Frontier,
  key: Uint8Array<ArrayBuffer> | null,
): Promise<void> {
  const read = readNote(note);
  const said = read && readCheckpointText(read.text);
  const good =
    read !== null &&
    key !== null &&
    said?.size === frontier.size &&
    sameHash(await rootOfFrontier(frontier), said.root) &&
    (await checkNote(read, [await noteKey(originOf(log), key)], ed25519Of(crypto.subtle))) === 'good';
  if (!good) throw new Failure('damaged', `what was signed of ${frontier.size} entries`);
}

/**
 * Names and words, each held against what the log is committed to. people: keys by person; null: nobody has opened the backup, and only
 * their shape is looked at. Those of a person whose key is not there are left out.
 */
export async function readWords(
  folder: Folder,
  name: string,
  { leaves }: Pick<BackedLog, 'leaves'>,
  people: ReadonlyMap<string, Uint8Array<ArrayBuffer>> | null,
): Promise<readonly WordLine[]> {
  const file = await folder.read([name, WORDS]);
  if (!file) return [];
  const found: WordLine[] = [];
  const keys = new Map<string, CryptoKey>();
  for (const [person, bytes] of people ?? []) keys.set(person, await importPersonKey(bytes));
  for (const line of (await file.text()).split('\n').slice(0, -1)) {
    const word = readWord(line);
    const leaf = word ? leaves[word.index] : undefined;
    const commitment = word && leaf?.sealed[word.field as DisclosedField];
    if (!word || !leaf || !commitment) throw new Failure('damaged', 'words that belong nowhere');
    const key = keys.get(word.subject);
    if (!key) continue;
    const { index, field, subject } = word;
    const text = await unseal(key, word.iv, { log: leaf.log, index, field, subject }, word.sealed);
    if (readDisclosure(text)?.field !== field || (await commitmentOf(text)) !== commitment)
      throw new Failure('damaged', `words of entry ${index}`);
    found.push(word);
  }
  return found;
}
