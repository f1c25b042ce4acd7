import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { TryMicrophone } from '../../src/capture/try-microphone.ts';
import { NOTICE_LANGUAGES } from '../../src/consent/notice.ts';
import { openDatabase } from '../../src/database/schema.ts';
import type { SettingsToWorker } from '../../src/messages/settings-to-worker.ts';
import type { Outcome } from '../../src/model/failure.ts';
import type { SettingsView } from '../../src/model/settings.ts';
import { placeNamed } from '../../src/policy/named.ts';
import { PLACE_ROWS } from '../../src/policy/place-row.ts';
import { CLOCK_KEY, type ClockRow } from '../../src/session/clock.ts';
import { NEXT_KEY, type NextRow, soonIn } from '../../src/session/next-row.ts';
import { SettingsHand } from '../../src/ui/settings/hand.ts';
import { Welcome, type WelcomeIntents, type WelcomeProps } from '../../src/ui/welcome/welcome.tsx';
import { readState } from '../../src/vault/state.ts';

/** The first page: what it does, and what is worth a minute before the first meeting. */
const turn = signal(0);
const drawn = () => {
  turn.value += 1;
};
const shortcut = signal('');
const pinned = signal<boolean | null>(null);
const isProtected = signal<boolean | null>(null);
const reminder = signal<WelcomeProps['reminder']>(null);
const microphone = new TryMicrophone(drawn);

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

function open(url: string): void {
  browser.tabs.create({ url }).catch((error: unknown) => console.error('no page', error));
}

const intents: WelcomeIntents = {
  allowMicrophone: () => microphone.ask(),
  openRecords: () => open(browser.runtime.getURL('extension/records/index.html')),
  openConsents: () => open(browser.runtime.getURL('extension/consents/index.html')),
  openSettings: () => open(browser.runtime.getURL('extension/settings/index.html')),
  openVault: () => open(browser.runtime.getURL('extension/settings/index.html#vault')),
  openShortcuts: () => open('chrome://extensions/shortcuts'),
};

function Screen() {
  // Read so that every turn draws anew: hand and microphone are no signals themselves.
  void turn.value;
  const { view, saving } = hand;
  return (
    <Welcome
      fields={
        view && {
          view,
          places: PLACE_ROWS,
          placeNamed,
          languages: NOTICE_LANGUAGES,
          change: (changes) => void hand.change(changes),
        }
      }
      saving={saving}
      microphone={microphone.leave}
      level={microphone.level}
      shortcut={shortcut.value}
      pinned={pinned.value}
      isProtected={isProtected.value}
      reminder={reminder.value}
      intents={intents}
    />
  );
}

async function lookAtVault(): Promise<void> {
  const db = await openDatabase(() => undefined);
  isProtected.value = (await readState(db)).lock !== null;
  const next = (await db.get('settings', NEXT_KEY)) as NextRow | undefined;
  const clock = (await db.get('settings', CLOCK_KEY)) as ClockRow | undefined;
  reminder.value = { soon: next ? soonIn(next, Date.now()) : 0, doubt: (clock?.doubt ?? null) !== null };
  db.close();
}

async function look(): Promise<void> {
  await Promise.all([microphone.look(), hand.look(), lookAtVault()]);
  const commands = await browser.commands.getAll();
  shortcut.value = commands.find((command) => command.name === '_execute_action')?.shortcut ?? '';
  pinned.value = (await chrome.action.getUserSettings()).isOnToolbar ?? null;
}

const root = document.getElementById('root');
if (root) render(<Screen />, root);
addEventListener('pagehide', () => microphone.stop());
browser.storage.onChanged.addListener(() => void hand.look());
look().catch((error: unknown) => console.error('welcome', error));
