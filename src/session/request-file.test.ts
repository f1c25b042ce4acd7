import { describe, expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import { requestText } from '../log/request.ts';
import { testSigner } from '../log/testdata/signer.ts';
import { ed25519Of } from '../model/ed25519.ts';
import type { Entry } from '../model/entry.ts';
import type { FailureCode } from '../model/failure.ts';
import { base64url } from '../model/id.ts';
import { readRequestFile, requestFileDrafts, whoseRequest } from './request-file.ts';

const verify = ed25519Of(crypto.subtle);
const { ANA, ASK, BEN, HOST } = told;
const NOW = Date.parse('2026-03-02T10:00:00.000Z');
const FILE = 'f'.repeat(43);
const ID = 'aAAAAAAAAAAAA';

async function file(
  change: { byte?: number; by?: number; what?: 'copy' | 'erasure'; madeAt?: string; signed?: boolean } = {},
) {
  const { byte = 2, by = byte, what = 'erasure', madeAt = '2026-03-02T09:00:00.000Z', signed = true } = change;
  const [signer, other] = [await testSigner(byte), await testSigner(by)];
  const answer = {
    answer: 'consented',
    purposes: ['quality'],
    media: 'sound',
    notice: 'A'.repeat(43),
    person: 1,
    people: 1,
    counter: 1,
    key: base64url(signer.key),
    sig: 'A'.repeat(86),
  } as const;
  const request = {
    madeAt,
    what,
    platform: 'x',
    ask: ID,
    text: 'Please.',
    answer: { ...answer, purposes: ['quality' as const] },
  };
  return requestText(request, signed ? other.sign : null);
}

/** Ana answered with the key of byte 2, and Ben by hand. */
async function stateOf(...more: readonly Entry[]) {
  const { key } = await testSigner(2);
  const signed = { key: base64url(key), sig: 'A'.repeat(86), counter: 1 };
  const ask = ID as typeof ASK;
  return told.stateOf(
    told.opened,
    told.joined(HOST),
    told.joined(ANA),
    told.joined(BEN),
    told.asked({}, ask),
    told.yes(ANA, { ask, grade: 'signed', channel: 'banner', signed }),
    told.yes(BEN, { ask }),
    ...more,
  );
}

async function taken(text: string, ...more: readonly Entry[]) {
  const read = await readRequestFile(text, verify);
  return read.ok ? requestFileDrafts(await stateOf(...more), read.request, FILE, NOW) : read;
}

describe('a request that came as a file', () => {
  test('is of whoever answered with the key that signed it', async () => {
    expect(await taken(await file())).toEqual({
      ok: true,
      drafts: [
        {
          entry: { kind: 'request-received', participant: ANA, what: 'erasure', way: 'file', file: FILE },
          subject: ANA,
          disclosures: { words: 'Please.' },
        },
      ],
    });
  });

  const refused: readonly (readonly [string, FailureCode, () => Promise<string>])[] = [
    ['something else', 'request-unreadable', async () => 'no request'],
    ['one without a signature', 'request-unsigned', () => file({ signed: false })],
    ['one that another key signed', 'request-forged', () => file({ by: 3 })],
    ['one that was changed', 'request-forged', async () => (await file()).replace('erasure', 'copy')],
    ['one of somebody who never answered here', 'request-foreign', () => file({ byte: 3 })],
    ['one from the future', 'request-unreadable', () => file({ madeAt: '2026-03-05T09:00:00.000Z' })],
  ];
  test.each(refused)('%s is refused', async (_, code, text) => {
    expect(await taken(await text())).toEqual({ ok: false, code });
  });

  test('given twice is refused, also when the first was answered; a new one after that is not', async () => {
    const before: Entry = { kind: 'request-received', participant: ANA, what: 'erasure', way: 'file', file: FILE };
    const done: Entry = { kind: 'request-answered', request: 7 };
    expect(await taken(await file(), before)).toEqual({ ok: false, code: 'request-again' });
    expect(await taken(await file(), before, done)).toEqual({ ok: false, code: 'request-again' });
    const older = { ...before, file: 'g'.repeat(43) };
    expect(await taken(await file(), older)).toEqual({ ok: false, code: 'request-again' });
    expect((await taken(await file(), older, done)).ok).toBe(true);
    expect((await taken(await file({ what: 'copy' }), older)).ok).toBe(true);
  });
});

describe('whose a request is', () => {
  test('goes by key and by question: neither alone is enough', async () => {
    const key = base64url((await testSigner(2)).key);
    const state = await stateOf(told.asked({}, told.NEXT_ASK));
    expect(whoseRequest(state, { ask: ID as typeof ASK }, key)).toBe(ANA);
    expect(whoseRequest(state, { ask: 'aXXXXXXXXXXXX' as typeof ASK }, key)).toBeNull();
    expect(whoseRequest(state, { ask: ID as typeof ASK }, base64url((await testSigner(3)).key))).toBeNull();
  });
});

describe('a request and those before it', () => {
  const earlier = (participant: typeof ANA, way: 'file' | 'host'): Entry => ({
    kind: 'request-received',
    participant,
    what: 'erasure',
    way,
    ...(way === 'file' && { file: 'g'.repeat(43) }),
  });
  test('what they asked for in another way is no second file', async () => {
    expect((await taken(await file(), earlier(ANA, 'host'))).ok).toBe(true);
  });
  test('what somebody else asked for is theirs', async () => {
    expect((await taken(await file(), earlier(BEN, 'file'))).ok).toBe(true);
  });
});

describe('to the letter', () => {
  const made = async (change: object) => {
    const read = await readRequestFile(await file(), verify);
    if (!read.ok) throw new Error(read.code);
    return requestFileDrafts(await stateOf(), { ...read.request, ...change }, FILE, NOW);
  };
  test('a clock may be wrong by a day', async () => {
    expect((await made({ madeAt: '2026-03-03T10:00:00.000Z' })).ok).toBe(true);
    expect((await made({ madeAt: '2026-03-03T10:00:00.001Z' })).ok).toBe(false);
  });
  test('of its words a thousand signs are kept, and none where there are none', async () => {
    expect(await made({ text: 'x'.repeat(1001) })).toMatchObject({
      drafts: [{ disclosures: { words: 'x'.repeat(1000) } }],
    });
    const none = await made({ text: '' });
    expect(none.ok && none.drafts[0]?.disclosures).toEqual({});
  });
  test('whoever did not answer signed nothing', async () => {
    expect(await made({ answer: null })).toEqual({ ok: false, code: 'request-foreign' });
  });
});
