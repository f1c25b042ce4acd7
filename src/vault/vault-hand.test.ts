import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../model/failure.ts';
import type { VaultDoing } from '../model/vault.ts';
import { createEpochKey } from './epoch-keys.ts';
import { forRecipients } from './recipients.ts';
import { changeState, readState, setOrganisation } from './state.ts';
import { RECIPIENT } from './testdata/one-recipient.ts';
import { TestVault } from './testdata/vault.ts';
import { Unlocked } from './unlocked.ts';
import { VaultHand } from './vault-hand.ts';

const EPOCH = 'eAAAAAAAAAAAA';
const WORDS = 'four words and more';
let vault: TestVault;
let items: Record<string, unknown>;
let unlocked: Unlocked;
let hand: VaultHand;
let told: VaultDoing[];

beforeEach(async () => {
  vault = await TestVault.open();
  [items, told] = [{}, []];
  unlocked = new Unlocked(
    {
      get: async (keys) => Object.fromEntries(Object.entries(items).filter(([key]) => keys.includes(key))),
      set: async (given) => void Object.assign(items, given),
      remove: async (key) => void Reflect.deleteProperty(items, key),
    },
    () => vault.now(),
  );
  hand = new VaultHand(vault, unlocked, () => {
    if (told.at(-1) !== hand.doing) told.push(hand.doing);
  });
  await hand.look();
});

afterEach(() => vi.restoreAllMocks());

const open = async () => (await unlocked.read())?.identity ?? null;

test('from unprotected to a passphrase, locked, refused, unlocked, changed, given up', async () => {
  await createEpochKey(vault.files, EPOCH, forRecipients(vault.ground));
  expect(hand.view).toMatchObject({ protection: 'none', passphrase: false, unlockedBy: null });
  expect(await hand.protectByPassphrase(WORDS)).toBe(true);
  expect(hand.view).toMatchObject({
    protection: 'protected',
    passphrase: true,
    unlockedBy: 'passphrase',
    unsettled: false,
  });
  expect(told.map(({ is }) => is)).toEqual(expect.arrayContaining(['working', 'wrapping', 'done']));
  await hand.lock();
  expect(hand.view?.unlockedBy).toBeNull();
  expect(await vault.opens(EPOCH, await open())).toBe('vault-locked');
  expect(await hand.unlockByPassphrase('something else, long')).toBe(false);
  expect(hand.doing).toEqual({ is: 'failed', code: 'wrong-passphrase' });
  expect(await hand.unlockByPassphrase(WORDS)).toBe(true);
  expect(await hand.setPassphrase(null, 'another one, long')).toBe(false);
  expect(await hand.setPassphrase('something else, long', 'another one, long')).toBe(false);
  expect(await hand.setPassphrase(WORDS, 'another one, long')).toBe(true);
  await hand.lock();
  expect(await hand.unlockByPassphrase(WORDS)).toBe(false);
  expect(await hand.unlockByPassphrase('another one, long')).toBe(true);
  expect(await hand.giveUp()).toBe(true);
  expect(hand.view).toMatchObject({ protection: 'none', unlockedBy: null, unsettled: false });
  expect(items).not.toHaveProperty('vault-unlocked');
  expect(await vault.opens(EPOCH, null)).toBe('open');
});

test('by passkey: a passphrase is set without the present one, and the passkey can go then', async () => {
  expect(await hand.protectByPasskey()).toBe(true);
  expect(await hand.setPassphrase(null, WORDS)).toBe(true);
  const [passkey] = hand.view?.passkeys ?? [];
  await hand.lock();
  expect(await hand.unlockByPasskey(passkey?.credential ?? '')).toBe(true);
  expect(await hand.removePasskey(passkey?.credential ?? '')).toBe(true);
  expect(hand.view).toMatchObject({ passphrase: true, passkeys: [] });
});

describe('locked', () => {
  beforeEach(async () => {
    await hand.protectByPassphrase(WORDS);
    await hand.lock();
  });
  test.each([
    ['a new passphrase', () => hand.setPassphrase(null, 'another one, long')],
    ['a passkey', () => hand.addPasskey()],
    ['giving up', () => hand.giveUp()],
  ])('%s is refused', async (_what, act) => {
    expect(await act()).toBe(false);
    expect(hand.doing).toEqual({ is: 'failed', code: 'vault-locked' });
    expect(hand.view).toMatchObject({ protection: 'protected', passkeys: [] });
  });
});

test('recipients that were named meanwhile get what is there as soon as it is unlocked', async () => {
  await createEpochKey(vault.files, EPOCH, forRecipients(vault.ground));
  await hand.protectByPassphrase(WORDS);
  await hand.lock();
  await setOrganisation(vault.ground, { recipients: [RECIPIENT], hostPlays: true });
  await hand.settle();
  expect(hand.view?.unsettled).toBe(true);
  await hand.unlockByPassphrase(WORDS);
  expect(hand.view?.unsettled).toBe(false);
});

test('a press while it wraps by itself is not lost: the press first, and then what is left', async () => {
  for (const epoch of [EPOCH, 'eBBBBBBBBBBBB']) await createEpochKey(vault.files, epoch, forRecipients(vault.ground));
  await setOrganisation(vault.ground, { recipients: [RECIPIENT], hostPlays: true });
  const pressed: Promise<boolean>[] = [];
  const other = new VaultHand(vault, unlocked, () => {
    if (other.doing.is === 'wrapping' && pressed.length === 0) pressed.push(other.protectByPassphrase(WORDS));
  });
  await other.settle();
  expect(await Promise.all(pressed)).toEqual([true]);
  expect(other.view).toMatchObject({ protection: 'protected', unlockedBy: 'passphrase', unsettled: false });
  expect(other.doing).toEqual({ is: 'done', what: 'protected' });
});

test('one thing at a time', async () => {
  const first = hand.protectByPassphrase(WORDS);
  expect(await hand.protectByPasskey()).toBe(false);
  expect(await first).toBe(true);
  expect(hand.view?.passkeys).toEqual([]);
});

describe('what is shown', () => {
  test('of a vault that nobody protects: who else may open, and nothing that is not so', async () => {
    await setOrganisation(vault.ground, { recipients: [RECIPIENT], hostPlays: false });
    await hand.look();
    expect(hand.view).toEqual({
      protection: 'none',
      passphrase: false,
      passkeys: [],
      unlockedBy: null,
      idleMinutes: 15,
      unsettled: true,
      older: 0,
      recipients: [RECIPIENT],
      hostPlays: false,
    });
  });

  test('of a protected one: when each passkey was added, and nothing that it keeps sealed', async () => {
    await hand.protectByPasskey();
    expect(hand.view).toMatchObject({ protection: 'protected', passphrase: false, unlockedBy: 'passkey' });
    expect(hand.view?.passkeys).toEqual([{ credential: 'Ask to Record: recordings 0', addedAt: vault.now() }]);
    await hand.addPasskey();
    expect(hand.view?.passkeys).toHaveLength(2);
  });

  test('what is unlocked for a lock that is gone is not taken for unlocked', async () => {
    await unlocked.unlock('AGE-SECRET-KEY-1X', 'passphrase', 15);
    await hand.look();
    expect(hand.view?.unlockedBy).toBeNull();
  });

  test('that it is being given up, while recordings wait to be unlocked once more', async () => {
    await createEpochKey(vault.files, EPOCH, forRecipients(vault.ground));
    await hand.protectByPassphrase(WORDS);
    await hand.lock();
    await changeState(vault.ground, await readState(vault.db), { opensWith: 'device', unsettled: true });
    await hand.settle();
    expect(hand.view).toMatchObject({ protection: 'giving-up', unsettled: true });
    expect(await vault.opens(EPOCH, null)).toBe('vault-locked');
    await hand.unlockByPassphrase(WORDS);
    expect(hand.view).toMatchObject({ protection: 'none', unsettled: false, unlockedBy: null });
    expect(await vault.opens(EPOCH, null)).toBe('open');
  });
});

describe('the passphrase is changed', () => {
  beforeEach(async () => {
    await hand.protectByPassphrase(WORDS);
  });

  test('by nobody who found it unlocked: the present one is asked for', async () => {
    expect(await hand.setPassphrase(null, 'another one, long')).toBe(false);
    expect(hand.doing).toEqual({ is: 'failed', code: 'wrong-passphrase' });
  });

  test('by a passkey’s owner without it', async () => {
    await hand.addPasskey();
    await hand.lock();
    await hand.unlockByPasskey(hand.view?.passkeys[0]?.credential ?? '');
    expect(await hand.setPassphrase(null, 'another one, long')).toBe(true);
    expect(hand.doing).toEqual({ is: 'done', what: 'passphrase-set' });
    await hand.lock();
    expect(await hand.unlockByPassphrase('another one, long')).toBe(true);
  });

  test('never while it is locked, not even with the present one', async () => {
    await hand.lock();
    expect(await hand.setPassphrase(WORDS, 'another one, long')).toBe(false);
    expect(hand.doing).toEqual({ is: 'failed', code: 'vault-locked' });
  });
});

test('a passkey is taken away by nobody who found it locked', async () => {
  await hand.protectByPassphrase(WORDS);
  await hand.addPasskey();
  await hand.lock();
  const [passkey] = hand.view?.passkeys ?? [];
  expect(await hand.removePasskey(passkey?.credential ?? '')).toBe(false);
  expect(hand.doing).toEqual({ is: 'failed', code: 'vault-locked' });
  expect(hand.view?.passkeys).toHaveLength(1);
});

test('each thing that was done is said by its own word', async () => {
  const said = async (done: Promise<boolean>) => {
    expect(await done).toBe(true);
    return hand.doing.is === 'done' ? hand.doing.what : null;
  };
  expect(await said(hand.protectByPasskey())).toBe('protected');
  expect(await said(hand.addPasskey())).toBe('passkey-added');
  const [one, two] = hand.view?.passkeys ?? [];
  expect(await said(hand.removePasskey(one?.credential ?? ''))).toBe('passkey-removed');
  expect(await said(hand.lock())).toBe('locked');
  expect(await said(hand.unlockByPasskey(two?.credential ?? ''))).toBe('unlocked');
  expect(await said(hand.setIdle(30))).toBe('idle-set');
  expect(await said(hand.giveUp())).toBe('given-up');
  expect(await said(hand.protectByPassphrase(WORDS))).toBe('protected');
  expect(await said(hand.lock())).toBe('locked');
  expect(await said(hand.unlockByPassphrase(WORDS))).toBe('unlocked');
  expect(await said(hand.leaveLockBehind('another one, long'))).toBe('lock-left');
  expect(await said(hand.openOlder(WORDS))).toBe('older-opened');
});

describe('a lock that was left behind', () => {
  beforeEach(async () => {
    await createEpochKey(vault.files, EPOCH, forRecipients(vault.ground));
    await hand.protectByPassphrase(WORDS);
    await hand.leaveLockBehind('another one, long');
  });

  test('is counted, and what lies under it stays closed to the lock of now', async () => {
    expect(hand.view).toMatchObject({ older: 1, unlockedBy: 'passphrase', protection: 'protected' });
    expect(await vault.opens(EPOCH, await open())).toBe('older-lock');
  });

  test('found again, what lay under it opens with the lock of now, and it is forgotten', async () => {
    expect(await hand.openOlder(WORDS)).toBe(true);
    expect(hand.view?.older).toBe(0);
    expect(await vault.opens(EPOCH, await open())).toBe('open');
  });

  test('a wrong passphrase for it changes nothing', async () => {
    expect(await hand.openOlder('something else, long')).toBe(false);
    expect(hand.doing).toEqual({ is: 'failed', code: 'wrong-passphrase' });
    expect(hand.view?.older).toBe(1);
  });

  test('broken off while it is wrapped anew: it is said, and the lock is not forgotten, for recordings still need it', async () => {
    const { replace } = vault.files;
    vault.files.replace = async (...given) => {
      hand.cancel();
      return replace(...given);
    };
    await createEpochKey(vault.files, 'eBBBBBBBBBBBB', async (work) => work([RECIPIENT]));
    expect(await hand.openOlder(WORDS)).toBe(false);
    expect(hand.doing).toEqual({ is: 'failed', code: 'cancelled' });
    expect(hand.view?.older).toBe(1);
    vault.files.replace = replace;
    expect(await hand.openOlder(WORDS)).toBe(true);
    expect(hand.view?.older).toBe(0);
  });
});

describe('how long it stays open', () => {
  test('counts at once for what is unlocked, and lets it be unlocked by what it was', async () => {
    await hand.protectByPasskey();
    await hand.setIdle(60);
    expect(hand.view).toMatchObject({ idleMinutes: 60, unlockedBy: 'passkey' });
    expect(await unlocked.read()).toMatchObject({ idleMs: 3_600_000, by: 'passkey' });
  });

  test('unlocks nothing that is locked', async () => {
    await hand.protectByPassphrase(WORDS);
    await hand.lock();
    expect(await hand.setIdle(60)).toBe(true);
    expect(hand.view).toMatchObject({ idleMinutes: 60, unlockedBy: null });
    await hand.unlockByPassphrase(WORDS);
    expect(await unlocked.read()).toMatchObject({ idleMs: 3_600_000 });
  });
});

describe('wrapping anew', () => {
  beforeEach(async () => {
    for (const epoch of [EPOCH, 'eBBBBBBBBBBBB', 'eCCCCCCCCCCCC', 'eDDDDDDDDDDDD'])
      await createEpochKey(vault.files, epoch, forRecipients(vault.ground));
  });

  test('says how far it is', async () => {
    await hand.protectByPassphrase(WORDS);
    const shares = told.flatMap((doing) => (doing.is === 'wrapping' ? [doing.share] : []));
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
  });

  test('nothing else is begun meanwhile', async () => {
    const { replace } = vault.files;
    const refused: boolean[] = [];
    let seen: VaultDoing['is'] | null = null;
    vault.files.replace = async (...given) => {
      if (hand.doing.is === 'wrapping') {
        refused.push(await hand.setIdle(5));
        await hand.settle();
        seen = hand.doing.is;
      }
      return replace(...given);
    };
    expect(await hand.protectByPassphrase(WORDS)).toBe(true);
    expect(refused).toEqual([false, false, false]);
    expect(seen).toBe('wrapping');
    expect(hand.view?.idleMinutes).toBe(15);
  });

  test('broken off it is whole where it was and goes on when it is unlocked the next time; the change itself stands', async () => {
    const { replace } = vault.files;
    vault.files.replace = async (...given) => {
      hand.cancel();
      return replace(...given);
    };
    expect(await hand.protectByPassphrase(WORDS)).toBe(true);
    expect(hand.view).toMatchObject({ protection: 'protected', unsettled: true });
    vault.files.replace = replace;
    for (const epoch of [EPOCH, 'eDDDDDDDDDDDD']) expect(await vault.opens(epoch, await open())).toBe('open');
    await hand.settle();
    expect(hand.view?.unsettled).toBe(false);
    expect(hand.doing).toEqual({ is: 'idle' });
    expect(await vault.opens(EPOCH, null)).toBe('vault-locked');
  });

  test('of an unprotected vault needs nobody, and says nothing when there is nothing to do', async () => {
    await hand.settle();
    expect(hand.view?.unsettled).toBe(false);
    told.length = 0;
    await hand.settle();
    expect(told.map(({ is }) => is)).not.toContain('wrapping');
  });

  test('of a locked one waits, and nothing of what was said last is wiped out', async () => {
    await hand.protectByPassphrase(WORDS);
    await hand.lock();
    await setOrganisation(vault.ground, { recipients: [RECIPIENT], hostPlays: true });
    await hand.settle();
    expect(hand.view?.unsettled).toBe(true);
    expect(hand.doing).toEqual({ is: 'done', what: 'locked' });
  });

  test('that fails is said, and not taken for done', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vault.files.replace = () => Promise.reject(new Error('the file is open'));
    expect(await hand.protectByPassphrase(WORDS)).toBe(false);
    expect(hand.doing).toEqual({ is: 'failed', code: 'unexpected' });
    expect(hand.view).toMatchObject({ protection: 'protected', unsettled: true });
  });

  test('that another window is done with first is no failure of this one', async () => {
    const { replace } = vault.files;
    vault.files.replace = async (...given) => {
      await setOrganisation(vault.ground, { recipients: [RECIPIENT], hostPlays: true });
      return replace(...given);
    };
    expect(await hand.protectByPassphrase(WORDS)).toBe(true);
    expect(hand.view?.unsettled).toBe(true);
    await hand.settle();
    expect(hand.view?.unsettled).toBe(false);
  });
});

test('a vault that cannot be read any more is told, also where the work itself was done', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(await hand.protectByPassphrase(WORDS)).toBe(true);
  vi.spyOn(unlocked, 'lock').mockImplementation(async () => vault.db.close());
  expect(await hand.lock()).toBe(false);
  expect(hand.doing).toEqual({ is: 'failed', code: 'storage-failed' });
});

test('cancelling when nothing is wrapped cancels nothing', async () => {
  hand.cancel();
  expect(await hand.protectByPassphrase(WORDS)).toBe(true);
});

test('what is begun while something else is at work is refused, and changes nothing', async () => {
  expect(hand.doing).toEqual({ is: 'idle' });
  const first = hand.protectByPassphrase(WORDS);
  expect(hand.doing).toEqual({ is: 'working' });
  expect(await hand.setIdle(5)).toBe(false);
  expect(await first).toBe(true);
  expect(hand.view?.idleMinutes).toBe(15);
});

test('a full disk while keys are wrapped anew is said, and not put off in silence', async () => {
  await createEpochKey(vault.files, EPOCH, forRecipients(vault.ground));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vault.files.replace = () => Promise.reject(new Failure('disk-full'));
  expect(await hand.protectByPassphrase(WORDS)).toBe(false);
  expect(hand.doing).toEqual({ is: 'failed', code: 'disk-full' });
});
