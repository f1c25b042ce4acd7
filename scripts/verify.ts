import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ed25519Of } from '../src/model/ed25519.ts';
import type { Verdict } from '../src/model/verified.ts';
import { type CheckedFile, checkFiles, verdictOf } from '../src/verify/files.ts';
import { VERDICT_MEANINGS, WHOLE_MEANINGS } from '../src/verify/meanings.ts';
import type { Source } from '../src/verify/source.ts';

/**
 * npm run verify -- FILE...: is this the log that was written, and does it tell of consent that came first? Files and folders of whatever kind the
 * verifier knows (src/verify/kinds.ts); what is given together is compared. JSON on standard output, one line a check, one with the verdict on each
 * file at its end, and one on the whole. Exit code 0: all valid. 1: something is not. 2: a file cannot be read, or there is nothing to compare it with.
 */
const EXIT: Readonly<Record<Verdict, number>> = { valid: 0, unreadable: 2, invalid: 1 };

export async function verifyFiles(names: readonly string[], say: (line: unknown) => void): Promise<number> {
  const sources = (await Promise.all(names.map(sourcesAt))).flat();
  const checking = {
    verify: ed25519Of(crypto.subtle),
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  const files: CheckedFile[] = [];
  for await (const checked of checkFiles(sources, checking)) {
    const { file, kind, lines, verdict } = checked;
    for (const line of lines) say({ file, ...line });
    say({ file, what: 'verdict', kind, verdict, means: VERDICT_MEANINGS[verdict] });
    files.push(checked);
  }
  const verdict = verdictOf(files);
  say({ what: 'whole', files: files.length, verdict, means: WHOLE_MEANINGS[verdict] });
  return EXIT[verdict];
}

/** A file, or all files in a folder. What is neither is a file that cannot be read. */
async function sourcesAt(path: string): Promise<Source[]> {
  try {
    const found = await stat(path);
    if (found.isFile()) return [sourceOf(path, basename(path), found.size)];
    if (!found.isDirectory()) throw new Error('it is no file');
    const inside = await readdir(path, { recursive: true, withFileTypes: true });
    const files = inside.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    if (files.length === 0) throw new Error('the folder is empty');
    const named = (file: string) => [basename(path), ...relative(path, file).split(sep)].join('/');
    return await Promise.all(files.sort().map(async (file) => sourceOf(file, named(file), (await stat(file)).size)));
  } catch (error) {
    process.stderr.write(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return [{ name: basename(path), size: 0, bytes: () => Promise.reject(error) }];
  }
}

function sourceOf(path: string, name: string, size: number): Source {
  const bytes = async (from: number, to: number) => {
    const file = await open(path, 'r');
    try {
      const into = new Uint8Array(to - from);
      const { bytesRead } = await file.read(into, 0, into.length, from);
      if (bytesRead !== into.length) throw new Error(`${path} became shorter while it was read`);
      return into;
    } finally {
      await file.close();
    }
  };
  return { name, size, bytes };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const names = process.argv.slice(2);
  if (names.length === 0) process.stderr.write('Name one file or more: npm run verify -- FILE...\n');
  const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
  process.exitCode = names.length === 0 ? EXIT.unreadable : await verifyFiles(names, say);
}
