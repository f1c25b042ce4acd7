import type { VaultDoing, VaultView } from '../../../src/model/vault.ts';
import type { VaultIntents } from '../../../src/ui/vault/intents.ts';
import { type VaultProps, VaultSection } from '../../../src/ui/vault/vault-section.tsx';
import { en } from '../../../src/ui/words/en.ts';
import type { GalleryState } from '../state.ts';

/** Ways in which the vault can stand, for the pages that show it. */
const nothing = () => undefined;
const intents: VaultIntents = {
  unlockByPassphrase: nothing,
  unlockByPasskey: nothing,
  protectByPassphrase: nothing,
  protectByPasskey: nothing,
  setPassphrase: nothing,
  addPasskey: nothing,
  removePasskey: nothing,
  giveUp: nothing,
  leaveLockBehind: nothing,
  openOlder: nothing,
  lock: nothing,
  setIdle: nothing,
  cancel: nothing,
};

const passkey = (n: number) => ({ credential: `AGE-PLUGIN-FIDO2PRF-1${n}`, addedAt: Date.UTC(2026, 9, n) });

export const unprotected: VaultView = {
  protection: 'none',
  passphrase: false,
  passkeys: [],
  unlockedBy: null,
  idleMinutes: 15,
  unsettled: false,
  older: 0,
  recipients: [],
  hostPlays: true,
};
export const locked: VaultView = { ...unprotected, protection: 'protected', passphrase: true };
export const opened: VaultView = { ...locked, unlockedBy: 'passphrase' };
export const lockedWithPasskeys: VaultView = { ...locked, passkeys: [passkey(3), passkey(21)] };
export const passkeyOnly: VaultView = { ...locked, passphrase: false, passkeys: [passkey(3)] };
export const openedWithPasskeys: VaultView = { ...opened, unlockedBy: 'passkey', passkeys: [passkey(3), passkey(21)] };
export const givingUp: VaultView = { ...locked, protection: 'giving-up', unsettled: true };
export const shared: VaultView = {
  ...opened,
  unsettled: true,
  recipients: [
    'age1kpqxr8qtzwdj9veamcen9l5wdwj94w7yhq2zazjh0jgrqvpq8ycsclza2d',
    'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  ],
};

export const vaultOf = (vault: VaultView, doing: VaultDoing = { is: 'idle' }): VaultProps => ({
  vault,
  doing,
  intents,
});

interface More {
  readonly doing?: VaultDoing;
  readonly press?: readonly string[];
  readonly widths?: readonly number[];
  readonly direction?: 'rtl';
}

const state = (name: string, vault: VaultView, more: More = {}): GalleryState => ({
  name: `vault-${name}`,
  screen: 'page',
  style: 'settings',
  open: false,
  direction: more.direction ?? 'ltr',
  widths: more.widths ?? [360, 800],
  height: 500,
  ...(more.press && { press: more.press }),
  draw: () => (
    <main class="settings">
      <h1>{en['settings.title']}</h1>
      <VaultSection {...vaultOf(vault, more.doing)} />
    </main>
  ),
});

export const vaultStates: readonly GalleryState[] = [
  state('unprotected', unprotected),
  state('new-passphrase', unprotected, { press: [en['vault.none.passphrase']] }),
  state('new-passphrase-short', unprotected, { press: [en['vault.none.passphrase'], en['vault.passphrase.set']] }),
  state('working', unprotected, { doing: { is: 'working' } }),
  state('wrapping', opened, { doing: { is: 'wrapping', share: 0.4 } }),
  state('protected', opened, { doing: { is: 'done', what: 'protected' } }),
  state('open', openedWithPasskeys),
  state('change-passphrase', opened, { press: [en['vault.passphrase.change']] }),
  state('give-up', openedWithPasskeys, { press: [en['vault.give-up']] }),
  state('locked', locked),
  state('locked-with-passkeys', lockedWithPasskeys),
  state('locked-wrong', locked, { doing: { is: 'failed', code: 'wrong-passphrase' } }),
  state('passkey-only', passkeyOnly),
  state('giving-up', givingUp),
  state('recipients', shared),
  state('recipients-only', { ...shared, protection: 'none', unlockedBy: null, hostPlays: false, unsettled: false }),
  state('forgotten', locked, { press: [en['vault.forgotten']] }),
  state('forgotten-new', locked, { press: [en['vault.forgotten'], en['vault.forgotten.yes']] }),
  state('lock-left', { ...opened, older: 1 }, { doing: { is: 'done', what: 'lock-left' } }),
  state('older-wrong', { ...locked, older: 2 }, { doing: { is: 'failed', code: 'wrong-passphrase' } }),
  state('rtl', lockedWithPasskeys, { direction: 'rtl' }),
];
