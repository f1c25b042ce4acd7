import browser from 'webextension-polyfill';

/**
 * Which tabs the toolbar button was pressed on. The browser's own grant survives a restart of this worker, so the note does too;
 * storage.session dies with the browser, as the grant does.
 */
const KEY = 'armed-tabs';

async function armedTabs(): Promise<Set<number>> {
  const stored = await browser.storage.session.get(KEY);
  const list = stored[KEY];
  return new Set(Array.isArray(list) ? list.filter((tab): tab is number => typeof tab === 'number') : []);
}

export async function isArmed(tab: number): Promise<boolean> {
  return (await armedTabs()).has(tab);
}

export async function setArmed(tab: number, armed: boolean): Promise<void> {
  const tabs = await armedTabs();
  if (armed) tabs.add(tab);
  else tabs.delete(tab);
  await browser.storage.session.set({ [KEY]: [...tabs] });
}
