import 'fake-indexeddb/auto';
import { identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, test } from 'vitest';
import { EPOCH, LOG } from '../log/testdata/meeting.ts';
import { EPOCH_KEYS } from '../vault/key-files.ts';
import { rewrapAll } from '../vault/rewrap.ts';
import { setOrganisation } from '../vault/state.ts';
import { IDENTITY, RECIPIENT } from '../vault/testdata/one-recipient.ts';
import { backupRow, forgetMeetingBooks, meetingBooks } from './book.ts';
import { goneOf } from './gone.ts';
import { isBackupDue, lookAtBackup } from './look.ts';
import { takeBooks } from './take-books.ts';
import { Computer, PASSPHRASE, SECOND } from './testdata/computer.ts';
import { MemoryFolder } from './testdata/memory-folder.ts';

let here: Computer;
let folder: MemoryFolder;
const everything = () => [...folder.files.values()].map((bytes) => Buffer.from(bytes).toString('latin1')).join('\n');

beforeEach(async () => {
  here = await Computer.open();
  folder = new MemoryFolder();
  await here.protect();
  await here.meet();
  await here.follow();
});

describe('a run', () => {
  test('brings everything into one folder a meeting, and a second one writes nothing', async () => {
    expect(await here.backUp(folder)).toEqual({ left: 0, waiting: 0, unread: 0 });
    const names = [...folder.files.keys()].sort();
    expect(names).toEqual([
      `2026-03-02 ${LOG}/${EPOCH}/chunks-0000.bin`,
      `2026-03-02 ${LOG}/${EPOCH}/key.age`,
      `2026-03-02 ${LOG}/entries-00000000.jsonl`,
      `2026-03-02 ${LOG}/meeting.json`,
      `2026-03-02 ${LOG}/sealed.age`,
      `2026-03-02 ${LOG}/words.jsonl`,
      'READ ME.txt',
      'ask-to-record-backup.json',
      'kept.age',
    ]);
    folder.left = 0;
    expect(await here.backUp(folder)).toEqual({ left: 0, waiting: 0, unread: 0 });
    expect(await backupRow(here.db)).toMatchObject({ begun: true, failed: null, waiting: 0 });
  });

  test('no name, no word, no key and no sound lies bare in it', async () => {
    await here.backUp(folder);
    const key = await here.vault.files.get(LOG, (await here.vault.files.names(LOG))[0] ?? '');
    const all = everything();
    for (const bare of ['Ana', 'Silva', 'Héctor', 'I agree', 'sound 0', Buffer.from(key ?? []).toString('latin1')])
      expect(all).not.toContain(bare);
    expect(all).toContain('age-encryption.org/v1');
  });

  test('takes only what is new along', async () => {
    await here.backUp(folder);
    const before = new Map(folder.files);
    await here.record(SECOND);
    await here.backUp(folder);
    const written = [...folder.files].filter(([name, bytes]) => before.get(name) !== bytes).map(([name]) => name);
    expect(written.map((name) => name.replace(/^[^/]*\//, '')).sort()).toEqual([
      `${SECOND}/chunks-0000.bin`,
      `${SECOND}/key.age`,
      'entries-00000000.jsonl',
      'meeting.json',
    ]);
  });

  test('broken off at any step, it restores to what was whole and goes on the next time', async () => {
    for (let steps = 0; steps < 12; steps++) {
      folder.left = steps;
      const done = await here.backUp(folder).then(
        () => true,
        (error: Error) => error.message,
      );
      folder.left = Number.POSITIVE_INFINITY;
      if (done === true) break;
      expect(done).toBe('the power went');
      if (folder.files.has('ask-to-record-backup.json')) expect((await here.check(folder)).found).toEqual([]);
    }
    expect(await here.check(folder)).toMatchObject({ meetings: 1, parts: 1, opened: 1, found: [] });
  });

  test('cancelled: nothing is said to have failed', async () => {
    await expect(here.backUp(folder, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
    expect(await backupRow(here.db)).toMatchObject({ failed: null, doneAt: null });
  });

  test('a log that was damaged leaves the better copy of it alone, and keeps no other from being saved', async () => {
    await here.backUp(folder);
    const before = folder.text(`2026-03-02 ${LOG}/entries-00000000.jsonl`);
    await here.record(SECOND);
    const row = await here.db.get('entries', [LOG, 3]);
    await here.db.put('entries', { log: LOG, index: 3, leaf: new TextEncoder().encode('{}'), ...(row && {}) });
    expect(await here.backUp(folder)).toMatchObject({ unread: 1 });
    expect(folder.text(`2026-03-02 ${LOG}/entries-00000000.jsonl`)).toBe(before);
    expect(await here.check(folder)).toMatchObject({ parts: 1, found: [] });
  });
});

describe('the folder', () => {
  test('that is away is told, and what has to leave it is known meanwhile', async () => {
    await here.backUp(folder);
    folder.away = true;
    await here.destroy(EPOCH);
    await here.eraseAna();
    await expect(here.backUp(folder)).rejects.toMatchObject({ code: 'backup-away' });
    expect(await backupRow(here.db)).toMatchObject({ failed: 'backup-away' });
    const [gone] = await goneOf(here.db, here.vault.files, await meetingBooks(here.db));
    expect(gone).toMatchObject({ epochs: [EPOCH] });
    expect(gone?.people).toHaveLength(1);
    folder.away = false;
    expect(await here.backUp(folder)).toMatchObject({ left: 2 });
    expect(folder.named(EPOCH)).toEqual([]);
    expect(await goneOf(here.db, here.vault.files, await meetingBooks(here.db))).toEqual([]);
  });

  test('that is pulled out in the middle is told, and what was whole in it restores', async () => {
    await here.backUp(folder);
    await here.record(SECOND);
    for (const stays of [0, 1, 2]) {
      folder.stays = stays;
      await expect(here.backUp(folder)).rejects.toMatchObject({ code: 'backup-away' });
      folder.away = false;
      folder.stays = Number.POSITIVE_INFINITY;
      expect(await here.check(folder), `after ${stays} files`).toMatchObject({ meetings: 1, parts: 1, found: [] });
    }
    await here.backUp(folder);
    expect(await here.check(folder)).toMatchObject({ parts: 2, found: [] });
  });

  test('that is full is told, and the next run with more room brings the rest', async () => {
    folder.room = 4000;
    await expect(here.backUp(folder)).rejects.toMatchObject({ code: 'backup-full' });
    expect(await backupRow(here.db)).toMatchObject({ failed: 'backup-full' });
    folder.room = Number.POSITIVE_INFINITY;
    await here.backUp(folder);
    expect(await here.check(folder)).toMatchObject({ parts: 1, found: [] });
  });

  test('with another vault’s backup is left alone', async () => {
    await here.backUp(folder);
    const before = new Map(folder.files);
    const other = await Computer.open();
    await other.protect();
    await other.follow({ vault: 'BBBBBBBBBBBBBBBBBBBBBB' });
    await expect(other.backUp(folder)).rejects.toMatchObject({ code: 'backup-other' });
    expect(folder.files).toEqual(before);
  });

  test('that was emptied, or another one in its place, is not begun anew in silence', async () => {
    await here.backUp(folder);
    folder.files.clear();
    await expect(here.backUp(folder)).rejects.toMatchObject({ code: 'backup-away' });
    expect(folder.files.size).toBe(0);
  });

  test('whose first file was edited is told, and nothing is written over it', async () => {
    await here.backUp(folder);
    folder.files.set('ask-to-record-backup.json', new TextEncoder().encode('{"format":"mine"}'));
    await expect(here.backUp(folder)).rejects.toMatchObject({ code: 'backup-damaged' });
  });
});

describe('who can open it elsewhere', () => {
  test('nobody: no backup is made, for it would be of no use', async () => {
    const bare = await Computer.open();
    await bare.meet();
    await bare.follow();
    await expect(bare.backUp(folder)).rejects.toMatchObject({ code: 'backup-unprotected' });
    expect(folder.files.size).toBe(0);
  });

  test('an organisation alone: its key opens the recordings and the names', async () => {
    const bare = await Computer.open();
    await setOrganisation(bare.vault.ground, { recipients: [RECIPIENT], hostPlays: true });
    await bare.meet();
    await bare.follow();
    await bare.backUp(folder);
    const other = await Computer.open(7);
    expect(await identityToRecipient(IDENTITY)).toBe(RECIPIENT);
    expect(await other.restore(folder, { opening: { identity: IDENTITY, lock: null } })).toMatchObject({
      meetings: 1,
      parts: 1,
      others: 0,
    });
    expect(await other.plays(EPOCH, null)).toContain(`${EPOCH} sound 2`);
    expect(await other.names()).toEqual(['Héctor Ruiz', 'Ana 🌿 Silva']);
  });

  test('a key that still lies bare, or is wrapped for this computer alone, waits', async () => {
    const early = await Computer.open();
    await early.meet();
    const identity = await early.protect();
    await early.follow();
    expect(await early.backUp(folder)).toMatchObject({ waiting: 1 });
    expect(folder.named('key.age')).toEqual([]);
    await rewrapAll(early.vault.ground, identity, { signal: new AbortController().signal, progress: () => undefined });
    expect(await early.backUp(folder)).toMatchObject({ waiting: 0 });
    expect(await early.check(folder, PASSPHRASE)).toMatchObject({ parts: 1, opened: 1, found: [] });
  });
});

describe('what is deleted here leaves the backup', () => {
  test('an epoch: key and media, whatever step is the last one', async () => {
    await here.record(SECOND);
    await here.backUp(folder);
    await here.destroy(EPOCH);
    for (const left of [0, 1, 1]) {
      folder.left = left;
      await expect(here.backUp(folder)).rejects.toThrow('the power went');
      folder.left = Number.POSITIVE_INFINITY;
      expect((await here.check(folder)).found.filter(({ fault }) => fault !== 'key')).toEqual([]);
    }
    await here.backUp(folder);
    expect(folder.named(EPOCH)).toEqual([]);
    expect(await here.check(folder)).toMatchObject({ parts: 1, found: [] });
  });

  test('a person: their key and their words, and nobody else’s', async () => {
    await here.backUp(folder);
    await here.eraseAna();
    expect(await here.backUp(folder)).toMatchObject({ left: 1 });
    const other = await Computer.open(7);
    await other.restore(folder);
    expect(await other.names()).toEqual(['Héctor Ruiz']);
    const words = folder.text(`2026-03-02 ${LOG}/words.jsonl`).trim().split('\n');
    expect(new Set(words.map((line) => (JSON.parse(line) as { subject: string }).subject)).size).toBe(1);
  });

  test('also when nothing new may be written any more', async () => {
    await here.backUp(folder);
    await here.destroy(EPOCH);
    await here.eraseAna();
    await here.db.delete('vault', 'state');
    await expect(here.backUp(folder)).rejects.toMatchObject({ code: 'backup-unprotected' });
    expect(folder.named(EPOCH)).toEqual([]);
    expect(folder.named('sealed.age')).toEqual([]);
  });

  test('keys that this computer lost are not held for deleted', async () => {
    await here.backUp(folder);
    await here.vault.files.destroy(EPOCH_KEYS, EPOCH);
    for (const person of await here.vault.files.names(LOG)) await here.vault.files.destroy(LOG, person);
    expect(await here.backUp(folder)).toMatchObject({ left: 0 });
    const other = await Computer.open(7);
    await other.restore(folder);
    expect(await other.names()).toHaveLength(2);
  });
});

describe('a folder that is chosen again', () => {
  test('is brought up to date: what was deleted meanwhile leaves it, what is whole is not written again', async () => {
    await here.record(SECOND);
    await here.backUp(folder);
    const chunks = folder.files.get(folder.named(`${SECOND}/chunks`)[0] ?? '');
    // Another folder was in use meanwhile.
    await forgetMeetingBooks(here.db);
    await here.destroy(EPOCH);
    await here.eraseAna();
    await takeBooks(here.db, folder);
    expect(await here.backUp(folder)).toMatchObject({ left: 1 });
    expect(folder.named(EPOCH)).toEqual([]);
    expect(folder.files.get(folder.named(`${SECOND}/chunks`)[0] ?? '')).toBe(chunks);
    const other = await Computer.open(7);
    await other.restore(folder);
    expect(await other.names()).toEqual(['Héctor Ruiz']);
  });

  test('a run that broke off before its list was written: what was deleted since goes all the same', async () => {
    for (let steps = 0; steps < 12; steps++) {
      const one = await Computer.open();
      const disk = new MemoryFolder();
      await one.protect();
      await one.meet();
      await one.follow();
      disk.left = steps;
      await one.backUp(disk).catch(() => undefined);
      disk.left = Number.POSITIVE_INFINITY;
      await one.destroy(EPOCH);
      await one.backUp(disk);
      expect(disk.named(EPOCH), `after ${steps} steps`).toEqual([]);
    }
  });
});

test('how it stands is told without looking at the folder', async () => {
  const look = () => lookAtBackup(here.vault.ground, { leave: 'given', persists: true });
  expect(await look()).toMatchObject({ folder: 'Backup', unsaved: 1, pending: 0, elsewhere: 'fine', doneAt: null });
  expect(await isBackupDue(here.vault.ground)).toBe(true);
  await here.backUp(folder);
  expect(await look()).toMatchObject({ unsaved: 0, pending: 0, failed: null });
  expect(await isBackupDue(here.vault.ground)).toBe(false);
  await here.eraseAna();
  expect(await look()).toMatchObject({ pending: 1 });
  expect(await isBackupDue(here.vault.ground)).toBe(true);
});
