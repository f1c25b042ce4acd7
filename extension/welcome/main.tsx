import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { type MicrophoneLeave, Welcome, type WelcomeIntents } from '../../src/ui/welcome/welcome.tsx';
import { listen } from './microphone.ts';

/** The first page, and the settings page: the one place where Chrome can ask for the microphone. */
const leave = signal<MicrophoneLeave>('open');
const level = signal<number | null>(null);
const shortcut = signal('');
const pinned = signal<boolean | null>(null);

let trying: AbortController | null = null;

async function tryMicrophone(): Promise<void> {
  trying?.abort();
  trying = new AbortController();
  leave.value = 'asking';
  leave.value = await listen(trying.signal, (heard) => {
    level.value = heard;
  });
}

function open(url: string): void {
  browser.tabs.create({ url }).catch((error: unknown) => console.error('no page', error));
}

const intents: WelcomeIntents = {
  allowMicrophone() {
    tryMicrophone().catch((error: unknown) => {
      console.error('microphone', error);
      leave.value = 'missing';
    });
  },
  openRecords: () => open(browser.runtime.getURL('extension/records/index.html')),
  openShortcuts: () => open('chrome://extensions/shortcuts'),
};

function Screen() {
  return (
    <Welcome
      microphone={leave.value}
      level={level.value}
      shortcut={shortcut.value}
      pinned={pinned.value}
      intents={intents}
    />
  );
}

async function look(): Promise<void> {
  const permission = await navigator.permissions.query({ name: 'microphone' });
  const follow = () => {
    if (permission.state === 'denied') leave.value = 'refused';
    if (permission.state === 'granted' && leave.value !== 'granted') intents.allowMicrophone();
  };
  permission.addEventListener('change', follow);
  follow();
  const commands = await browser.commands.getAll();
  shortcut.value = commands.find((command) => command.name === '_execute_action')?.shortcut ?? '';
  pinned.value = (await chrome.action.getUserSettings()).isOnToolbar ?? null;
}

const root = document.getElementById('root');
if (root) render(<Screen />, root);
addEventListener('pagehide', () => trying?.abort());
look().catch((error: unknown) => console.error('welcome', error));
