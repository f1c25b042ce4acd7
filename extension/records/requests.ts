import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { fold } from '../../src/consent/fold.ts';
import { Job } from '../../src/files/job.ts';
import type { PersonToWorker } from '../../src/messages/person-to-worker.ts';
import { ed25519Of } from '../../src/model/ed25519.ts';
import { Failure, type Outcome } from '../../src/model/failure.ts';
import type { LogId, ParticipantKey } from '../../src/model/id.ts';
import type { ListedRequest } from '../../src/model/person.ts';
import { REQUEST_FILE_MAX } from '../../src/model/rights.ts';
import { requestDue } from '../../src/session/person-view.ts';
import { readRequestFile, whoseRequest } from '../../src/session/request-file.ts';
import type { RequestsShown, Taking } from '../../src/ui/requests/intents.ts';
import type { Library } from './library.ts';

/** The list of requests on the records page, and what becomes of a file that is dropped in. */
export const requests = signal<readonly ListedRequest[] | null>(null);
export const taking = signal<Taking>({ state: 'none' });
const job = new Job();

export async function readRequests(library: Library): Promise<void> {
  requests.value = (await library.requests()).map(({ id: _, profiles, log, participant, ...row }) => ({
    ...row,
    log: log as LogId,
    participant: participant as ParticipantKey,
    due: requestDue(profiles, row.at, row.longer),
  }));
}

export function shownRequests(books: () => Promise<Library>): RequestsShown {
  return {
    all: requests.value,
    taking: taking.value,
    now: Date.now(),
    cancel: () => job.cancel(),
    take(file) {
      taking.value = { state: 'looking', done: 0, total: 0 };
      job.start(
        {
          share: () => undefined,
          done() {
            taking.value = { state: 'taken' };
          },
          failed(code) {
            taking.value = code === 'cancelled' ? { state: 'none' } : { state: 'failed', code };
          },
        },
        async (stop) => {
          await take(await books(), file, stop);
          await readRequests(await books());
        },
      );
    },
  };
}

/** Whose it is, the logs tell; the worker looks at it anew before it writes it down. */
async function take(library: Library, file: File, stop: AbortSignal): Promise<void> {
  if (file.size > REQUEST_FILE_MAX * 3) throw new Failure('request-unreadable');
  const text = await file.text();
  const read = await readRequestFile(text, ed25519Of(crypto.subtle));
  if (!read.ok) throw new Failure(read.code);
  const logs = await library.store.logs();
  for (const [at, { log }] of logs.entries()) {
    if (stop.aborted) throw new Failure('cancelled');
    taking.value = { state: 'looking', done: at, total: logs.length };
    if (!(await isIn(library, log, read))) continue;
    const message: PersonToWorker = { to: 'worker', ask: 'take-request', log: log as LogId, text };
    const outcome = (await browser.runtime.sendMessage(message)) as Outcome<null> | undefined;
    if (!outcome?.ok) throw new Failure(outcome?.code ?? 'unexpected');
    return;
  }
  throw new Failure('request-foreign');
}

/** A log that cannot be read says nothing of anybody. */
async function isIn(
  library: Library,
  log: string,
  { request, key }: Extract<Awaited<ReturnType<typeof readRequestFile>>, { ok: true }>,
): Promise<boolean> {
  try {
    return whoseRequest(fold(await library.store.read(log)), request, key) !== null;
  } catch (error) {
    if (error instanceof Failure && error.code === 'damaged') return false;
    throw error;
  }
}
