import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { EPOCH } from '../log/testdata/meeting.ts';
import { EPOCH_KEYS } from '../vault/key-files.ts';
import { reviewKeyName } from '../vault/reviews.ts';
import { allIsWell, Computer } from './testdata/computer.ts';
import { MemoryFolder } from './testdata/memory-folder.ts';

test('what was cut out leaves the backup, and what is left of the recording comes back with its notes', async () => {
  const here = await Computer.open();
  const folder = new MemoryFolder();
  await here.protect();
  await here.meet();
  await here.review();
  await here.follow();
  await here.backUp(folder);
  const media = await here.cut(EPOCH);
  expect(await here.backUp(folder)).toMatchObject({ left: 1, waiting: 0 });
  expect(folder.named(`/${EPOCH}/`)).toEqual([]);
  expect(folder.named(`/${media}/`)).toHaveLength(3);
  expect(await here.check(folder)).toMatchObject({ parts: 1, opened: 1, found: [] });
  const there = await Computer.open(7);
  expect(await there.restore(folder)).toMatchObject({ meetings: 1, parts: 1, found: [] });
  expect((await there.vault.files.names(EPOCH_KEYS)).sort()).toEqual([media, reviewKeyName(EPOCH)].sort());
  expect(await there.db.count('reviews')).toBe(1);
});

test('the promise that was made for an epoch holds for what is left of it', async () => {
  const here = await Computer.open();
  const folder = new MemoryFolder();
  await here.protect();
  await here.meet();
  await here.cut(EPOCH);
  await here.follow();
  await here.backUp(folder);
  const there = await Computer.open(7);
  const judge = async () => ({ ...allIsWell, overdue: new Set<string>([EPOCH]) });
  expect(await there.restore(folder, { judge })).toMatchObject({ parts: 0, over: 1 });
  expect(await there.vault.files.names(EPOCH_KEYS)).toEqual([]);
});
