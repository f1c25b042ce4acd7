import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Backup } from '../../src/ui/backup/backup.tsx';
import type { BackupIntents, RestoreIntents } from '../../src/ui/backup/intents.ts';
import { Nav } from '../../src/ui/nav/nav.tsx';
import { whileInUse } from '../../src/vault/in-use.ts';
import { pageVault } from '../../src/vault/page-vault.ts';
import { Unlocked } from '../../src/vault/unlocked.ts';
import { OwnBackup } from './own.ts';
import { Restoring } from './restoring.ts';

/** The backup page. What runs by itself runs elsewhere; here it is looked at, asked for, checked and brought back. */
const turn = signal(0);
const drawn = () => {
  turn.value += 1;
};
const unlocked = new Unlocked(browser.storage.session, Date.now);
const hand = pageVault();
const own = new OwnBackup(hand.ground, unlocked, drawn);
const restoring = new Restoring(hand, unlocked, drawn);

function goTo(page: string): void {
  browser.tabs.create({ url: browser.runtime.getURL(page) }).catch((error: unknown) => console.error('no page', error));
}

const intents: BackupIntents = {
  choose: () => void own.choose(),
  setAutomatic: (on) => void own.setAutomatic(on),
  allow: () => void own.allow(),
  backUp: () => own.backUp(),
  check: () => own.check(),
  cancel: () => own.cancel(),
  stop: () => void own.stop(),
  protect: () => goTo('extension/settings/index.html#vault'),
};
const restore: RestoreIntents = {
  pick: () => void restoring.pick(),
  open: (opener, check) => restoring.open(opener, check),
  cancel: () => restoring.cancel(),
  openRecords: () => goTo('extension/records/index.html'),
};

function Screen() {
  // Read so that every turn draws anew: the hands are no signals themselves.
  void turn.value;
  return (
    <>
      <Nav here={null} />
      <Backup view={own.view} doing={own.doing} restoring={restoring.doing} intents={intents} restore={restore} />
    </>
  );
}

const root = document.getElementById('root');
if (root) render(<Screen />, root);
/** What runs by itself, and what is deleted elsewhere, shows within this, ms. */
const LOOK_MS = 5000;
const look = () => own.look().catch((error: unknown) => console.error('backup', error));
const leaving = new AbortController();
const looking = setInterval(() => !document.hidden && look(), LOOK_MS);
addEventListener('pagehide', () => {
  leaving.abort();
  clearInterval(looking);
});
whileInUse(document, () => unlocked.touch(), leaving.signal);
void look();
