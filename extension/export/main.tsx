import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { type Locking, notRecipients } from '../../src/export/age.ts';
import { countKantara } from '../../src/export/kantara.ts';
import { Names } from '../../src/export/names.ts';
import { countReceipts, receiptsSaid } from '../../src/export/receipts.ts';
import { missingFor, type Stated } from '../../src/export/stated.ts';
import { Job } from '../../src/files/job.ts';
import { clearScratch } from '../../src/files/scratch.ts';
import type { ExportToWorker } from '../../src/messages/export-to-worker.ts';
import { codeOf } from '../../src/model/code-of.ts';
import { EXPORT_FORMATS, type ExportFormat, FOR_WHOM_MAX } from '../../src/model/export.ts';
import {
  BLANK_FORM,
  chosenFormats,
  type ExportForm,
  type ExportMaking,
  type ExportMeeting,
  isFiltered,
  isZip,
  type MissingFor,
  recipientsIn,
} from '../../src/model/export-form.ts';
import { Failure, type FailureCode, type Outcome } from '../../src/model/failure.ts';
import type { LogId, ParticipantKey } from '../../src/model/id.ts';
import { SETTINGS, type SettingsView } from '../../src/model/settings.ts';
import { decider } from '../../src/session/decisions.ts';
import { noticeIn, purposesIn } from '../../src/session/receipt-words.ts';
import { REASONS, storyOf } from '../../src/session/story.ts';
import { Export, type ExportIntents } from '../../src/ui/export/export.tsx';
import { Nav } from '../../src/ui/nav/nav.tsx';
import { siteName } from '../../src/ui/words/site-name.ts';
import { makeExport } from './make.ts';
import { choiceOf } from './order.ts';
import { type Persons, Shelf } from './shelf.ts';

/** The export page. `?log=…` chooses that meeting; without it nothing is chosen yet. It reads; the worker alone writes. */
const meetings = signal<readonly ExportMeeting[] | null>(null);
const persons = signal<Persons | null>(new Map());
const form = signal<ExportForm>(BLANK_FORM);
const stated = signal<Stated>(SETTINGS);
const missing = signal<MissingFor>({});
const bad = signal<readonly string[]>([]);
const making = signal<ExportMaking>({ state: 'none' });
const failure = signal<FailureCode | null>(null);
const jobs = { people: new Job(), make: new Job() };
let shelf: Promise<Shelf> | null = null;

function books(): Promise<Shelf> {
  shelf ??= Shelf.open(() => {
    shelf = null;
  });
  return shelf;
}

async function ask<Value>(message: ExportToWorker): Promise<Value> {
  const outcome = (await browser.runtime.sendMessage(message)) as Outcome<Value> | undefined;
  if (!outcome?.ok) throw new Failure(outcome?.code ?? 'unexpected', 'the worker said no');
  return outcome.value;
}

async function open(): Promise<void> {
  await clearScratch();
  const { settings } = await ask<SettingsView>({ to: 'worker', ask: 'settings' });
  stated.value = settings;
  missing.value = Object.fromEntries(EXPORT_FORMATS.map((format) => [format, missingFor(format, settings)]));
  const found = await (await books()).meetings();
  const wanted = new URLSearchParams(location.search).getAll('log');
  meetings.value = found;
  change({ logs: new Set(found.map(({ log }) => log).filter((log) => wanted.includes(log))) });
}

function change(part: Partial<ExportForm>): void {
  form.value = { ...form.value, ...part };
  if (making.value.state !== 'running') making.value = { state: 'none' };
  if (part.logs) readPeople(part.logs);
  if (part.recipients !== undefined) lookAtRecipients(part.recipients);
}

function readPeople(logs: ReadonlySet<LogId>): void {
  persons.value = null;
  const nothing = () => undefined;
  const failed = (code: FailureCode) => {
    // A log that cannot be read fails again, and is told of, when it is exported.
    if (code !== 'cancelled') persons.value = new Map();
  };
  jobs.people.start({ share: nothing, done: nothing, failed }, async (signal) => {
    const found = await (await books()).people(logs, signal);
    if (signal.aborted) return;
    persons.value = found;
    const { person } = form.value;
    if (person !== null && !found.has(person)) change({ person: null });
  });
}

function lookAtRecipients(text: string): void {
  notRecipients(recipientsIn(text)).then(
    (found) => {
      if (form.value.recipients === text) bad.value = found;
    },
    (error: unknown) => console.error('keys could not be looked at', error),
  );
}

function lockingOf({ lock, passphrase, recipients }: ExportForm): Locking | null {
  if (lock === 'open') return null;
  return lock === 'passphrase' ? { with: lock, passphrase } : { with: lock, recipients: recipientsIn(recipients) };
}

/** Each consent and each receipt is a file or two, and a manifest lists only so many. */
const FILES_MAX = 9000;

async function make(wanted: ExportForm, abort: AbortSignal, share: (done: number) => void): Promise<ExportMaking> {
  const library = await books();
  const locking = lockingOf(wanted);
  // Once more, and before anything is made: the keys may have been written faster than they were looked at.
  if (locking?.with === 'recipients' && (await notRecipients(locking.recipients)).length > 0)
    throw new Failure('bad-recipient');
  const formats = chosenFormats(wanted, missing.value);
  const keys: ReadonlySet<ParticipantKey> | null =
    wanted.person === null ? null : (persons.value?.get(wanted.person) ?? new Set<ParticipantKey>());
  const order = {
    source: library.store,
    logs: [...wanted.logs],
    at: Date.now(),
    signal: abort,
    progress: ({ done, total }: { done: number; total: number }) => share(total > 0 ? done / total : 1),
    signer: await library.signer(),
    choice: choiceOf(wanted, keys),
    names: new Names(wanted.names, crypto.getRandomValues(new Uint8Array(32))),
    decider,
    stated: stated.value,
    words: { tell: storyOf, why: (reason: keyof typeof REASONS) => REASONS[reason] },
    receipts: receiptsSaid(noticeIn, purposesIn, siteName),
  };
  const consents = formats.includes('kantara') ? await countKantara(order) : 0;
  const receipts = formats.includes('receipts') ? await countReceipts(order) : 0;
  if (consents + receipts > FILES_MAX) throw new Failure('too-many-receipts');
  const zip = isZip(wanted, formats);
  const before = () => note(wanted, formats, zip);
  const made = await makeExport({ formats, order, locking, zip, before });
  return { state: 'done', ...made, logs: order.logs.length };
}

/** What leaves this device is an entry of each log that it is of. */
async function note(wanted: ExportForm, formats: readonly ExportFormat[], zip: boolean): Promise<void> {
  const [only = 'json'] = formats;
  const recipients = wanted.lock === 'recipients' ? recipientsIn(wanted.recipients) : [];
  const whom = [wanted.whom.trim(), ...recipients].filter((one) => one !== '').join('\n');
  for (const log of wanted.logs)
    await ask<null>({
      to: 'worker',
      ask: 'log-exported',
      log,
      format: zip ? 'zip' : only,
      parts: zip ? [...formats] : [],
      names: wanted.names,
      lock: wanted.lock === 'open' ? null : wanted.lock,
      filtered: isFiltered(wanted),
      whom: whom.slice(0, FOR_WHOM_MAX).toWellFormed(),
    });
}

const intents: ExportIntents = {
  change,
  start() {
    making.value = { state: 'running', share: 0 };
    const told = {
      share: (share: number) => {
        making.value = { state: 'running', share };
      },
      done: () => undefined,
      failed: (code: FailureCode) => {
        making.value = code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', code };
      },
    };
    const wanted = form.value;
    jobs.make.start(told, async (abort, share) => {
      const made = await make(wanted, abort, share);
      // A passphrase has done its work: whoever sits down here next shall not find it.
      change({ passphrase: '', again: '' });
      making.value = made;
    });
  },
  cancel: () => jobs.make.cancel(),
};

function Screen() {
  return (
    <>
      <Nav here={null} />
      <Export
        meetings={meetings.value}
        people={persons.value && [...persons.value.keys()]}
        form={form.value}
        missing={missing.value}
        bad={bad.value}
        making={making.value}
        failure={failure.value}
        intents={intents}
      />
    </>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('the export page has no root');
render(<Screen />, root);
open().catch((error: unknown) => {
  console.error(error);
  failure.value = codeOf(error);
});
