import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { TryMicrophone } from '../../src/capture/try-microphone.ts';
import { NOTICE_LANGUAGES } from '../../src/consent/notice.ts';
import type { SettingsToWorker } from '../../src/messages/settings-to-worker.ts';
import type { Outcome } from '../../src/model/failure.ts';
import { FILE_CHARACTERS_MAX, previewOf, readSettingsFile, writeSettingsFile } from '../../src/model/setting-file.ts';
import type { SettingChanges, SettingsView } from '../../src/model/settings.ts';
import { placeNamed } from '../../src/policy/named.ts';
import { PACK } from '../../src/policy/pack.ts';
import { PLACE_ROWS } from '../../src/policy/place-row.ts';
import { Nav } from '../../src/ui/nav/nav.tsx';
import { type Carrying, lookAt } from '../../src/ui/settings/carry.tsx';
import { knownOf } from '../../src/ui/settings/fields.ts';
import { SettingsHand } from '../../src/ui/settings/hand.ts';
import { Settings, type SettingsIntents } from '../../src/ui/settings/settings.tsx';
import type { VaultIntents } from '../../src/ui/vault/intents.ts';
import { whileInUse } from '../../src/vault/in-use.ts';
import { pageVault } from '../../src/vault/page-vault.ts';
import { UNLOCKED, Unlocked } from '../../src/vault/unlocked.ts';
import { VaultHand } from '../../src/vault/vault-hand.ts';
import { noMinimum } from './no-minimum.ts';

/** The settings page: shows what counts, sends what is changed. The worker alone writes. */
const turn = signal(0);
const drawn = () => {
  turn.value += 1;
};
const carrying = signal<Carrying>({ is: 'none' });
const shortcut = signal('');
const microphone = new TryMicrophone(drawn);

const unlocked = new Unlocked(browser.storage.session, Date.now);
const vault = new VaultHand(pageVault(), unlocked, drawn);
const vaultIntents: VaultIntents = {
  unlockByPassphrase: (passphrase) => void vault.unlockByPassphrase(passphrase),
  unlockByPasskey: (credential) => void vault.unlockByPasskey(credential),
  protectByPassphrase: (passphrase) => void vault.protectByPassphrase(passphrase),
  protectByPasskey: () => void vault.protectByPasskey(),
  setPassphrase: (present, next) => void vault.setPassphrase(present, next),
  addPasskey: () => void vault.addPasskey(),
  removePasskey: (credential) => void vault.removePasskey(credential),
  giveUp: () => void vault.giveUp(),
  leaveLockBehind: (passphrase) => void vault.leaveLockBehind(passphrase),
  openOlder: (passphrase) => void vault.openOlder(passphrase),
  lock: () => void vault.lock(),
  setIdle: (minutes) => void vault.setIdle(minutes),
  cancel: () => vault.cancel(),
};

const choices = { places: PLACE_ROWS, placeNamed, languages: NOTICE_LANGUAGES };
const known = knownOf(choices);

const send = (message: SettingsToWorker) =>
  browser.runtime.sendMessage(message) as Promise<Outcome<SettingsView> | undefined>;
const hand = new SettingsHand(
  {
    read: () => send({ to: 'worker', ask: 'settings' }),
    change: (changes) => send({ to: 'worker', ask: 'change-settings', changes }),
    replace: (changes) => send({ to: 'worker', ask: 'replace-settings', changes }),
  },
  drawn,
);

/** What stood before a reset or a file, so that it can be taken back as long as the page is open. */
let before: SettingChanges = {};

async function replaced(how: () => Promise<boolean>, then: 'taken' | 'reset' | 'undone'): Promise<void> {
  const own = hand.view?.own ?? {};
  carrying.value = { is: 'none' };
  if (!(await how())) return;
  before = own;
  carrying.value = { is: then };
}

async function openFile(file: File): Promise<void> {
  // Not even read: a character takes at most four bytes.
  const text = file.size > FILE_CHARACTERS_MAX * 4 ? null : await file.text();
  const { view } = hand;
  if (!view) return;
  carrying.value =
    text === null
      ? { is: 'refused', fault: 'too-big', problems: [] }
      : lookAt(readSettingsFile(text, known), (changes) => previewOf(view, changes));
}

function saveFile(): void {
  if (!hand.view) return;
  const file = new Blob([writeSettingsFile(hand.view.settings)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'ask-to-record-settings.json';
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const intents: SettingsIntents = {
  change: (changes) => void hand.change(changes),
  allowMicrophone: () => microphone.ask(),
  openPlaces: () => {
    browser.tabs
      .create({ url: browser.runtime.getURL('extension/places/index.html') })
      .catch((error: unknown) => console.error('no page', error));
  },
  changeShortcut: () => {
    browser.tabs
      .create({ url: 'chrome://extensions/shortcuts' })
      .catch((error: unknown) => console.error('no page', error));
  },
  save: saveFile,
  open(file) {
    openFile(file).catch((error: unknown) => {
      console.error('file', error);
      carrying.value = { is: 'refused', fault: 'not-json', problems: [] };
    });
  },
  take: ({ changes }) => void replaced(() => hand.change(changes), 'taken'),
  leave() {
    carrying.value = { is: 'none' };
  },
  reset: () => void replaced(() => hand.replace({}), 'reset'),
  undo: () => void replaced(() => hand.replace(before), 'undone'),
};

function Screen() {
  // Read so that every turn draws anew: hand and microphone are no signals themselves.
  void turn.value;
  const { view, saving } = hand;
  return (
    <>
      <Nav here="settings" />
      <Settings
        {...choices}
        view={view}
        saving={saving}
        carrying={carrying.value}
        noMinimum={view ? noMinimum(view.settings) : []}
        rules={PACK.version}
        shortcut={shortcut.value}
        microphone={microphone.leave}
        level={microphone.level}
        vault={vault.view && { vault: vault.view, doing: vault.doing, intents: vaultIntents }}
        intents={intents}
      />
    </>
  );
}

const root = document.getElementById('root');
if (root) render(<Screen />, root);
/** After a change of the settings, ms. */
const SETTLED_MS = 500;
const leaving = new AbortController();
addEventListener('pagehide', () => {
  leaving.abort();
  microphone.stop();
});
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'session' && UNLOCKED in changes) vault.look().catch((error: unknown) => console.error('vault', error));
  if (area === 'session') return;
  void hand.look();
  // The worker has written by then who can open.
  setTimeout(() => vault.settle().catch((error: unknown) => console.error('vault', error)), SETTLED_MS);
});
/** They are changed on a page of the browser: looked at again whenever this one is in front. */
async function lookAtKeys(): Promise<void> {
  const commands = await browser.commands.getAll();
  shortcut.value = commands.find(({ name }) => name === 'pause')?.shortcut ?? '';
}
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') lookAtKeys().catch((error: unknown) => console.error('keys', error));
});
whileInUse(document, () => unlocked.touch(), leaving.signal);
Promise.all([hand.look(), microphone.look(), vault.settle(), lookAtKeys()])
  .then(() => {
    // Drawn only now, too late for the browser's own jump to it.
    if (location.hash === '#vault') document.getElementById('vault')?.scrollIntoView();
  })
  .catch((error: unknown) => console.error('settings', error));
