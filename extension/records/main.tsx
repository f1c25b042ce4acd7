import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { PanelToWorker } from '../../src/messages/panel-to-worker.ts';
import { Failure, type FailureCode } from '../../src/model/failure.ts';
import type { LogId } from '../../src/model/id.ts';
import type { MeetingRecord, MeetingSummary } from '../../src/model/record.ts';
import type { Playback, Saving } from '../../src/ui/records/jobs.ts';
import { Records, type RecordsIntents } from '../../src/ui/records/records.tsx';
import { Library } from './library.ts';
import { exportLog, openForPlaying, saveRecording } from './out.ts';
import { clearScratch } from './scratch.ts';
import { playInTheMiddle } from './sound.ts';

const meetings = signal<readonly MeetingSummary[] | null>(null);
const chosen = signal<LogId | null>(null);
const record = signal<MeetingRecord | null>(null);
const playback = signal<Playback>({ state: 'none' });
const saving = signal<Saving>({ state: 'none' });
const failure = signal<FailureCode | null>(null);

let library: Promise<Library> | null = null;
let job: AbortController | null = null;
let release: (() => void) | null = null;

function books(): Promise<Library> {
  library ??= Library.open(() => {
    library = null;
  });
  return library;
}

function codeOf(error: unknown): FailureCode {
  console.error(error);
  return error instanceof Failure ? error.code : 'unexpected';
}

function run(work: () => Promise<void>): void {
  failure.value = null;
  work().catch((error: unknown) => {
    failure.value = codeOf(error);
  });
}

async function list(): Promise<void> {
  const { meetings: found, damaged } = await (await books()).meetings();
  meetings.value = found;
  if (damaged.length > 0) failure.value = 'damaged';
}

async function show(log: LogId): Promise<void> {
  record.value = await (await books()).record(log);
}

/** What leaves this device is an entry of the log. */
async function note(log: LogId, format: 'webm' | 'json' | 'csv'): Promise<void> {
  const message: PanelToWorker = { to: 'worker', ask: 'log-export', log, format };
  const outcome = (await browser.runtime.sendMessage(message)) as { ok: boolean; code?: FailureCode } | undefined;
  if (!outcome?.ok) throw new Failure(outcome?.code ?? 'unexpected', 'the export could not be logged');
}

function nameOf(log: LogId, ending: string): string {
  const found = meetings.value?.find((meeting) => meeting.log === log);
  const day = new Date(found?.openedAt ?? Date.now()).toISOString().slice(0, 16).replaceAll(':', '.').replace('T', ' ');
  return `Ask to Record ${day}.${ending}`;
}

const intents: RecordsIntents = {
  choose(log) {
    chosen.value = log;
    record.value = null;
    playback.value = { state: 'none' };
    saving.value = { state: 'none' };
    release?.();
    release = null;
    run(() => (log === null ? list() : show(log)));
  },
  play(log) {
    playback.value = { state: 'opening' };
    release?.();
    release = null;
    run(async () => {
      try {
        const opened = await openForPlaying(await books(), log);
        release = opened.release;
        playback.value = { state: 'ready', src: opened.src, picture: opened.picture };
      } catch (error) {
        playback.value = { state: 'failed', code: codeOf(error) };
      }
    });
  },
  save(log, sound) {
    const abort = new AbortController();
    job = abort;
    saving.value = { state: 'running', share: 0 };
    const name = nameOf(log, 'webm');
    const share = (done: number) => {
      if (job === abort) saving.value = { state: 'running', share: done };
    };
    run(async () => {
      try {
        await saveRecording(await books(), log, {
          sound,
          name,
          share,
          signal: abort.signal,
          before: () => note(log, 'webm'),
        });
        saving.value = { state: 'done', name };
        await show(log);
      } catch (error) {
        const code = codeOf(error);
        saving.value = code === 'cancelled' ? { state: 'none' } : { state: 'failed', code };
      }
    });
  },
  cancelSave() {
    job?.abort();
  },
  exportLog(log, format) {
    run(async () => {
      await note(log, format);
      await exportLog(await books(), log, format, nameOf(log, format));
      await show(log);
    });
  },
};

function Screen() {
  return (
    <Records
      meetings={meetings.value}
      chosen={chosen.value}
      record={record.value}
      playback={playback.value}
      saving={saving.value}
      failure={failure.value}
      intents={intents}
    />
  );
}

playInTheMiddle(document);
const root = document.getElementById('root');
if (root) render(<Screen />, root);
addEventListener('pagehide', () => release?.());
run(async () => {
  await clearScratch();
  await list();
});
