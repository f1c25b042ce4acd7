import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { backupToWorker } from '../../src/messages/backup-to-worker.ts';
import { consentsToWorker } from '../../src/messages/consents-to-worker.ts';
import { isFor, MEETING_PORT, PANEL_PORT } from '../../src/messages/envelope.ts';
import { exportToWorker } from '../../src/messages/export-to-worker.ts';
import { keepingToWorker } from '../../src/messages/keeping-to-worker.ts';
import { offscreenToWorker } from '../../src/messages/offscreen-to-worker.ts';
import { panelToWorker } from '../../src/messages/panel-to-worker.ts';
import { personToWorker } from '../../src/messages/person-to-worker.ts';
import { reviewToWorker } from '../../src/messages/review-to-worker.ts';
import { settingsToWorker } from '../../src/messages/settings-to-worker.ts';
import { setArmed } from './arming.ts';
import { answerBackup, BACKUP_ALARM, backUpIfDue, backUpSoon, followBackup } from './backup.ts';
import { Badges } from './badge.ts';
import { CHECK_ALARM, CHECK_MINUTES, checkLogs } from './check-logs.ts';
import { answerConsents } from './consents.ts';
import { clearCopies, keepCopies } from './copies.ts';
import { Desk } from './desk.ts';
import { answerExports } from './exports.ts';
import { passOn } from './frame-pass.ts';
import { Guest } from './guest.ts';
import { answerKeeping } from './keeping.ts';
import { MeetingLine } from './meeting-line.ts';
import { answerPanel } from './orders.ts';
import { Panels } from './panels.ts';
import { keepRecipients } from './recipients.ts';
import { isRecognisable } from './recognise.ts';
import { ensureRecorder, recorderStatus } from './recorder.ts';
import { recorderSays } from './recorder-line.ts';
import { recoverSegments } from './recovery.ts';
import { keepPromises, RETENTION_ALARM, RETENTION_MINUTES, SETTLED_ALARM, SETTLED_MINUTES } from './retention.ts';
import { answerReviews } from './reviews.ts';
import { answerRights, resumeRights } from './rights.ts';
import { speakerOf } from './senders.ts';
import { answerSettings, onSettings, settings } from './settings.ts';
import { PAUSE, pauseByKeys } from './shortcut.ts';
import { followSites } from './sites.ts';
import { storage } from './storage.ts';
import { takeOverKeys } from './take-over.ts';
import { Update } from './update.ts';
import { LOCK_ALARM, lockWhenIdle } from './vault-lock.ts';

/**
 * The worker: the judge. Listeners are registered at once, because the browser delivers the event that woke us only to listeners
 * that exist when this file has run.
 */
const ownId = browser.runtime.id;
const ownOrigin = new URL(browser.runtime.getURL('')).origin;

const panels = new Panels(
  (tab) => desk.tabs.get(tab) ?? null,
  (tab) => void line.wake(tab),
);
const desk = new Desk(
  (tab) => panels.changed(tab),
  () => recover(),
);
const ownPlace = {
  place: async () => (await settings()).settings.place,
  async keep(place: string) {
    const kept = await answerSettings({ to: 'worker', ask: 'change-settings', changes: { place } });
    if (!kept.ok) console.warn('a place was not kept:', kept.code);
  },
};
const guest = new Guest(browser.i18n.getUILanguage(), ownPlace, async () => {
  await browser.tabs.create({ url: browser.runtime.getURL('extension/consents/index.html') });
});
const recover = async () => recoverSegments(desk, await storage());
const ready = recover().catch((error: unknown) => console.error('recovery', error));
// What a crash had cut in two is gone on with in every life of the worker.
ready.then(() => resumeRights(desk)).catch((error: unknown) => console.error('rights', error));
ready.then(clearCopies).catch((error: unknown) => console.error('copies', error));
const line = new MeetingLine(desk, guest, ready);

const WAITS = 'update-waits';
const update = new Update({
  remember: (waits) => browser.storage.session.set({ [WAITS]: waits }),
  remembered: async () => (await browser.storage.session.get(WAITS))[WAITS] === true,
  isRecording: async () => {
    const status = await recorderStatus();
    return desk.isOpen() || (status !== null && status.state !== 'idle');
  },
  reload: () => browser.runtime.reload(),
});
const lookForUpdate = () => update.look().catch((error: unknown) => console.error('update', error));
browser.runtime.onUpdateAvailable.addListener(() => {
  update.available().catch((error: unknown) => console.error('update', error));
});
// A recording ends in several ways, and not each of them is told to this worker.
setInterval(lookForUpdate, 1000);

browser.runtime.onConnect.addListener((port: Runtime.Port) => {
  const speaker = speakerOf(port.sender, ownId, ownOrigin);
  if (port.name === MEETING_PORT && speaker.who === 'meeting-page') return line.connected(port, speaker);
  if (port.name.startsWith(`${PANEL_PORT}:`) && speaker.who === 'panel') return panels.connected(port);
  port.disconnect();
});

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  if (!isFor(message, 'worker')) return undefined;
  const speaker = speakerOf(sender, ownId, ownOrigin);
  if (speaker.who === 'offscreen') {
    const parsed = v.safeParse(offscreenToWorker, message);
    if (!parsed.success) return dropped('offscreen');
    if (parsed.output.report === 'sealed') backUpSoon();
    return ready.then(() => recorderSays(desk, panels, parsed.output));
  }
  if (speaker.who === 'records' || speaker.who === 'review') {
    const parsed = v.safeParse(reviewToWorker, message);
    if (parsed.success) return answerReviews(desk, parsed.output);
    if (speaker.who === 'review') return Promise.resolve({ ok: false, code: 'bad-message' });
  }
  if (speaker.who === 'records' || speaker.who === 'person') {
    const parsed = v.safeParse(personToWorker, message);
    if (parsed.success) return ready.then(() => answerRights(desk, parsed.output));
    if (speaker.who === 'person') return Promise.resolve({ ok: false, code: 'bad-message' });
  }
  const keeping = speaker.who === 'records' ? v.safeParse(keepingToWorker, message) : null;
  if (keeping?.success) return ready.then(() => answerKeeping(desk, keeping.output));
  if (speaker.who === 'panel' || speaker.who === 'records') {
    const parsed = v.safeParse(panelToWorker, message);
    return parsed.success
      ? answerPanel(desk, panels, parsed.output)
      : Promise.resolve({ ok: false, code: 'bad-message' });
  }
  if (speaker.who === 'backup') {
    const parsed = v.safeParse(backupToWorker, message);
    return parsed.success ? answerBackup(parsed.output, retain) : Promise.resolve({ ok: false, code: 'bad-message' });
  }
  if (speaker.who === 'consents') {
    const parsed = v.safeParse(consentsToWorker, message);
    return parsed.success
      ? answerConsents(desk.tabs.values(), guest, parsed.output)
      : Promise.resolve({ ok: false, code: 'bad-message' });
  }
  if (speaker.who === 'export') {
    const parsed = v.safeParse(exportToWorker, message);
    return parsed.success ? answerExports(desk, parsed.output) : Promise.resolve({ ok: false, code: 'bad-message' });
  }
  if (speaker.who === 'settings' || speaker.who === 'welcome') {
    const parsed = v.safeParse(settingsToWorker, message);
    return parsed.success ? answerSettings(parsed.output) : Promise.resolve({ ok: false, code: 'bad-message' });
  }
  if (speaker.who === 'meeting-page' || speaker.who === 'site-frame')
    return passOn(speaker, message) ? undefined : dropped(speaker.who);
  return dropped(speaker.who);
});

onSettings(() => {
  keepRecipients().catch((error: unknown) => console.error('recipients', error));
  desk.settingsChanged();
  panels.allChanged();
});

/** What did not parse is counted by who sent it; its content is nobody's business. */
function dropped(who: string): undefined {
  console.warn('dropped a message from', who);
  return undefined;
}

browser.action.onClicked.addListener((tab) => {
  const { id } = tab;
  if (id === undefined) return;
  // Opening the side panel needs the very click: nothing may be awaited before it.
  const options = chrome.sidePanel.setOptions({
    tabId: id,
    path: `extension/panel/index.html?tab=${id}`,
    enabled: true,
  });
  const opening = chrome.sidePanel.open({ tabId: id });
  const armed = setArmed(id, true).then(() => line.engage(id));
  Promise.all([options, opening, ensureRecorder(), armed]).catch((error: unknown) => {
    console.error('arming failed', error);
  });
});

chrome.sidePanel
  .setPanelBehavior({ openPanelOnActionClick: false })
  .catch((error: unknown) => console.error('side panel', error));

browser.commands.onCommand.addListener((name, tab) => {
  if (name !== PAUSE) return;
  ready.then(() => pauseByKeys(desk, tab?.id)).catch((error: unknown) => console.error('not paused', error));
});

const badges = new Badges();
setInterval(() => badges.follow(desk.tabs.values(), Date.now()), 1000);

browser.tabs.onRemoved.addListener((tab) => {
  line.closed(tab, 'tab-closed').catch((error: unknown) => console.error('tab closed', error));
});
browser.tabs.onUpdated.addListener((tab, change) => {
  // A running stream survives a navigation silently and would record another site.
  if (change.status === 'loading') line.navigating(tab).catch((error: unknown) => console.error('navigation', error));
  if (change.status === 'complete')
    line.loaded(tab, panels.isOpen(tab)).catch((error: unknown) => console.error('page loaded', error));
});

browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === RETENTION_ALARM || name === SETTLED_ALARM) retain();
  if (name === CHECK_ALARM) ready.then(() => checkLogs(desk)).catch((error: unknown) => console.error('check', error));
  if (name === BACKUP_ALARM) backUpIfDue().catch((error: unknown) => console.error('backup', error));
  if (name === LOCK_ALARM) lockWhenIdle().catch((error: unknown) => console.error('vault lock', error));
});

/** At every start of the browser as well: alarms that were missed while it was closed are not made up for. */
function retain(): void {
  ready
    .then(() => keepPromises(desk, Date.now()))
    .then(async (may) => {
      await keepCopies(desk, Date.now(), may);
      if (may === 'settling') await browser.alarms.create(SETTLED_ALARM, { delayInMinutes: SETTLED_MINUTES });
    })
    .catch((error: unknown) => console.error('retention', error));
}
browser.runtime.onStartup.addListener(retain);
followBackup();
const takeOver = () => takeOverKeys().catch((error: unknown) => console.error('keys', error));
browser.runtime.onStartup.addListener(takeOver);
browser.alarms
  .create(RETENTION_ALARM, { periodInMinutes: RETENTION_MINUTES })
  .catch((error: unknown) => console.error('retention alarm', error));

browser.alarms
  .create(CHECK_ALARM, { periodInMinutes: CHECK_MINUTES })
  .catch((error: unknown) => console.error('check alarm', error));

/** Which platform the pages that are open now turned out to be, by host. */
function recognisedNow(): Record<string, string> {
  const pages = [...desk.tabs.values()].filter(
    ({ platform, origin }) => isRecognisable(platform) && URL.canParse(origin),
  );
  return Object.fromEntries(pages.map(({ platform, origin }) => [new URL(origin).hostname, platform]));
}

for (const changed of [browser.permissions.onAdded, browser.permissions.onRemoved])
  changed.addListener(() => {
    followSites(recognisedNow())
      .then(() => panels.allChanged())
      .catch((error: unknown) => console.error('sites', error));
  });

browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'update') void takeOver();
  void followSites();
  if (reason === 'install') {
    browser.tabs
      .create({ url: browser.runtime.getURL('extension/welcome/index.html') })
      .catch((error: unknown) => console.error('welcome', error));
  }
});
