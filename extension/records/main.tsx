import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Job } from '../../src/files/job.ts';
import { clearScratch } from '../../src/files/scratch.ts';
import type { PanelToWorker } from '../../src/messages/panel-to-worker.ts';
import type { Access } from '../../src/model/access.ts';
import type { Purpose } from '../../src/model/ask.ts';
import { codeOf } from '../../src/model/code-of.ts';
import { Failure, type FailureCode } from '../../src/model/failure.ts';
import type { LogId, ParticipantKey } from '../../src/model/id.ts';
import { isLocked } from '../../src/model/vault.ts';
import { Copies } from '../../src/ui/copies/copies.tsx';
import { Nav } from '../../src/ui/nav/nav.tsx';
import { Records, type RecordsIntents } from '../../src/ui/records/records.tsx';
import { whileInUse } from '../../src/vault/in-use.ts';
import { pageVault } from '../../src/vault/page-vault.ts';
import { UNLOCKED, Unlocked } from '../../src/vault/unlocked.ts';
import { VaultHand } from '../../src/vault/vault-hand.ts';
import { followBackup } from './backup.ts';
import { CopiesHand } from './copies.ts';
import { CopyShelf } from './copy-shelf.ts';
import { Cutter } from './cutter.ts';
import { followShown } from './follow.ts';
import { forgetKeeping, keeping, keepingIntents, readKeeping } from './keeping.ts';
import { type Leave, Library } from './library.ts';
import { saveRecording } from './out.ts';
import { playing } from './play.ts';
import { giveReceipt } from './receipt-out.ts';
import { readRequests, shownRequests } from './requests.ts';
import { Reviews } from './reviews.ts';
import {
  apart,
  backup,
  chosen,
  cutting,
  failure,
  giving,
  listing,
  meetings,
  playback,
  player,
  reading,
  record,
  saving,
  turn,
} from './state.ts';
import { fileTold, list, playbackTold, readingTold } from './told.ts';

const jobs = {
  list: new Job(),
  read: new Job(),
  play: new Job(),
  save: new Job(),
  receipt: new Job(),
};
const unlocked = new Unlocked(browser.storage.session, Date.now);
const hand = pageVault();
const vault = new VaultHand(hand, unlocked, () => {
  turn.value += 1;
});
const reviews = new Reviews(hand.ground, unlocked, () => {
  readAgain().catch((error: unknown) => console.error('records', error));
});
let library: Promise<Library> | null = null;

const copies = new CopiesHand(new CopyShelf(pageVault().ground, unlocked), noted, readAgain);

function books(): Promise<Library> {
  library ??= Library.open(unlocked, () => {
    library = null;
  });
  return library;
}

function listAll(): void {
  const nothing = () => undefined;
  const failed = (code: FailureCode) => {
    failure.value = code;
  };
  failure.value = null;
  jobs.list.start({ share: nothing, done: nothing, failed }, async (signal) => {
    const library = await books();
    await readKeeping(library);
    await readRequests(library);
    await list(library, signal);
  });
}

function read(log: LogId): void {
  jobs.read.start(readingTold, async (signal) => {
    const found = await (await books()).record(log, signal, (done, total) => {
      if (!signal.aborted) reading.value = { state: 'running', done, total };
    });
    if (signal.aborted) return;
    record.value = found.record;
    copies.look(found.entries).catch((error: unknown) => console.error('copies', error));
  });
}

/** What is new about the meeting that is shown, without a word about the reading. */
async function readAgain(): Promise<void> {
  const before = record.value;
  if (!before) return;
  const library = await books();
  const row = await library.store.row(before.log);
  if (!row || row.size === before.entries) return;
  const found = await library.record(before.log, AbortSignal.timeout(5000), () => undefined);
  if (record.value !== before) return;
  record.value = found.record;
  await copies.look(found.entries);
  listAll();
}

/** What leaves this device is an entry of the log. */
async function note(log: LogId, format: 'webm', file: string, purpose: Purpose): Promise<void> {
  await noted({ to: 'worker', ask: 'log-export', log, format, file, purpose });
}

async function noted(message: PanelToWorker): Promise<void> {
  const outcome = (await browser.runtime.sendMessage(message)) as { ok: boolean; code?: FailureCode } | undefined;
  if (!outcome?.ok) throw new Failure(outcome?.code ?? 'unexpected', 'it could not be logged');
}

/** That it is opened, and for what, is in the log before a key is read. */
function leaveFor(log: LogId, purpose: Purpose, how: Access): Leave {
  return (epochs) => noted({ to: 'worker', ask: 'access', log, epochs, purpose, how });
}

/** A receipt leaves: whom it is for, and how much of the log it covers. */
async function noteReceipt(log: LogId, participant: ParticipantKey, size: number): Promise<void> {
  await noted({ to: 'worker', ask: 'receipt-given', log, participant, size });
}

function nameOf(log: LogId, ending: string): string {
  const found = meetings.value?.find((meeting) => meeting.log === log);
  const day = new Date(found?.openedAt ?? Date.now()).toISOString().slice(0, 16).replaceAll(':', '.').replace('T', ' ');
  return `Ask to Record ${day}.${ending}`;
}

/** Cut out: what was open is another recording now. */
const cut = new Cutter(books, hand.ground, () => {
  playing.close();
  playback.value = { state: 'none' };
  // Notes of what was cut are gone.
  reviews.close();
  readAgain().catch((error: unknown) => console.warn('not read again:', error));
});
const cutIntents = cut.intents;

const intents: RecordsIntents = {
  ...keepingIntents(books, async () => {
    listAll();
    await readAgain();
  }),
  choose(log) {
    for (const job of [jobs.read, jobs.play, jobs.save, jobs.receipt]) job.forget();
    playing.close();
    forgetKeeping();
    reviews.close();
    cut.forget();
    chosen.value = log;
    copies.show(log);
    record.value = null;
    reading.value = { state: 'none' };
    playback.value = { state: 'none' };
    saving.value = { state: 'none' };
    giving.value = { participant: null, saving: { state: 'none' } };
    if (log === null) listAll();
    else read(log);
  },
  player: playing.intents,
  cut: cutIntents,
  play(log, purpose, at) {
    playing.close();
    playback.value = { state: 'opening' };
    jobs.play.start(playbackTold, async (signal) => {
      const parts = await (await books()).parts(log, leaveFor(log, purpose, 'played'), signal);
      if (signal.aborted) return;
      playing.open(parts, at);
      cut.open(log, parts);
      // Its history has one line more.
      await readAgain();
    });
  },
  closePlayer() {
    jobs.play.forget();
    playing.close();
    playback.value = { state: 'none' };
  },
  save(log, sound, purpose) {
    const name = nameOf(log, 'webm');
    const leave = leaveFor(log, purpose, 'saved');
    const before = (file: string) => note(log, 'webm', file, purpose);
    saving.value = { state: 'running', share: 0 };
    jobs.save.start(
      fileTold(
        name,
        (to) => (saving.value = to),
        () => read(log),
      ),
      async (signal, share) =>
        saveRecording(await books(), log, { recordedMs: recordedMs(), sound, name, leave, before, signal, share }),
    );
  },
  lock: () => void vault.lock(),
  unlockByPassphrase: (passphrase) => void vault.unlockByPassphrase(passphrase),
  unlockByPasskey: (credential) => void vault.unlockByPasskey(credential),
  giveReceipt(log, participant, as) {
    const name = nameOf(log, as === 'file' ? 'receipt.json' : 'receipt.html');
    const before = (size: number) => noteReceipt(log, participant, size);
    const told = fileTold(
      name,
      (saving) => (giving.value = { participant, saving }),
      () => read(log),
    );
    giving.value = { participant, saving: { state: 'running', share: 0 } };
    jobs.receipt.start(told, async (signal, share) =>
      giveReceipt(await books(), log, { participant, as, name, before, signal, share }),
    );
  },
  cancel(what) {
    if (what === 'read') intents.choose(null);
    else jobs[what].cancel();
  },
};

function recordedMs(): number {
  return record.value?.recordedMs ?? 0;
}

/** Locked, here or elsewhere: what was opened to be played is closed, and what is being made of it is given up. */
async function locked(): Promise<void> {
  await vault.look();
  if (vault.view && isLocked(vault.view)) {
    jobs.play.cancel();
    jobs.save.cancel();
    reviews.closeAll();
    playing.close();
    cut.forget();
    copies.lock();
    playback.value = { state: 'none' };
  }
}
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'session' && UNLOCKED in changes) locked().catch((error: unknown) => console.error('vault', error));
});

function Screen() {
  // Read so that every turn draws anew: the hand on the vault is no signal itself.
  void turn.value;
  return (
    <>
      <Nav here="records" />
      <Records
        meetings={meetings.value}
        apart={apart.value}
        chosen={chosen.value}
        record={record.value}
        playback={playback.value}
        player={player}
        cutting={cutting.value}
        saving={saving.value}
        giving={giving.value}
        reading={reading.value}
        listing={listing.value}
        failure={failure.value}
        vault={vault.view}
        backup={backup.value}
        unlocking={vault.doing}
        keeping={keeping.value}
        review={reviews.view}
        requests={shownRequests(books)}
        copies={
          <Copies {...copies.state.value} locked={vault.view !== null && isLocked(vault.view)} intents={copies} />
        }
        intents={intents}
      />
    </>
  );
}

const root = document.getElementById('root');
if (root) render(<Screen />, root);
const leaving = new AbortController();
addEventListener('pagehide', () => {
  leaving.abort();
  playing.close();
});
whileInUse(document, () => unlocked.touch(), leaving.signal);
vault.look().catch((error: unknown) => console.error('vault', error));
reviews.look().catch((error: unknown) => console.error('reviews', error));
followBackup(hand.ground, leaving.signal);
followShown(() => record.value, readAgain, leaving.signal);
const wanted = new URLSearchParams(location.search).get('log');
if (wanted) intents.choose(wanted as LogId);
clearScratch().then(listAll, (error: unknown) => {
  console.error(error);
  failure.value = codeOf(error);
});
