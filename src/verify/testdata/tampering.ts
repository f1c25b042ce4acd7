import { canonical } from '../../log/canonical.ts';
import { ed25519Of, type VerifyEd25519 } from '../../model/ed25519.ts';
import { CHANGES, edit, pathsOf } from './changes.ts';

/** One file changed in every way there is, for whatever is verified: each change with what it is called. */
export type Changes = Iterable<readonly [name: string, changed: string]>;

export const PATIENCE_MS = 180_000;

/** Signatures are checked once for each thing that is signed and remembered, so that ten thousand files are verified in the time of a test. */
export function remembering(): VerifyEd25519 {
  const really = ed25519Of(crypto.subtle);
  const known = new Map<string, Promise<boolean>>();
  return (key, signature, message) => {
    const what = [key, signature, message].map((bytes) => Buffer.from(bytes).toString('base64')).join();
    const answer = known.get(what) ?? really(key, signature, message);
    known.set(what, answer);
    return answer;
  };
}

/** How bits are flipped: which, and of every how many bytes. */
export const FLIPS = [
  ['', 1, 1],
  [', or another bit of every fifth,', 0x20, 5],
  [', or the highest bit of every seventh,', 0x80, 7],
] as const;

export function* flips(text: string, flip: number, every: number): Generator<[string, string]> {
  const bytes = new TextEncoder().encode(text);
  for (let place = 0; place < bytes.length; place += every) {
    const changed = Uint8Array.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ flip;
    yield [`byte ${place}`, new TextDecoder().decode(changed)];
  }
}

export function* cuts(text: string): Generator<[string, string]> {
  for (let length = 0; length < text.length; length++) yield [`cut at ${length}`, text.slice(0, length)];
}

/** Every member of a file, changed in every way. make: the file anew; write: as its text. */
export function* fields<T>(make: () => T, write: (whole: T) => string): Generator<[string, string]> {
  for (const path of pathsOf(make())) {
    for (const [how, change] of Object.entries(CHANGES)) {
      const whole = make();
      if (edit(whole, path, change)) yield [`${path.join('.')} ${how}`, write(whole)];
    }
  }
}

/** Every member of one leaf, changed in every way, and the leaf spelt as it must be. */
export function* leafFields(leaf: string): Generator<[string, string]> {
  yield* fields(() => JSON.parse(leaf) as unknown, canonical);
}

/** Verifies each, some at a time, and gives those in which nothing was found to be wrong. wrong: the codes of what is. */
export async function taken(
  changes: Changes,
  wrong: (changed: string) => Promise<readonly string[]>,
): Promise<string[]> {
  const missed: string[] = [];
  const some: Promise<void>[] = [];
  for (const [name, changed] of changes) {
    some.push(wrong(changed).then((codes) => void (codes.length === 0 && missed.push(name))));
    if (some.length === 64) await Promise.all(some.splice(0));
  }
  await Promise.all(some);
  return missed;
}
