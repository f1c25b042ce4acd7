import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ed25519Of } from '../model/ed25519.ts';
import { fromBase64 } from './base64.ts';
import { checkpointText, originOf, readCheckpointText } from './checkpoint.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Hash, rootAt, treeOf } from './merkle.ts';
import { inclusionProof } from './merkle-proof.ts';
import { noteKey, noteKeyText, readNoteKey } from './note-key.ts';
import { checkNote, noteText, readNote, signNote } from './signed-note.ts';
import { checkTlogProof, readTlogProof, tlogProofText } from './tlog-proof.ts';

const verify = ed25519Of(crypto.subtle);

/** The example of https://c2sp.org/signed-note (CC0). */
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE =
  'This is an example message.\n\n' +
  '\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

async function pair(name: string) {
  const keys = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const key = await noteKey(name, new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey)));
  const sign = async (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', keys.privateKey, bytes));
  return { key, sign };
}

describe('a signed note', () => {
  it('of the spec is read, checked and written as it is', async () => {
    const key = await readNoteKey(EXAMPLE_KEY);
    const note = readNote(EXAMPLE);
    if (!key || !note) throw new Error('not read');
    expect(noteKeyText(key)).toBe(EXAMPLE_KEY);
    expect(noteText(note)).toBe(EXAMPLE);
    expect(note.text).toBe('This is an example message.\n');
    expect(await checkNote(note, [key], verify)).toBe('good');
    expect(await checkNote({ ...note, text: 'This is another message.\n' }, [key], verify)).toBe('bad');
    expect(await checkNote(note, [], verify)).toBe('unknown');
  });

  it('by several keys is bad when one of those that we know did not sign it', async () => {
    const [one, two] = [await pair('one'), await pair('two')];
    const first = await signNote('a\n', one.key, one.sign);
    const second = await signNote('b\n', two.key, two.sign);
    const both = { text: 'a\n', signatures: [...first.signatures, ...second.signatures] };
    expect(await checkNote(both, [one.key], verify)).toBe('good');
    expect(await checkNote(both, [two.key], verify)).toBe('bad');
    expect(await checkNote(both, [one.key, two.key], verify)).toBe('bad');
  });

  it('changed in one byte is refused, is not good, or means the same to the letter', async () => {
    const key = await readNoteKey(EXAMPLE_KEY);
    if (!key) throw new Error('not read');
    const bytes = new TextEncoder().encode(EXAMPLE);
    for (const at of bytes.keys()) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const note = readNote(new TextDecoder().decode(changed));
      if (note) expect(await checkNote(note, [key], verify), `byte ${at}`).not.toBe('good');
    }
  });

  it.each([
    ['without an empty line', 'a\n\u2014 k AAAAAAAA\n'],
    ['without a signature', 'a\n\n'],
    ['without its last newline', EXAMPLE.slice(0, -1)],
    ['with a control character', `a\tb${EXAMPLE}`],
    ['with a carriage return', EXAMPLE.replace('message.\n', 'message.\r\n')],
    ['with a hyphen for the dash', EXAMPLE.replace('\u2014', '-')],
    ['with a key name that has a plus', EXAMPLE.replace('/foo', '+foo')],
    ['with base64 that lacks its padding', EXAMPLE.replace('=', '')],
    ['with base64 that has left-over bits', EXAMPLE.replace('QM=', 'QN=')],
    ['with a signature of no byte', 'a\n\n\u2014 k AAAAAA==\n'],
    ['with seventeen signatures', `a\n\n${'\u2014 k AAAAAAAA\n'.repeat(17)}`],
    ['of a hundred thousand characters', `${'a'.repeat(100_000)}${EXAMPLE}`],
    ['with a lone surrogate', `\ud800${EXAMPLE}`],
    ['with a word after a signature', EXAMPLE.replace('aQM=\n', 'aQM= x\n')],
  ])('%s is refused', (_what, text) => expect(readNote(text)).toBeNull());

  it('as large, and by as many keys, as is allowed is read: no witness too many is told from one that is refused', async () => {
    const line = '\u2014 k AAAAAAA=\n';
    for (const text of [
      `a\n\n${line.repeat(16)}`,
      `${'a'.repeat(100_000 - line.length - 2)}\n\n${line}`,
      `\n\n${line}`,
    ]) {
      const note = readNote(text);
      expect(note && noteText(note)).toBe(text);
    }
  });

  it('is not made of a text without a newline', async () => {
    const { key, sign } = await pair('k');
    await expect(signNote('a', key, sign)).rejects.toThrow(RangeError);
  });
});

test.each([
  EXAMPLE_KEY.replace('530d', '530e'),
  EXAMPLE_KEY.replace('+Ae', '+Be'),
  EXAMPLE_KEY.replace('foo', 'bar'),
  EXAMPLE_KEY.slice(0, -4),
  EXAMPLE_KEY.replace('530d903a', '530D903A'),
  `${EXAMPLE_KEY}\n`,
  '',
  'a+b+c',
  `x+${EXAMPLE_KEY}`,
  'example.com/foo+530d903a+====',
])('%j is no key', async (text) => expect(await readNoteKey(text)).toBeNull());

test('a key cannot have a name that would not be read back', async () => {
  const bytes = new Uint8Array(32);
  for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\nb'])
    await expect(noteKey(name, bytes)).rejects.toThrow(RangeError);
  await expect(noteKey('a'.repeat(201), bytes)).rejects.toThrow(RangeError);
  expect((await noteKey('a'.repeat(200), bytes)).name).toHaveLength(200);
  await expect(noteKey('a', new Uint8Array(31))).rejects.toThrow(RangeError);
});

describe('a checkpoint', () => {
  const root = Uint8Array.from({ length: 32 }, (_, i) => i);
  const text = checkpointText({ origin: originOf('lAAAAAAAAAAAA'), size: 8, root });

  it('is three lines, and is read back', () => {
    expect(text).toBe('ask-to-record/lAAAAAAAAAAAA\n8\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n');
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, bytes) => {
        const checkpoint = { origin: 'a/b', size, root: new Uint8Array(bytes) };
        expect(readCheckpointText(checkpointText(checkpoint))).toEqual(checkpoint);
      }),
    );
  });

  it.each([
    text.replace('\n8\n', '\n08\n'),
    text.replace('\n8\n', '\n-8\n'),
    text.replace('\n8\n', '\n8.0\n'),
    text.replace('\n8\n', '\n9007199254740992\n'),
    text.replace('\n8\n', '\n\n'),
    text.replace('AAEC', ''),
    `${text}extension\n`,
    `${text}\n`,
    `${text}\nextension`,
    text.slice(0, -1),
    text.replace('ask-to-record', 'ask to record'),
    `\n${text}`,
    '',
  ])('%j is none', (other) => expect(readCheckpointText(other)).toBeNull());

  it('of a log in which nothing stands yet is one', () => {
    const empty = { origin: 'a', size: 0, root };
    expect(readCheckpointText(checkpointText(empty))).toEqual(empty);
  });

  it('is not written of what is none', () => {
    for (const part of [{ size: -1 }, { size: 1.5 }, { origin: '' }, { root: new Uint8Array(31) }])
      expect(() => checkpointText({ origin: 'a', size: 1, root, ...part })).toThrow(RangeError);
  });
});

describe('a tlog-proof', () => {
  async function made() {
    const leaves = Array.from({ length: 6 }, (_, i) => new Uint8Array(32).fill(i) as Hash);
    const tree = await treeOf(leaves);
    const { key, sign } = await pair(originOf('lAAAAAAAAAAAA'));
    const checkpoint = { origin: key.name, size: 6, root: await rootAt(tree) };
    const note = await signNote(checkpointText(checkpoint), key, sign);
    const text = tlogProofText({ index: 3, path: await inclusionProof(tree, 3), checkpoint: noteText(note) });
    return { text, key, leaf: leaves[3] as Hash, checkpoint, sign };
  }

  it('proves its leaf with nothing else but the key', async () => {
    const { text, key, leaf, checkpoint } = await made();
    expect(text.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 3']);
    expect(await checkTlogProof(text, leaf, key, verify)).toEqual({ ok: true, index: 3, checkpoint });
  });

  it('changed in one byte it proves nothing', async () => {
    const { text, key, leaf } = await made();
    const bytes = new TextEncoder().encode(text);
    for (const at of bytes.keys()) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const { ok } = await checkTlogProof(new TextDecoder().decode(changed), leaf, key, verify);
      expect(ok, `byte ${at}`).toBe(false);
    }
  });

  it('says what does not hold', async () => {
    const { text, key, leaf, checkpoint, sign } = await made();
    const faultOf = async (of: string, by = key, hash = leaf) => {
      const checked = await checkTlogProof(of, hash, by, verify);
      return checked.ok ? null : checked.fault;
    };
    const [proof = '', ...rest] = text.split('\n\n');
    expect(await faultOf('')).toBe('proof-shape');
    expect(await faultOf(text.replace('index 3', 'extra AAAA\nindex 3'))).toBe('proof-shape');
    expect(await faultOf(text.replace('index 3', 'index 03'))).toBe('proof-shape');
    expect(await faultOf(`${proof}\n\n${rest.join('\n\n').replace('\n6\n', '\n06\n')}`)).toBe('checkpoint-shape');
    expect(await faultOf(text, (await pair('another')).key)).toBe('unknown-key');
    expect(await faultOf(text, (await pair(key.name)).key)).toBe('unknown-key');
    expect(await faultOf(text.replace('\n6\n', '\n7\n'))).toBe('signature');
    expect(await faultOf(text, key, new Uint8Array(32).fill(4))).toBe('inclusion');
    const elsewhere = await signNote(checkpointText({ ...checkpoint, origin: 'elsewhere' }), key, sign);
    expect(await faultOf(`${proof}\n\n${noteText(elsewhere)}`)).toBe('unknown-key');
  });

  const hash = `${'A'.repeat(43)}=`;
  it.each([
    'c2sp.org/tlog-proof@v2\nindex 0\n\nx',
    `c2sp.org/tlog-proof@v1\nindex 0\n${'A\n'.repeat(99)}\nx`,
    'c2sp.org/tlog-proof@v1\nthe index 0\n\nx',
    'c2sp.org/tlog-proof@v1\nindex 0 \n\nx',
    'c2sp.org/tlog-proof@v1\nindex 9007199254740993\n\nx',
    `c2sp.org/tlog-proof@v1\nindex 0\n${hash}\nAAAA\n\nx`,
    `c2sp.org/tlog-proof@v1\nindex 0\n${`${hash}\n`.repeat(54)}\nx`,
  ])('%j is none', (text) => expect(readTlogProof(text)).toBeNull());

  it('of the largest tree that there can be is read back', () => {
    const path = Array.from({ length: 53 }, (_, i) => new Uint8Array(32).fill(i) as Hash);
    const proof = { index: Number.MAX_SAFE_INTEGER, path, checkpoint: 'x' };
    expect(readTlogProof(tlogProofText(proof))).toEqual(proof);
  });
});

test('a fingerprint is eight groups of five digits, the same for the same key only', async () => {
  const key = new Uint8Array(32).fill(7);
  expect(await fingerprintOf(key)).toMatch(/^(?:\d{5} ){7}\d{5}$/);
  expect(await fingerprintOf(key)).toBe(await fingerprintOf(Uint8Array.from(key)));
  expect(await fingerprintOf(key)).not.toBe(await fingerprintOf(new Uint8Array(32).fill(8)));
});

test('base64 has one spelling', () => {
  expect(fromBase64('AA==')).toEqual(Uint8Array.of(0));
  for (const text of ['AA', 'AB==', 'AA=', 'A A=', 'AA-_', '====']) expect(fromBase64(text), text).toBeNull();
});
