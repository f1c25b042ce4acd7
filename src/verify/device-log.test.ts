import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogRow } from '../database/schema.ts';
import { exportDeviceLog } from '../export/device-log.ts';
import { keepCheckpoint } from '../log/checkpoints.ts';
import type { DeviceBundle } from '../log/device-bundle.ts';
import { devicePages } from '../log/device-log.ts';
import type { Hash } from '../log/merkle.ts';
import { type Bench, countedBytes, id, LOG, MEETING, NINE, openBench, write } from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { fromBase64url } from '../model/id.ts';
import { type GivenSigned, verifyDeviceLog } from './device-log.ts';
import { DEVICE_CHECKS, DEVICE_LIMIT_MEANINGS, DEVICE_LIMITS, DEVICE_MEANINGS } from './device-meanings.ts';

const verify = ed25519Of(crypto.subtle);
const other = id('log', 2);
let bench: Bench;
let random: ReturnType<typeof countedBytes>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
  random = countedBytes();
});

const keep = async (row: LogRow, byte = 42) => keepCheckpoint({ db: bench.db, random }, await testSigner(byte), row);

async function meeting(log = LOG): Promise<LogRow> {
  const { row } = await write(bench.store, MEETING.slice(0, 6), log);
  await keep(row);
  const done = await bench.store.append(log, row, MEETING.slice(6), null);
  if (!done.ok) throw new Error(done.code);
  await keep(done.row);
  return done.row;
}

async function exported(): Promise<string> {
  let text = '';
  const { key } = await testSigner();
  const order = { pages: () => devicePages(bench.db), key, at: NINE, signal: new AbortController().signal };
  for await (const part of exportDeviceLog(order)) text += part;
  return text;
}

async function givenOf(log: string): Promise<GivenSigned> {
  const hashes: Hash[] = [];
  const row = (await bench.store.row(log)) as LogRow;
  for await (const page of bench.store.pages(row))
    for (const { hash } of page) hashes.push(fromBase64url(hash) as Hash);
  return { log, hashes, key: (await testSigner()).key, checkpoints: await bench.store.checkpoints(log, 1000) };
}

type Outcome = Awaited<ReturnType<typeof verifyDeviceLog>>;
const failed = ({ lines }: Outcome) =>
  lines.flatMap((line) => (line.what === 'check' && line.result === 'fails' ? [line.code] : []));
const limits = ({ lines }: Outcome) => lines.flatMap((line) => (line.what === 'limit' ? [line.code] : []));

/** The same device log with something in it changed. */
async function changed(change: (bundle: DeviceBundle) => void): Promise<string> {
  const bundle = JSON.parse(await exported()) as DeviceBundle;
  change(bundle);
  return JSON.stringify(bundle);
}

describe('a device log', () => {
  it('of two meetings is in order, and both are in it', async () => {
    await meeting();
    await meeting(other);
    const given = [await givenOf(LOG), await givenOf(other)];
    const found = await verifyDeviceLog(await exported(), given, verify);
    expect(found.verdict).toBe('valid');
    expect(failed(found)).toEqual([]);
    expect(limits(found)).toEqual(['device-tail', 'device-whose-key']);
    const made = found.lines.filter((line) => line.what === 'check').map((line) => `${line.code} ${line.result}`);
    expect(made.sort()).toEqual(
      DEVICE_CHECKS.map((code) => `${code} ${code === 'device-continued' ? 'not-checked' : 'holds'}`).sort(),
    );
  });

  it('from which a meeting was left out is found by what was signed of that meeting', async () => {
    await meeting();
    const given = [await givenOf(LOG)];
    globalThis.indexedDB = new IDBFactory();
    bench = await openBench();
    await meeting(other);
    const found = await verifyDeviceLog(await exported(), given, verify);
    expect(failed(found)).toEqual(['device-meetings', 'device-meetings']);
    expect(found.lines[0]).toMatchObject({ log: LOG });
  });

  it('does not speak for what another device signed', async () => {
    await meeting();
    const given = { ...(await givenOf(LOG)), key: (await testSigner(7)).key };
    expect((await verifyDeviceLog(await exported(), [{ ...given, log: other }], verify)).verdict).toBe('valid');
  });

  it('with two stories of a meeting is found: shorter again, twice the same size, or other entries', async () => {
    const row = await meeting();
    const given = await givenOf(LOG);
    const mine = { ...given, hashes: [...given.hashes].reverse() };
    expect(failed(await verifyDeviceLog(await exported(), [mine], verify))).toEqual([
      'device-stories',
      'device-stories',
    ]);
    // The meeting's log was begun anew, and signed once more at a size that it had before.
    await bench.db.clear('checkpoints');
    await keep(row);
    expect(failed(await verifyDeviceLog(await exported(), [], verify))).toEqual(['device-stories']);
  });

  it('tells that a log that was given along is shorter than what was signed of it', async () => {
    await meeting();
    const given = await givenOf(LOG);
    const shorter = { ...given, hashes: given.hashes.slice(0, 7), checkpoints: given.checkpoints.slice(0, 1) };
    const found = await verifyDeviceLog(await exported(), [shorter], verify);
    expect(found.verdict).toBe('valid');
    expect(limits(found)).toContain('device-went-on');
  });

  it('is held against a checkpoint of it that somebody kept', async () => {
    await meeting();
    const early = (JSON.parse(await exported()) as DeviceBundle).checkpoint;
    await meeting(other);
    const whole = await exported();
    const late = (JSON.parse(whole) as DeviceBundle).checkpoint;
    expect(failed(await verifyDeviceLog(whole, [], verify, [early, late, 'nothing of ours']))).toEqual([]);
    globalThis.indexedDB = new IDBFactory();
    bench = await openBench();
    await meeting(other);
    const rewritten = await exported();
    expect(failed(await verifyDeviceLog(rewritten, [], verify, [early]))).toEqual(['device-continued']);
    // Longer than what is left.
    expect(failed(await verifyDeviceLog(rewritten, [], verify, [late]))).toEqual(['device-continued']);
  });

  it('may leave out which meetings some lines are about, and is whole all the same', async () => {
    await meeting();
    await meeting(other);
    const text = await changed((bundle) => {
      bundle.openings.splice(0, 2);
    });
    const found = await verifyDeviceLog(text, [], verify);
    expect(found.verdict).toBe('valid');
    expect(limits(found)).toContain('device-hidden');
    expect(text).not.toContain(LOG);
  });
});

describe('tampering with a device log', () => {
  beforeEach(async () => {
    await meeting();
    await meeting(other);
  });

  it.each<[string, (bundle: DeviceBundle) => void, string[]]>([
    ['a leaf dropped at the end', (b) => void b.leaves.pop(), ['device-opening', 'device-root']],
    [
      'a leaf dropped in the middle',
      (b) => void b.leaves.splice(1, 1),
      ['device-chain', 'device-opening', 'device-root'],
    ],
    ['two leaves swapped', (b) => void b.leaves.reverse(), ['device-chain', 'device-opening', 'device-root']],
    [
      'a leaf touched',
      (b) => void b.leaves.splice(1, 1, ` ${b.leaves[1]}`),
      ['device-leaf', 'device-chain', 'device-opening', 'device-root'],
    ],
    ['an opening of another leaf', (b) => void Object.assign(b.openings[0] ?? {}, { index: 1 }), ['device-opening']],
    [
      'an opening twice',
      (b) => void b.openings.splice(1, 0, { ...(b.openings[0] ?? { index: 0, opening: '' }) }),
      ['device-opening'],
    ],
    [
      'an opening that says otherwise',
      (b) => void Object.assign(b.openings[0] ?? {}, { opening: b.openings[2]?.opening }),
      ['device-opening'],
    ],
    ['no key', (b) => void Object.assign(b, { key: 'x' }), ['device-key']],
    ['another key', (b) => void Object.assign(b, { key: 'A'.repeat(43) }), ['device-signature']],
    ['another note', (b) => void Object.assign(b, { checkpoint: 'x' }), ['device-signature']],
  ])('%s is found', async (_name, change, expected) => {
    const found = await verifyDeviceLog(await changed(change), [], verify);
    expect(found.verdict).toBe('invalid');
    expect(new Set(failed(found))).toEqual(new Set(expected));
  });

  it('any flipped byte is found, and nothing throws', async () => {
    const text = await exported();
    for (let at = 0; at < text.length; at += 7) {
      const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
      const found = await verifyDeviceLog(flipped, [], verify);
      const time = text.indexOf('"exportedAt"') <= at && at < text.indexOf('"key"');
      // White space that becomes other white space changes nothing; the time is vouched for by nobody.
      if (!time && text[at] !== '\n') expect([at, found.verdict]).not.toEqual([at, 'valid']);
    }
  });

  it.each([
    ['no JSON', '{', 'device-json'],
    ['another format', '{"format":"ask-to-record-log","version":1}', 'device-version'],
    ['a later version', '{"format":"ask-to-record-device-log","version":2}', 'device-version'],
    ['a member too many', '{"format":"ask-to-record-device-log","version":1,"x":1}', 'device-shape'],
    ['too deep', `${'['.repeat(100_000)}`, 'device-limits'],
  ])('%s is no device log', async (_name, text, code) => {
    const found = await verifyDeviceLog(text, [], verify);
    expect(found.verdict).toBe('unreadable');
    expect(failed(found)).toEqual([code]);
  });
});

it('says of every check and limit what it means', () => {
  expect(Object.keys(DEVICE_MEANINGS).sort()).toEqual([...DEVICE_CHECKS].sort());
  expect(Object.keys(DEVICE_LIMIT_MEANINGS).sort()).toEqual([...DEVICE_LIMITS].sort());
});
