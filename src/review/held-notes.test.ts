import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { type LogStore, openLogStore } from '../log/store.ts';
import { ANA, countedBytes, id, NINE } from '../log/testdata/meeting.ts';
import type { Purpose } from '../model/ask.ts';
import { Failure } from '../model/failure.ts';
import type { EpochId, ParticipantKey } from '../model/id.ts';
import type { ReviewBody, ReviewPurpose } from '../model/review.ts';
import { FIRST_CARD } from '../model/score.ts';
import { EPOCH_KEYS } from '../vault/key-files.ts';
import { giveUpProtection, leaveLockBehind, protectByPassphrase } from '../vault/protect.ts';
import { quarantine } from '../vault/quarantine.ts';
import { forRecipients } from '../vault/recipients.ts';
import { keepReview, openReviewKeys, reviewKeyName } from '../vault/reviews.ts';
import { RECIPIENT } from '../vault/testdata/one-recipient.ts';
import { TestVault } from '../vault/testdata/vault.ts';
import { whoOpens } from '../vault/who-opens.ts';
import { wrapKey } from '../vault/wrap.ts';
import { openHeldNotes } from './held-notes.ts';
import { recordCall } from './testdata/recorded-call.ts';

const log = id('log', 1);
const [first, second, alone] = [id('epoch', 1), id('epoch', 2), id('epoch', 3)];
let vault: TestVault;
let store: LogStore;
let left: string[];
let identity: string | null;
const unlocked = { read: async () => (identity === null ? null : { identity, by: 'passphrase' as const, idleMs: 1 }) };

beforeEach(async () => {
  vault = await TestVault.open();
  store = openLogStore({ db: vault.db, keys: vault.files, random: countedBytes() });
  left = [];
  identity = null;
});

const record = (later: readonly Purpose[] | null = null) =>
  recordCall(vault, store, { log, epochs: [first, second, alone], later, alone: [alone] });

const note = (text: string, at: number): ReviewBody => ({
  v: 1,
  is: 'note',
  ms: 100,
  text,
  tags: ['price'],
  by: 'Rosa',
  at,
});
const scores: ReviewBody = {
  v: 1,
  is: 'scores',
  card: FIRST_CARD,
  scores: [3, 4, 1],
  agent: 'Héctor',
  text: 'curt',
  by: '',
  at: NINE,
};

let written = 0;
async function write(epoch: EpochId, body: ReviewBody): Promise<void> {
  written += 1;
  const { db, ground, files: keys } = vault;
  const open = openReviewKeys(ground, await whoOpens(db, unlocked));
  const one = { log, id: `r${String(written).padStart(12, '0')}`, epoch, body };
  await keepReview({ db, keys, locks: ground.locks }, open, one, forRecipients(ground));
}

const leave = async (epochs: readonly EpochId[], purpose: ReviewPurpose) => {
  left.push(`${purpose} ${epochs.join(' ')}`);
};
const open = (participant: ParticipantKey = ANA, may = leave) =>
  openHeldNotes(vault.ground, unlocked, { log, participant, ids: [participant] }, may);
const texts = async () => (await open()).opened.map(({ text }) => text);

test('the notes about stretches that they were in, and the scores of the call, as they were written', async () => {
  await record();
  await write(second, note('late', NINE + 2));
  await write(first, note('early', NINE + 1));
  await write(alone, note('about the host alone', NINE));
  await write(alone, scores);
  const { opened, missing } = await open();
  expect(opened.map(({ text, by, tags }) => [text, by, tags])).toEqual([
    ['curt', '', []],
    ['early', 'Rosa', ['price']],
    ['late', 'Rosa', ['price']],
  ]);
  expect(opened[0]).toMatchObject({ agent: 'Héctor', criteria: FIRST_CARD.criteria });
  expect(missing).toEqual([]);
});

test('are opened only after it is in the log, once for a purpose, and for nobody who was not there', async () => {
  await record();
  await write(first, note('one', NINE));
  await write(second, note('two', NINE));
  const refused = () => Promise.reject(new Failure('disk-full'));
  await expect(open(ANA, refused)).rejects.toMatchObject({ code: 'disk-full' });
  await open();
  expect(left).toEqual([`quality ${first} ${second}`]);
  expect(await open(id('participant', 9))).toEqual({ opened: [], missing: [] });
  expect(left).toHaveLength(1);
});

test('are opened for training where somebody took quality back, and stay closed and counted where both are gone', async () => {
  await record(['training']);
  await write(first, note('one', NINE));
  expect(await texts()).toEqual(['one']);
  expect(left).toEqual([`training ${first}`]);
  await write(alone, scores);
  expect((await open()).opened).toHaveLength(2);
  expect(left.slice(1)).toEqual([`training ${first}`, `quality ${alone}`]);
});

test('without a purpose that everybody agreed to nothing is opened, and how many is said', async () => {
  await record(['disputes']);
  await write(first, note('one', NINE));
  await write(first, note('two', NINE));
  await write(alone, scores);
  const { opened, missing } = await open();
  expect(opened.map(({ text }) => text)).toEqual(['curt']);
  expect(missing).toEqual([{ why: 'refused', n: 2 }]);
  expect(left).toEqual([`quality ${alone}`]);
});

test('what the worker refuses, because somebody agreed to less in between, stays closed', async () => {
  await record();
  await write(first, note('one', NINE));
  const refused = () => Promise.reject(new Failure('purpose-refused'));
  expect(await open(ANA, refused)).toEqual({ opened: [], missing: [{ why: 'refused', n: 1 }] });
});

test('nothing of a recording that is set apart is opened', async () => {
  await record();
  await write(first, note('one', NINE));
  await quarantine(vault.db, { version: 1, epoch: first, log, at: 1, until: 2, why: 'no-consent' });
  expect(await open()).toEqual({ opened: [], missing: [{ why: 'refused', n: 1 }] });
  expect(left).toEqual([]);
});

test('a locked vault is unlocked first, and nothing is written into the log for it', async () => {
  await record();
  await write(first, note('one', NINE));
  const own = await protectByPassphrase(vault, 'anchor violet cedar nine');
  await expect(open()).rejects.toMatchObject({ code: 'vault-locked' });
  expect(left).toEqual([]);
  await vault.rewrap(own);
  identity = own;
  expect(await texts()).toEqual(['one']);
});

test('what is damaged, and what lost its recording, is counted beside what opens', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await record();
  await write(first, note('mine', NINE));
  await write(second, note('lost', NINE));
  const row = (await vault.db.getAll('reviews')).find(({ epoch }) => epoch === first);
  if (!row) throw new Error('no row');
  await vault.db.put('reviews', { ...row, id: 'rZZZZZZZZZZZZ' });
  await vault.files.destroy(EPOCH_KEYS, second);
  const { opened, missing } = await open();
  expect(opened.map(({ text }) => text)).toEqual(['mine']);
  expect(missing).toEqual([{ why: 'unreadable', n: 2 }]);
  warned.mockRestore();
});

test('what only others can open is theirs to give', async () => {
  await record();
  await write(first, note('one', NINE));
  const name = reviewKeyName(first);
  await vault.files.replace(EPOCH_KEYS, name, await wrapKey([RECIPIENT], name, new Uint8Array(32)));
  expect(await open()).toEqual({ opened: [], missing: [{ why: 'others', n: 1 }] });
});

test('what lies under a lock of which the protection is being given up is locked', async () => {
  await record();
  await write(first, note('one', NINE));
  const own = await protectByPassphrase(vault, 'anchor violet cedar nine');
  await vault.rewrap(own);
  await giveUpProtection(vault, own);
  expect(await open()).toEqual({ opened: [], missing: [{ why: 'locked', n: 1 }] });
});

test('where nothing was written about them nobody has to unlock', async () => {
  await record();
  await write(alone, note('about the host alone', NINE));
  await protectByPassphrase(vault, 'anchor violet cedar nine');
  expect(await open()).toEqual({ opened: [], missing: [] });
});

test('what lies under a lost lock is locked, and a key that is damaged opens nothing', async () => {
  await record();
  const own = await protectByPassphrase(vault, 'anchor violet cedar nine');
  await vault.rewrap(own);
  identity = own;
  await write(first, note('under the lost one', NINE));
  await write(second, note('damaged', NINE));
  await vault.files.replace(EPOCH_KEYS, reviewKeyName(second), new Uint8Array(40));
  await write(alone, scores);
  expect((await open()).missing).toEqual([{ why: 'unreadable', n: 1 }]);
  identity = await leaveLockBehind(vault, 'marble otter lantern five');
  expect((await open()).missing).toEqual([{ why: 'locked', n: 3 }]);
});
