import { signal } from '@preact/signals';
import { render } from 'preact';
import { saveBlob } from '../../src/files/save-blob.ts';
import { codeOf } from '../../src/model/code-of.ts';
import { Failure, type FailureCode } from '../../src/model/failure.ts';
import type { LogId } from '../../src/model/id.ts';
import type { LogHead, LogStory } from '../../src/model/log-line.ts';
import type { Checking, DeviceKey, LogIntents, Proving, Scope } from '../../src/ui/log/intents.ts';
import { LogPage } from '../../src/ui/log/log-page.tsx';
import { Nav } from '../../src/ui/nav/nav.tsx';
import { LogLibrary } from './log-library.ts';

/** The log page: everything that was noted, and what proves it. `?log=` says which log is shown first. */
const heads = signal<readonly LogHead[] | null>(null);
const scope = signal<Scope | null>(null);
const stories = signal<readonly LogStory[]>([]);
const reading = signal<number | null>(null);
const failure = signal<FailureCode | null>(null);
const device = signal<DeviceKey | null>(null);
const proving = signal<Proving>({ state: 'none' });
const checking = signal<Checking>({ state: 'none' });

const stop = { read: new AbortController(), check: new AbortController() };
let library: Promise<LogLibrary> | null = null;

function books(): Promise<LogLibrary> {
  library ??= LogLibrary.open(() => {
    library = null;
  });
  return library;
}

function fails(error: unknown): void {
  const code = codeOf(error);
  if (code === 'cancelled') return;
  console.error(error);
  failure.value = code;
}

async function look(): Promise<void> {
  const found = await (await books()).heads();
  heads.value = found;
  device.value = await (await books()).device();
}

/** One log after the other; what was read before somebody chose anew or cancelled stays in sight. */
async function read(wanted: Scope): Promise<void> {
  stop.read.abort();
  const own = new AbortController();
  stop.read = own;
  stories.value = [];
  const logs = (heads.value ?? []).filter(({ log }) => wanted === 'all' || log === wanted);
  const total = logs.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  reading.value = 0;
  try {
    for (const { log, size } of logs) {
      const story = await (await books()).story(log, own.signal, (done) => {
        if (stop.read === own) reading.value = total > 0 ? Math.min(1, (before + done) / total) : 1;
      });
      if (own.signal.aborted) return;
      stories.value = [...stories.value, story];
      before += size;
    }
  } finally {
    if (stop.read === own) reading.value = null;
  }
}

async function prove(log: LogId, index: number): Promise<void> {
  const making: Proving = { state: 'making', log, index };
  proving.value = making;
  try {
    const proof = await (await books()).prove(log, index);
    if (proving.value === making) proving.value = { state: 'made', proof };
    device.value = await (await books()).device();
  } catch (error) {
    console.error(error);
    if (proving.value === making) proving.value = { state: 'failed', log, index, code: codeOf(error) };
  }
}

async function check(): Promise<void> {
  const own = new AbortController();
  stop.check = own;
  checking.value = { state: 'running', done: 0, total: 0 };
  let entries = 0;
  try {
    const damage = await (await books()).check(own.signal, (done, total) => {
      entries = total;
      checking.value = { state: 'running', done, total };
    });
    checking.value = { state: 'done', entries, damage };
  } catch (error) {
    const code = codeOf(error);
    if (code !== 'cancelled') console.error(error);
    checking.value = { state: 'failed', code };
  }
  await look();
}

const intents: LogIntents = {
  choose(wanted) {
    scope.value = wanted;
    proving.value = { state: 'none' };
    history.replaceState(null, '', wanted === 'all' ? location.pathname : `?log=${wanted}`);
    read(wanted).catch(fails);
  },
  prove: (log, index) => void prove(log, index),
  closeProof() {
    proving.value = { state: 'none' };
  },
  saveProof({ file, log, index }) {
    saveBlob(new Blob([file], { type: 'text/plain' }), `${log}-${index}.tlog-proof`);
  },
  saveDeviceLog() {
    books()
      .then((library) => library.deviceLog(new AbortController().signal))
      .then((blob) => saveBlob(blob, 'ask-to-record-device-log.json'))
      .catch(fails);
  },
  check: () => void check().catch(fails),
  cancel: (what) => stop[what].abort(new Failure('cancelled')),
};

function Screen() {
  return (
    <>
      <Nav here="log" />
      <LogPage
        heads={heads.value}
        scope={scope.value}
        stories={stories.value}
        reading={reading.value}
        failure={failure.value}
        device={device.value}
        proving={proving.value}
        checking={checking.value}
        intents={intents}
      />
    </>
  );
}

const root = document.getElementById('root');
if (root) render(<Screen />, root);
addEventListener('pagehide', () => {
  stop.read.abort();
  stop.check.abort();
});
look()
  .then(() => {
    const wanted = new URLSearchParams(location.search).get('log');
    const first = heads.value?.find(({ log }) => log === wanted) ?? heads.value?.[0];
    if (first) intents.choose(first.log);
  })
  .catch(fails);
