import { signal } from '@preact/signals';
import { render } from 'preact';
import { openDatabase } from '../../src/database/schema.ts';
import { useCsv } from '../../src/export/use-csv.ts';
import { saveBlob } from '../../src/files/save-blob.ts';
import { openLogStore } from '../../src/log/store.ts';
import { codeOf } from '../../src/model/code-of.ts';
import { Failure, type FailureCode } from '../../src/model/failure.ts';
import type { UsedLog } from '../../src/model/use.ts';
import { type FoundUses, usesOfAll } from '../../src/session/all-uses.ts';
import { Nav } from '../../src/ui/nav/nav.tsx';
import { UsePage, type UsePageProps, type UseReading } from '../../src/ui/use/use-page.tsx';
import { opfsKeyFiles } from '../../src/vault/key-files.ts';
import { browserLocks } from '../../src/vault/locks.ts';

/** Who used what for which purpose: a report that reads the logs, and nothing else. */
const logs = signal<readonly UsedLog[]>([]);
const damaged = signal(0);
const reading = signal<UseReading>({ state: 'running', done: 0, total: 0 });
const failure = signal<FailureCode | null>(null);
let stop = new AbortController();

/** As often as the page is drawn anew while it grows, ms. */
const DRAWN_MS = 200;

async function read(): Promise<void> {
  stop.abort();
  const own = new AbortController();
  stop = own;
  failure.value = null;
  reading.value = { state: 'running', done: 0, total: 0 };
  const db = await openDatabase(() => own.abort());
  let drawn = 0;
  try {
    const keys = opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks);
    const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
    const draw = (found: FoundUses) => {
      drawn = performance.now();
      logs.value = [...found.logs];
      damaged.value = found.damaged;
      reading.value = { state: 'running', done: found.done, total: found.total };
    };
    let last: FoundUses | null = null;
    for await (const found of usesOfAll(openLogStore({ db, keys, random }), own.signal)) {
      if (stop !== own) return;
      last = found;
      if (performance.now() - drawn > DRAWN_MS) draw(found);
    }
    if (stop !== own) return;
    if (last) draw(last);
    reading.value = { state: own.signal.aborted ? 'part' : 'done' };
  } catch (error) {
    if (stop !== own) return;
    console.error(error);
    failure.value = codeOf(error);
    reading.value = { state: 'part' };
  } finally {
    db.close();
  }
}

const intents: UsePageProps['intents'] = {
  cancel: () => stop.abort(new Failure('cancelled')),
  again: () => void read(),
  save: (uses) => saveBlob(new Blob([useCsv(uses, logs.value)], { type: 'text/csv' }), 'ask-to-record-use.csv'),
  print: () => print(),
};

function Screen() {
  return (
    <>
      <Nav here="use" />
      <UsePage
        logs={logs.value}
        damaged={damaged.value}
        reading={reading.value}
        failure={failure.value}
        intents={intents}
      />
    </>
  );
}

const root = document.getElementById('root');
if (root) render(<Screen />, root);
addEventListener('pagehide', () => stop.abort());
read().catch((error: unknown) => {
  console.error(error);
  failure.value = codeOf(error);
  reading.value = { state: 'part' };
});
