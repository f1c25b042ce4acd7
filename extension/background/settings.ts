import browser from 'webextension-polyfill';
import { NOTICE_LANGUAGES } from '../../src/consent/notice.ts';
import type { SettingsToWorker } from '../../src/messages/settings-to-worker.ts';
import type { Outcome } from '../../src/model/failure.ts';
import type { Known } from '../../src/model/setting-fields.ts';
import type { Effective, SettingsView } from '../../src/model/settings.ts';
import { PLACES } from '../../src/policy/places.ts';
import { SETTINGS_KEY, SettingsStore } from './settings-store.ts';

const known: Known = {
  places: new Set(PLACES.flatMap(({ code, aliases }) => [code, ...(aliases ?? [])])),
  languages: new Set(NOTICE_LANGUAGES),
};

const settingsStore = new SettingsStore(browser.storage, known);

/** What counts now. Never fails: what cannot be read counts as the strictest. */
export function settings(): Promise<Effective> {
  return settingsStore.effective();
}

// Content scripts run beside the page's own code: who may be recorded, and how, is not for them to read or to write.
chrome.storage.local
  .setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
  .catch((error: unknown) => console.error('settings stay open to content scripts', error));

/** Calls after every change, the organisation's among them. Register at once: the change may be what woke the worker. */
export function onSettings(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'managed' && !(area === 'local' && SETTINGS_KEY in changes)) return;
    settingsStore.forget();
    changed();
  });
}

export async function answerSettings(message: SettingsToWorker): Promise<Outcome<SettingsView>> {
  if (message.ask === 'settings') return { ok: true, value: await settingsStore.view() };
  return message.ask === 'change-settings'
    ? settingsStore.change(message.changes)
    : settingsStore.replace(message.changes);
}
