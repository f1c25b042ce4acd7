import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUNDLE_MAX } from '../src/log/bundle.ts';
import { ed25519Of } from '../src/model/ed25519.ts';
import { check, type Line } from '../src/verify/line.ts';
import { mediaLine, withoutMedia } from '../src/verify/media.ts';
import { verifyExport } from '../src/verify/verify.ts';
import { type Given, witnessLine } from '../src/verify/witness.ts';

/**
 * npm run verify -- FILE...: is this the log that was written, and does it tell of consent that came first? JSON on standard output, one
 * line a check, and one line a file with the verdict at its end. What is named .json or begins like JSON is a log; what is named
 * .tlog-proof, .checkpoint or .txt (lines copied from the meeting's chat) is what somebody else kept of one; any other is media, the last chunk of a segment as it lies in the vault.
 * Exit code 0: all valid. 1: something is not. 2: a file cannot be read, or there is nothing to compare it with.
 */
const verify = ed25519Of(crypto.subtle);
const EXIT = { valid: 0, unreadable: 2, invalid: 1 } as const;
type Verdict = keyof typeof EXIT;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  valid: 'Everything that can be checked holds. What nobody can know from the file is said above.',
  invalid: 'Something does not hold: do not rely on this file.',
  unreadable: 'This could not be read as what it was given for, so nothing is known about it.',
};

export async function verifyFiles(names: readonly string[], say: (line: unknown) => void): Promise<number> {
  const verdicts: Verdict[] = [];
  const lastHashes = new Set<string>();
  const tell = (file: string, lines: readonly Line[], verdict: Verdict) => {
    for (const line of lines) say({ file: basename(file), ...line });
    say({ file: basename(file), what: 'verdict', verdict, means: VERDICTS[verdict] });
    verdicts.push(verdict);
  };
  const kept = (name: string) =>
    /\.(?:tlog-proof|checkpoint)$/.test(name) || (name.endsWith('.txt') && !beginsLikeJson(name));
  const witnesses = names.filter(kept);
  const logs = names.filter((name) => !witnesses.includes(name) && (name.endsWith('.json') || beginsLikeJson(name)));
  const media = names.filter((name) => !logs.includes(name) && !witnesses.includes(name));
  const given: Given[] = [];
  for (const name of logs) {
    const bytes = read(name, BUNDLE_MAX);
    if (bytes === 'too-large') tell(name, [check('bundle-limits', 'fails', null, null)], 'unreadable');
    else if (bytes === null) tell(name, [], 'unreadable');
    else {
      const verification = await verifyExport(text(bytes), verify);
      for (const hash of verification.lastHashes) lastHashes.add(hash);
      given.push(...verification.given);
      const more = media.length > 0 ? [] : withoutMedia(verification.lastHashes);
      tell(name, [...verification.lines, ...more], verification.verdict);
    }
  }
  for (const name of witnesses) {
    const bytes = read(name, WITNESS_MAX);
    const line = bytes instanceof Uint8Array ? await witnessLine(text(bytes), given, verify) : null;
    tell(name, line ? [line] : [], line ? verdictOf(line) : 'unreadable');
  }
  for (const name of media) {
    const bytes = read(name, MEDIA_MAX);
    const compared = bytes instanceof Uint8Array && logs.length > 0;
    const line = compared ? await mediaLine({ name, bytes }, lastHashes) : null;
    tell(name, line ? [line] : [], line ? verdictOf(line) : 'unreadable');
  }
  return EXIT[verdicts.includes('invalid') ? 'invalid' : verdicts.includes('unreadable') ? 'unreadable' : 'valid'];
}

/** No chunk and no proof of ours comes near. */
const MEDIA_MAX = 512 * 1024 * 1024;
const WITNESS_MAX = 1024 * 1024;

function verdictOf(line: Line): Verdict {
  return line.what === 'check' && line.result === 'holds' ? 'valid' : 'invalid';
}

/** Size first, so that no file fills the memory. null: it cannot be read. */
function read(name: string, most: number): Uint8Array<ArrayBuffer> | 'too-large' | null {
  try {
    const stat = statSync(name);
    if (!stat.isFile()) return null;
    return stat.size > most ? 'too-large' : new Uint8Array(readFileSync(name));
  } catch (error) {
    process.stderr.write(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

/** By its first characters: no chunk of ours is text. What cannot be opened is told of when it is read. */
function beginsLikeJson(name: string): boolean {
  try {
    if (!statSync(name).isFile()) return false;
    const file = openSync(name, 'r');
    try {
      const head = new Uint8Array(64);
      const length = readSync(file, head);
      return /^\s*[{[]\s*["{[\]}]/.test(new TextDecoder().decode(head.subarray(0, length)));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    process.stderr.write(`${name} cannot be opened: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}

/** '' for what is no UTF-8: no log either. A byte order mark stays, and is refused. */
function text(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return '';
    throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const names = process.argv.slice(2);
  if (names.length === 0) process.stderr.write('Name one file or more: npm run verify -- FILE...\n');
  const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
  process.exitCode = names.length === 0 ? EXIT.unreadable : await verifyFiles(names, say);
}
