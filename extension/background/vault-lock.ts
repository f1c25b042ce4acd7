import browser from 'webextension-polyfill';
import { UNLOCKED, Unlocked } from '../../src/vault/unlocked.ts';

/** Looks once a minute, as long as the vault is open, whether anybody still uses it. */
export const LOCK_ALARM = 'vault-lock';
const EVERY_MINUTES = 1;
const unlocked = new Unlocked(browser.storage.session, Date.now);

// Somebody unlocked it, in whichever page.
browser.storage.onChanged.addListener((changes, area) => {
  if (area !== 'session' || !changes[UNLOCKED]?.newValue || changes[UNLOCKED].oldValue) return;
  browser.alarms
    .create(LOCK_ALARM, { periodInMinutes: EVERY_MINUTES })
    .catch((error: unknown) => console.error('lock alarm', error));
});

/** Reading locks what nobody has used for too long. */
export async function lockWhenIdle(): Promise<void> {
  if (!(await unlocked.read())) await browser.alarms.clear(LOCK_ALARM);
}
