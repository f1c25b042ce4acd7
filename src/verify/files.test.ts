import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { BUNDLE_MAX } from '../log/bundle.ts';
import { canonical } from '../log/canonical.ts';
import { type ListedFile, manifestText } from '../log/manifest.ts';
import { UNTOLD } from '../log/step.ts';
import { testSigner } from '../log/testdata/signer.ts';
import { base64url } from '../model/id.ts';
import { CODES, OF_FILES, type OfFiles } from './codes.ts';
import { DEVICE_CHECKS } from './device-meanings.ts';
import { type CheckedFile, checkFiles, verdictOf } from './files.ts';
import { check, limit } from './line.ts';
import { mediaLines } from './media.ts';
import { hashOf } from './reading.ts';
import type { Source } from './source.ts';
import { remembering } from './testdata/tampering.ts';
import { patched, placesIn, zipOf } from './testdata/zips.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const MEETING = read('./testdata/meeting.json');
const RECEIPT = read('./testdata/receipt.json');
const SIGNED = read('../log/testdata/signed.json');
const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);

type Content = string | Uint8Array | Source;
function sourceOf(name: string, content: Content): Source {
  if (typeof content === 'object' && 'name' in content) return content;
  const bytes = bytesOf(content as string);
  return { name, size: bytes.length, bytes: async (from, to) => bytes.slice(from, to) };
}

const verify = remembering();

async function checked(files: Readonly<Record<string, Content>>): Promise<CheckedFile[]> {
  const found: CheckedFile[] = [];
  const sources = Object.entries(files).map(([name, content]) => sourceOf(name, content));
  const checking = { verify, signal: new AbortController().signal, progress: () => undefined };
  for await (const file of checkFiles(sources, checking)) {
    for (const line of file.lines) if (line.what === 'check') expect([...CODES, ...DEVICE_CHECKS]).toContain(line.code);
    found.push(file);
  }
  return found;
}

const failsOf = (files: readonly CheckedFile[]) =>
  files.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.what === 'check' && line.result === 'fails' ? [line.code] : [])),
  );
const limitsOf = (files: readonly CheckedFile[]) =>
  files.flatMap(({ lines }) => lines.flatMap((line) => (line.what === 'limit' ? [line.code] : [])));

async function listed(name: string, content: string | Uint8Array): Promise<ListedFile> {
  const bytes = bytesOf(content);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { name, bytes: bytes.length, sha256: base64url(hash) };
}

const TABLE = 'who,answer\r\nAna,yes\r\n';
/** An export of several files, as it is handed out. signer: whose key signs the list. */
async function exported(byte = 42): Promise<Record<string, string>> {
  const files = { 'log.json': MEETING, 'answers.csv': TABLE };
  const list = await Promise.all(Object.entries(files).map(([name, content]) => listed(name, content)));
  return { ...files, 'manifest.json': await manifestText(await testSigner(byte), '2026-03-02T10:00:00.000Z', list) };
}

/** Never to be read: it says how large it is, and counts what is asked for. */
function endless(name: string, size: number, head = ''): Source & { readonly read: () => number } {
  let read = 0;
  return {
    name,
    size,
    read: () => read,
    bytes: async (from, to) => {
      read += to - from;
      return bytesOf(head.padEnd(to - from, ' ').slice(0, to - from));
    },
  };
}

describe('files that are in order', () => {
  it('are valid: a log, a receipt of another, an export with its table, and all of it in a zip', async () => {
    expect(verdictOf(await checked({ 'log.json': MEETING, 'receipt.json': RECEIPT }))).toBe('valid');
    const parts = await checked(await exported());
    expect(failsOf(parts)).toEqual([]);
    expect(parts.map(({ kind, verdict }) => `${kind} ${verdict}`).sort()).toEqual([
      'log valid',
      'manifest valid',
      'other valid',
    ]);
    for (const level of [0, 9] as const) {
      const zipped = await checked({ 'export.zip': zipOf(await exported(), level) });
      expect(failsOf(zipped)).toEqual([]);
      expect(zipped.map(({ file, verdict }) => `${file} ${verdict}`).sort()).toEqual([
        'export.zip valid',
        'export.zip/answers.csv valid',
        'export.zip/log.json valid',
        'export.zip/manifest.json valid',
      ]);
    }
  });

  it('of a folder may be some only, which is said; of a zip they may not', async () => {
    const { 'answers.csv': _table, ...rest } = await exported();
    const some = await checked(Object.fromEntries(Object.entries(rest).map(([name, text]) => [`out/${name}`, text])));
    expect([verdictOf(some), limitsOf(some).includes('files-not-given')]).toEqual(['valid', true]);
    expect(failsOf(await checked({ 'x.zip': zipOf(rest) }))).toEqual(['manifest-files']);
    expect(failsOf(await checked({ 'x.zip': zipOf({ ...(await exported()), 'more.csv': 'x' }) }))).toContain(
      'manifest-files',
    );
  });

  it('of the same log twice say so', async () => {
    const twice = await checked({ 'a.json': MEETING, 'b.json': MEETING });
    expect(twice[1]?.lines).toContainEqual(expect.objectContaining({ code: 'same-log', result: 'holds' }));
  });

  it('that are saved recordings are not called false, and not proved either', async () => {
    const webm = await checked({ 'log.json': MEETING, 'call.webm': Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 1) });
    expect(limitsOf(webm)).toContain('media-rewritten');
    expect(webm.map(({ verdict }) => verdict)).toEqual(['valid', 'unreadable']);
  });

  it('that are recordings as they were saved are the ones of the log', async () => {
    const film = Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 1);
    const hash = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', film)));
    const [known, none] = [new Set([hash]), new Set<string>()];
    const lines = (bytes: Uint8Array, saved: ReadonlySet<string>) =>
      mediaLines(sourceOf('x', bytes), none, saved, UNTOLD);
    expect(await lines(film, known)).toEqual([check('media', 'holds')]);
    expect(await lines(film, none)).toEqual([limit('media-rewritten', null)]);
    expect(await lines(Uint8Array.of(1, 2), known)).toEqual([check('media', 'fails')]);
  });

  it('that are films of any length are hashed a slice at a time', async () => {
    const film = Uint8Array.from({ length: 9 * 1024 * 1024 + 5 }, (_, at) => at % 251);
    let most = 0;
    const source: Source = {
      name: 'day.webm',
      size: film.length,
      bytes: async (from, to) => {
        most = Math.max(most, to - from);
        return film.slice(from, to);
      },
    };
    const shares: number[] = [];
    const hash = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', film)));
    expect(await hashOf(source, (share) => shares.push(share))).toEqual({ ok: true, value: hash });
    expect(most).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(shares.length).toBe(3);
    expect(await hashOf(sourceOf('empty', ''), UNTOLD)).toMatchObject({ ok: true });
    expect(await hashOf({ ...source, size: film.length + 1 }, UNTOLD)).toEqual({ ok: false, fault: 'file-read' });
    const torn = { ...source, bytes: () => Promise.reject(new Error('it went away')) };
    expect(await hashOf(torn, UNTOLD)).toEqual({ ok: false, fault: 'file-read' });
    // Nothing is refused for its length, and it can be given up in the middle.
    const stop = new AbortController();
    const year: Source = {
      name: 'year.webm',
      size: 3e12,
      bytes: async (from, to) => {
        await new Promise((soon) => setTimeout(soon));
        return new Uint8Array(to - from);
      },
    };
    const checking = { verify, signal: stop.signal, progress: () => undefined };
    const all = checkFiles([sourceOf('log.json', MEETING), year], checking);
    expect((await all.next()).value).toMatchObject({ kind: 'log', verdict: 'valid' });
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(all.next()).rejects.toThrow('enough');
  });

  it('can be given up, and tell how far they are', async () => {
    const stop = new AbortController();
    const shares: number[] = [];
    const checking = { verify, signal: stop.signal, progress: (share: number) => shares.push(share) };
    const all = checkFiles([sourceOf('a.json', MEETING), sourceOf('b.json', MEETING)], checking);
    await all.next();
    expect(shares.at(-1)).toBeCloseTo(0.5);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(new Set(shares).size, 'it moves within a file').toBeGreaterThan(3);
    stop.abort(new Error('enough'));
    await expect(all.next()).rejects.toThrow('enough');
  });
});

const lines = (text: string, change: (leaves: string[]) => void) => {
  const bundle = JSON.parse(text);
  change(bundle.logs[0].leaves);
  return JSON.stringify(bundle);
};
const withManifest = async (change: (text: string) => string, byte = 42) => {
  const files = await exported(byte);
  return { ...files, 'manifest.json': change(files['manifest.json'] ?? '') };
};

/** For each code of the files themselves, files of which it must be told: a code that is missing here does not compile. */
const WRONG: Readonly<Record<OfFiles, () => Promise<Record<string, Content>>>> = {
  'file-read': async () => ({
    'gone.json': { name: 'gone.json', size: 10, bytes: () => Promise.reject(new Error('it went away')) },
  }),
  'file-limits': async () => ({ 'log.json': MEETING, 'long.txt': endless('long.txt', 3e9, 'x') }),
  'file-kind': async () => ({ 'answers.csv': TABLE }),
  'file-locked': async () => ({ 'export.zip.age': 'age-encryption.org/v1\n-> X25519 abc\n' }),
  'file-alone': async () => ({ 'chunk.bin': Uint8Array.of(1, 2, 3) }),
  'zip-shape': async () => ({ 'x.zip': zipOf({ a: 'b' }).slice(0, 30) }),
  'zip-limits': async () => ({ 'x.zip': zipOf({ a: new Uint8Array(1e7) }) }),
  'zip-content': async () => {
    const zip = zipOf({ 'log.json': MEETING });
    return { 'x.zip': patched(zip, { at: (placesIn(zip).entries[0] ?? 0) + 16, bytes: 4, value: 7 }) };
  },
  'manifest-limits': async () => ({ 'manifest.json': `{"format":"ask-to-record-export",${' '.repeat(9e6)}}` }),
  'manifest-json': async () => ({ 'manifest.json': '{"format":"ask-to-record-export"' }),
  'manifest-version': () => withManifest((text) => text.replace('"version":1', '"version":2')),
  'manifest-shape': () => withManifest((text) => text.replace('"version":1', '"version":1,"x":1')),
  'manifest-seal': () => withManifest((text) => text.replace('T10:00', 'T11:00')),
  'manifest-files': async () => ({ ...(await exported()), 'answers.csv': TABLE.replace('yes', 'no!') }),
  'same-key': () => exported(7),
  'same-log': async () => ({
    'a.json': MEETING,
    'b.json':
      read('./testdata/false/withdrawal-left-out.json') &&
      JSON.parse(read('./testdata/false/withdrawal-left-out.json')).export,
  }),
};

describe('files that are not in order', () => {
  it.each(OF_FILES)('%s is told', async (code) => {
    const files = await checked(await WRONG[code]());
    expect(failsOf(files)).toContain(code);
    expect(verdictOf(files)).not.toBe('valid');
    for (const { verdict, lines: said } of files)
      if (verdict === 'valid')
        expect(said.some((line) => line.what === 'check' && line.result === 'fails')).toBe(false);
  });

  it('which are too large are not read, however large they say they are', async () => {
    for (const [name, head] of [
      ['log.json', '{"format":"ask-to-record-log"'],
      ['kept.txt', 'x'],
      ['x.zip', 'PK\x03\x04'],
    ] as const) {
      const file = endless(name, 4e9, head);
      expect(verdictOf(await checked({ [name]: file })), name).toBe('unreadable');
      expect(file.read(), name).toBeLessThan(100_000);
    }
  });

  it.each([
    ['far too deep', '['.repeat(100_000)],
    ['of many things', `{"format":"ask-to-record-log","version":1,"logs":[${'[],'.repeat(2_000_001)}[]]}`],
    ['of one long word', `{"format":"ask-to-record-log","version":1,"x":"${'a'.repeat(5e6)}"}`],
    ['with a name that is a trap', '{"format":"ask-to-record-log","version":1,"__proto__":{"logs":[]},"logs":[]}'],
    ['with the format of a trap', '{"format":"constructor"}'],
    ['of nothing', ''],
    ['of zeros', '\0'.repeat(5000)],
  ])('and hostile, %s, end in a code', async (_, text) => {
    for (const name of ['log.json', 'receipt.json', 'manifest.json', 'x.txt', 'x.tlog-proof', 'x']) {
      const files = await checked({ [name]: text });
      expect(verdictOf(files), name).not.toBe('valid');
      expect(failsOf(files).length, name).toBeGreaterThan(0);
    }
  });

  it('a zip in a zip is not opened', async () => {
    expect(failsOf(await checked({ 'x.zip': zipOf({ 'y.zip': zipOf({ 'log.json': MEETING }) }, 0) }))).toEqual([
      'file-kind',
    ]);
  });

  it('more files than anybody has are not looked at', async () => {
    const many = Array.from({ length: 20_001 }, (_, n) => sourceOf(`${n}.json`, '{}'));
    const checking = { verify, signal: new AbortController().signal, progress: () => undefined };
    for await (const { verdict } of checkFiles(many, checking)) expect(verdict).toBe('unreadable');
  });
});

describe('a receipt beside a log', () => {
  it('of which a splice of two was made is not of it', async () => {
    const spliced = lines(MEETING, (leaves) =>
      leaves.splice(4, leaves.length, ...JSON.parse(SIGNED).logs[0].leaves.slice(4)),
    );
    const files = await checked({ 'log.json': spliced, 'receipt.json': RECEIPT });
    expect(files.find(({ kind }) => kind === 'log')?.verdict).toBe('invalid');
  });
});

describe('through the core', { timeout: 120_000 }, () => {
  it.each([
    ['a log', 'log.json', MEETING, 13],
    ['a receipt', 'receipt.json', RECEIPT, 13],
  ])('%s with any byte flipped, or cut off anywhere, is found', async (_, name, text, every) => {
    const bytes = bytesOf(text);
    const missed: string[] = [];
    for (let at = 0; at < bytes.length; at += every) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 7));
      if (verdictOf(await checked({ [name]: changed })) === 'valid') missed.push(`byte ${at}`);
      if (at < text.trimEnd().length && verdictOf(await checked({ [name]: bytes.slice(0, at) })) === 'valid')
        missed.push(`cut ${at}`);
    }
    expect(missed).toEqual([]);
  });

  it('whatever is done to a log, a receipt, a manifest or a zip: nothing is thrown, and only what is unchanged in meaning holds', async () => {
    const files = await exported();
    const seeds = [
      ['log.json', bytesOf(MEETING)],
      ['receipt.json', bytesOf(RECEIPT)],
      ['manifest.json', bytesOf(files['manifest.json'] ?? '')],
      ['export.zip', zipOf(files)],
    ] as const;
    const edit = fc.tuple(
      fc.nat(),
      fc.constantFrom('set', 'drop', 'repeat', 'insert'),
      fc.nat(255),
      fc.integer({ min: 1, max: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        async ([name, seed], edits) => {
          let bytes = [...seed];
          for (const [place, how, value, length] of edits) {
            const at = place % (bytes.length || 1);
            if (how === 'set') bytes[at] = value;
            else if (how === 'drop') bytes.splice(at, length);
            else if (how === 'repeat') bytes.splice(at, 0, ...bytes.slice(at, at + length));
            else bytes = [...bytes.slice(0, at), value, ...bytes.slice(at)];
          }
          const found = await checked({ [name]: Uint8Array.from(bytes) });
          expect(found.length).toBeGreaterThan(0);
          if (verdictOf(found) === 'valid') expect(failsOf(found)).toEqual([]);
          else expect(failsOf(found).length + limitsOf(found).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('a manifest lists what is there as it is, in its own spelling only', async () => {
  const { 'manifest.json': text = '' } = await exported();
  expect(canonical(JSON.parse(text))).toBe(text);
  expect(BUNDLE_MAX).toBeGreaterThan(MEETING.length);
});
