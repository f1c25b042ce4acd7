import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { fullCheck } from '../log/full-check.ts';
import { EPOCH, LOG } from '../log/testdata/meeting.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { EPOCH_KEYS, KEY_BYTES } from '../vault/key-files.ts';
import type { Passkeys } from '../vault/passkey.ts';
import { openByPassphrase, openByPasskey as openLockByPasskey, protectByPasskey } from '../vault/protect.ts';
import { reviewKeyName } from '../vault/reviews.ts';
import { readState } from '../vault/state.ts';
import { openByPasskey } from './open.ts';
import { openBackup } from './read.ts';
import { allIsWell, Computer, PASSPHRASE, SECOND } from './testdata/computer.ts';
import { MemoryFolder } from './testdata/memory-folder.ts';

let folder: MemoryFolder;
let there: Computer;
const MEETING = `2026-03-02 ${LOG}`;

beforeEach(async () => {
  folder = new MemoryFolder();
  const before = await Computer.open();
  await before.protect();
  await before.meet();
  await before.record(SECOND);
  await before.db.put('holds', { id: 'hold-1' } as never);
  await before.review();
  await before.follow();
  await before.backUp(folder);
  there = await Computer.open(7);
});

const edit = (name: string, change: (text: string) => string) => {
  const at = `${MEETING}/${name}`;
  const changed = change(Buffer.from(folder.files.get(at) ?? []).toString('latin1'));
  folder.files.set(at, new Uint8Array(Buffer.from(changed, 'latin1')));
};

describe('on a computer that knows nothing', () => {
  test('everything is back: it plays with the same passphrase, verifies, and has its names', async () => {
    expect(await there.restore(folder)).toEqual({ meetings: 1, parts: 2, here: 0, over: 0, others: 0, found: [] });
    expect(await there.plays(EPOCH, null)).toBe('vault-locked');
    const identity = await openByPassphrase(there.vault, PASSPHRASE);
    expect(await there.plays(EPOCH, identity)).toContain(`${EPOCH} sound 2`);
    expect(await there.plays(SECOND, identity)).toContain(`${SECOND} sound 1`);
    expect(await there.names()).toEqual(['Héctor Ruiz', 'Ana 🌿 Silva']);
    expect(await there.db.getAllKeys('holds')).toEqual(['hold-1']);
    expect(await there.reviewed(identity)).toEqual(['well asked']);
  });

  test('the log stands a full check there, signed by that computer', async () => {
    await there.restore(folder);
    const row = await there.store.row(LOG);
    if (!row) throw new Error('no log');
    const tools = { ...there.store.checkTools(there.signer.key), verify: ed25519Of(crypto.subtle) };
    const check = fullCheck(tools, row);
    let step = await check.next();
    while (!step.done) step = await check.next();
    expect(step.value).toEqual([]);
    expect(await there.db.count('checkpoints')).toBe(1);
    expect(await there.db.get('settings', `restored/${LOG}`)).toMatchObject({ checkpoints: [{}] });
  });

  test('no key of a recording lies bare', async () => {
    await there.restore(folder);
    expect(await there.vault.files.names(EPOCH_KEYS)).toHaveLength(3);
    for (const epoch of await there.vault.files.names(EPOCH_KEYS))
      expect((await there.vault.files.get(EPOCH_KEYS, epoch))?.length).toBeGreaterThan(KEY_BYTES);
  });

  test('the wrong passphrase brings nothing', async () => {
    await expect(there.check(folder, 'another passphrase')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(await there.db.count('logs')).toBe(0);
  });

  test('backed up in its turn and restored on a third one, it still plays', async () => {
    await there.restore(folder);
    await there.follow({ vault: 'CCCCCCCCCCCCCCCCCCCCCC' });
    const next = new MemoryFolder();
    await there.backUp(next);
    const third = await Computer.open(9);
    expect(await third.restore(next)).toMatchObject({ meetings: 1, parts: 2, found: [] });
    expect(await third.plays(EPOCH, await openByPassphrase(third.vault, PASSPHRASE))).toContain('sound 0');
  });
});

describe('a vault that only a passkey opens', () => {
  const NAME = 'Ask to Record: recordings';
  let before: Computer;
  let credential: string;

  beforeEach(async () => {
    folder = new MemoryFolder();
    before = await Computer.open();
    await protectByPasskey(before.vault, NAME);
    await before.meet();
    await before.follow();
    await before.backUp(folder);
    there = await Computer.open(7);
    credential = (await readState(before.db)).lock?.passkeys[0]?.credential ?? '';
  });
  const opening = async (passkeys: Passkeys, which = credential) =>
    openByPasskey(await openBackup(folder), passkeys, which);

  test('is back where the passkey is, and opens with it from then on', async () => {
    const brought = await there.restore(folder, { opening: await opening(before.vault.passkeys) });
    expect(brought).toMatchObject({ meetings: 1, parts: 1, found: [] });
    expect(await there.plays(EPOCH, null)).toBe('vault-locked');
    const hand = {
      ground: there.vault.ground,
      sealer: there.vault.sealer,
      passkeys: before.vault.passkeys,
      now: () => 0,
    };
    expect(await there.plays(EPOCH, await openLockByPasskey(hand, credential))).toContain('sound 0');
  });

  test('brings nothing where the passkey is not, with another one, or by its owner’s no', async () => {
    const refused = { code: 'passkey-refused' };
    await expect(opening(there.vault.passkeys)).rejects.toMatchObject(refused);
    await expect(opening(before.vault.passkeys, 'another')).rejects.toMatchObject(refused);
    before.vault.passkeys.refuses = true;
    await expect(opening(before.vault.passkeys)).rejects.toMatchObject(refused);
    await expect(there.restore(folder)).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(await there.db.count('logs')).toBe(0);
  });

  test('says so where the passkey opens another vault’s secret, and brings nothing', async () => {
    const other = await Computer.open();
    await protectByPasskey(other.vault, NAME);
    // Known under the same name, as whoever wrote into the folder would have it.
    const theirs = (await readState(other.db)).lock?.passkeys[0];
    expect(theirs?.credential).toBe(credential);
    await expect(opening(other.vault.passkeys)).rejects.toMatchObject({ code: 'backup-damaged' });
  });
});

test('a computer with a lock of its own keeps it, and opens what came with that', async () => {
  const identity = await there.protect();
  const own = (await readState(there.db)).lock?.recipient;
  await there.restore(folder);
  expect((await readState(there.db)).lock?.recipient).toBe(own);
  expect(await there.plays(EPOCH, identity)).toContain('sound 0');
});

test('what is there already stays as it is', async () => {
  await there.restore(folder);
  const before = await there.db.getAll('logs');
  expect(await there.restore(folder)).toMatchObject({ meetings: 0, here: 1 });
  expect(await there.db.getAll('logs')).toEqual(before);
});

test('what was promised to be gone by now does not come back, not for a moment', async () => {
  const people = await there.vault.files.names(LOG);
  expect(people).toEqual([]);
  const judge = async () => ({ ...allIsWell, overdue: new Set<string>([EPOCH]) });
  expect(await there.restore(folder, { judge })).toMatchObject({ parts: 1, over: 1 });
  expect(await there.vault.files.names(EPOCH_KEYS)).toEqual([SECOND]);
  expect(new Set((await there.db.getAllKeys('chunks')).map(([epoch]) => epoch))).toEqual(new Set([SECOND]));
});

test('what is not proved does not come back', async () => {
  const judge = async () => ({ ...allIsWell, proved: (epoch: string) => epoch === EPOCH });
  expect(await there.restore(folder, { judge })).toMatchObject({ parts: 1, found: [{ fault: 'log' }] });
  expect(await there.vault.files.names(EPOCH_KEYS)).toEqual([reviewKeyName(EPOCH), EPOCH]);
});

test('broken off in a meeting: nothing of it is there, and begun again it is whole', async () => {
  const stop = new AbortController();
  const put = there.db.put.bind(there.db);
  let puts = 0;
  Object.assign(there.db, {
    put: (...given: Parameters<typeof put>) => {
      if (given[0] === 'chunks' && ++puts === 4) stop.abort();
      return put(...given);
    },
  });
  await expect(there.restore(folder, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
  expect(await there.db.count('logs')).toBe(0);
  expect(await there.db.count('chunks')).toBe(0);
  expect(await there.vault.files.names(EPOCH_KEYS)).toEqual([]);
  Object.assign(there.db, { put });
  expect(await there.restore(folder)).toMatchObject({ meetings: 1, parts: 2, found: [] });
});

describe('what was edited is found by the check, and does not come back', () => {
  const found = async () => (await there.check(folder)).found;

  test('nothing at all', async () => {
    expect(await there.check(folder)).toMatchObject({ meetings: 1, parts: 2, opened: 2, others: 0, found: [] });
    expect(await there.check(folder, null)).toMatchObject({ parts: 2, opened: 0, others: 2, found: [] });
  });
  test('an entry of the log', async () => {
    edit('entries-00000000.jsonl', (text) => text.replace('"keepDays":30', '"keepDays":90'));
    expect(await found()).toEqual([{ fault: 'log', folder: MEETING }]);
    expect(await there.restore(folder)).toMatchObject({ meetings: 0 });
  });
  test('a log that was cut, with its list made to fit', async () => {
    const lines = folder.text(`${MEETING}/entries-00000000.jsonl`).trim().split('\n');
    edit('entries-00000000.jsonl', () => `${lines.slice(0, -2).join('\n')}\n`);
    edit('meeting.json', (text) => text.replace(/"size": \d+/, `"size": ${lines.length - 2}`));
    expect(await found()).toEqual([{ fault: 'log', folder: MEETING }]);
  });
  test('what was signed', async () => {
    edit('meeting.json', (text) => text.replace(/(— ask-to-record[^\\]*)A/, '$1B').replace(/\+(....)/, '+AAAA'));
    const first = folder.text(`${MEETING}/meeting.json`);
    expect(first).toContain('note');
    edit('meeting.json', (text) => text.replace(/\\n\\n.*?"/, '\\n\\n"'));
    expect(await found()).toEqual([{ fault: 'log', folder: MEETING }]);
  });
  test('words', async () => {
    edit('words.jsonl', (text) =>
      text.replace(/"sealed":"(.)/, (_all, one: string) => `"sealed":"${one === 'A' ? 'B' : 'A'}`),
    );
    expect(await found()).toEqual([{ fault: 'names', folder: MEETING }]);
    expect(await there.restore(folder)).toMatchObject({ meetings: 1, parts: 2, found: [{ fault: 'names' }] });
    expect(await there.names()).toEqual([]);
  });
  test('the file with the keys of names', async () => {
    edit('sealed.age', (text) => text.slice(0, -3));
    expect(await found()).toEqual([{ fault: 'names', folder: MEETING }]);
  });
  test.each(['chunk that was flipped', 'cut off', 'gone'])('media: %s', async (how) => {
    const name = `${EPOCH}/chunks-0000.bin`;
    if (how === 'gone') folder.files.delete(`${MEETING}/${name}`);
    else edit(name, (text) => (how === 'cut off' ? text.slice(0, -40) : `${text.slice(0, -1)}\u0000`));
    expect(await found()).toEqual([{ fault: 'media', folder: MEETING }]);
    expect(await there.restore(folder)).toMatchObject({ meetings: 1, parts: 1, found: [{ fault: 'media' }] });
    expect(await there.vault.files.names(EPOCH_KEYS)).toEqual([SECOND]);
  });
  test('the key of one epoch in the place of another’s', async () => {
    folder.files.set(
      `${MEETING}/${EPOCH}/key.age`,
      folder.files.get(`${MEETING}/${SECOND}/key.age`) as Uint8Array<ArrayBuffer>,
    );
    expect(await found()).toEqual([{ fault: 'key', folder: MEETING }]);
  });
  test('chunks of one epoch in the place of another’s', async () => {
    const name = 'chunks-0000.bin';
    folder.files.set(
      `${MEETING}/${EPOCH}/${name}`,
      folder.files.get(`${MEETING}/${SECOND}/${name}`) as Uint8Array<ArrayBuffer>,
    );
    expect(await found()).toEqual([{ fault: 'media', folder: MEETING }]);
  });
  test('the list of what is there', async () => {
    edit('meeting.json', () => '{}');
    expect(await found()).toEqual([{ fault: 'list', folder: MEETING }]);
  });
  test('what belongs to no meeting', async () => {
    folder.files.set('kept.age', new Uint8Array(10));
    expect(await found()).toEqual([{ fault: 'kept', folder: '' }]);
  });
  test('the lock of somebody else', async () => {
    const other = await Computer.open();
    await other.protect();
    await other.follow();
    const theirs = new MemoryFolder();
    await other.backUp(theirs);
    const mine = JSON.parse(folder.text('ask-to-record-backup.json')) as { lock: { passphrase: string } };
    mine.lock.passphrase = (JSON.parse(theirs.text('ask-to-record-backup.json')) as typeof mine).lock.passphrase;
    folder.files.set('ask-to-record-backup.json', new TextEncoder().encode(JSON.stringify(mine)));
    await expect(there.restore(folder)).rejects.toMatchObject({ code: 'backup-damaged' });
  });
  test('a folder without a backup', async () => {
    await expect(there.check(new MemoryFolder())).rejects.toMatchObject({ code: 'backup-none' });
  });
});
