import type { VaultLock } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { loadAge } from './age.ts';
import type { Ground } from './ground.ts';
import type { Passkeys } from './passkey.ts';
import type { Sealer } from './passphrase.ts';
import { changeState, readState, type VaultState } from './state.ts';

/**
 * What protects the vault: one age identity, which a passphrase and any number of passkeys unlock. A new passphrase wraps this one small
 * secret anew and touches no recording. Each of these changes one row, at once and whole: a crash before it leaves what was. Of two windows
 * that do so at the same time, the second is refused with Failure('vault-changed').
 */
export interface Hand {
  readonly ground: Ground;
  readonly sealer: Sealer;
  readonly passkeys: Passkeys;
  now(): number;
}

/** Begins to protect. The identity is unlocked then; keys that lie there already are wrapped for it by rewrap.ts. */
export async function protectByPassphrase(hand: Hand, passphrase: string): Promise<string> {
  const state = await unprotected(hand);
  const { identity, recipient } = await newIdentity();
  const sealed = await hand.sealer.seal(identity, passphrase);
  await begin(hand, state, { recipient, passphrase: sealed, passkeys: [] });
  return identity;
}

export async function protectByPasskey(hand: Hand, name: string): Promise<string> {
  const state = await unprotected(hand);
  const { identity, recipient } = await newIdentity();
  const passkey = await hand.passkeys.add(identity, name, hand.now());
  await begin(hand, state, { recipient, passphrase: null, passkeys: [passkey] });
  return identity;
}

export async function openByPassphrase({ ground, sealer }: Hand, passphrase: string): Promise<string> {
  const lock = lockOf(await readState(await ground.database()));
  if (!lock.passphrase) throw new Failure('wrong-passphrase', 'there is none');
  return belongingTo(lock, await sealer.open(lock.passphrase, passphrase));
}

/** Any of the passkeys that were added. */
export async function openByPasskey({ ground, passkeys }: Hand, credential: string): Promise<string> {
  const lock = lockOf(await readState(await ground.database()));
  const passkey = lock.passkeys.find((one) => one.credential === credential);
  if (!passkey) throw new Failure('passkey-refused', 'not of this vault');
  return belongingTo(lock, await passkeys.open(passkey));
}

/** Sets or changes the passphrase of a vault whose identity is at hand. */
export async function setPassphrase(hand: Hand, identity: string, passphrase: string): Promise<void> {
  const state = await readState(await hand.ground.database());
  const lock = lockOf(state);
  await belongingTo(lock, identity);
  const sealed = await hand.sealer.seal(identity, passphrase);
  await changeState(hand.ground, state, { lock: { ...lock, passphrase: sealed } });
}

export async function addPasskey(hand: Hand, identity: string, name: string): Promise<void> {
  const state = await readState(await hand.ground.database());
  const lock = lockOf(state);
  await belongingTo(lock, identity);
  const passkey = await hand.passkeys.add(identity, name, hand.now());
  await changeState(hand.ground, state, { lock: { ...lock, passkeys: [...lock.passkeys, passkey] } });
}

/** Not the last thing that unlocks: for that, protection is given up. */
export async function removePasskey(hand: Hand, credential: string): Promise<void> {
  const state = await readState(await hand.ground.database());
  const lock = lockOf(state);
  const passkeys = lock.passkeys.filter((one) => one.credential !== credential);
  if (!lock.passphrase && passkeys.length === 0) throw new Failure('unexpected', 'nothing would unlock the vault');
  await changeState(hand.ground, state, { lock: { ...lock, passkeys } });
}

/** From now on this computer opens what it records; the lock goes when the last key has been wrapped anew, which takes the identity. */
export async function giveUpProtection(hand: Hand, identity: string): Promise<void> {
  const state = await readState(await hand.ground.database());
  await belongingTo(lockOf(state), identity);
  await changeState(hand.ground, state, { opensWith: 'device', unsettled: true });
}

/** Of a vault that gives up its protection, and has not come to the end of that: it stays protected. */
export async function stayProtected(hand: Hand): Promise<void> {
  const state = await readState(await hand.ground.database());
  lockOf(state);
  await changeState(hand.ground, state, { opensWith: 'lock', unsettled: true });
}

/**
 * The passphrase is lost, and every passkey: a new lock for what is recorded from now on. What lies under the one before stays there; nothing
 * can open it until somebody finds what unlocks it.
 */
export async function leaveLockBehind(hand: Hand, passphrase: string): Promise<string> {
  const state = await readState(await hand.ground.database());
  const lost = lockOf(state);
  const { identity, recipient } = await newIdentity();
  const sealed = await hand.sealer.seal(identity, passphrase);
  const older = [...(state.older ?? []), lost];
  const lock = { recipient, passphrase: sealed, passkeys: [] };
  await changeState(hand.ground, state, { opensWith: 'lock', lock, older, unsettled: true });
  return identity;
}

/** A passphrase that was found again: what it unlocks, once it stands there that its keys are to be wrapped anew. */
export async function openOlder(hand: Hand, passphrase: string): Promise<{ identity: string; recipient: string }> {
  const state = await readState(await hand.ground.database());
  let wrong = new Failure('wrong-passphrase', 'there is none');
  for (const lock of state.older ?? []) {
    if (!lock.passphrase) continue;
    try {
      const identity = await belongingTo(lock, await hand.sealer.open(lock.passphrase, passphrase));
      await changeState(hand.ground, state, { unsettled: true });
      return { identity, recipient: lock.recipient };
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'wrong-passphrase')) throw error;
      wrong = error;
    }
  }
  throw wrong;
}

/** Nothing lies under it any more. */
export async function forgetOlder(hand: Hand, recipient: string): Promise<void> {
  const state = await readState(await hand.ground.database());
  await changeState(hand.ground, state, { older: (state.older ?? []).filter((lock) => lock.recipient !== recipient) });
}

function begin({ ground }: Hand, state: VaultState, lock: VaultLock): Promise<void> {
  return changeState(ground, state, { opensWith: 'lock', lock, unsettled: true });
}

async function unprotected({ ground }: Hand): Promise<VaultState> {
  const state = await readState(await ground.database());
  if (state.lock) throw new Failure('vault-changed', 'it is protected already');
  return state;
}

function lockOf({ lock }: VaultState): VaultLock {
  if (!lock) throw new Failure('vault-changed', 'it is not protected');
  return lock;
}

async function newIdentity(): Promise<{ identity: string; recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await loadAge();
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Whoever put another recipient into the database would get what is recorded from now on: it is found when the vault is opened. */
async function belongingTo(lock: VaultLock, identity: string): Promise<string> {
  const { identityToRecipient } = await loadAge();
  const recipient = await identityToRecipient(identity).catch(() => null);
  if (recipient !== lock.recipient) throw new Failure('damaged', 'the vault is wrapped for somebody else');
  return identity;
}
