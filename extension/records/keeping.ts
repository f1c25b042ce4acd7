import { signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { Job } from '../../src/files/job.ts';
import type { KeepingToWorker } from '../../src/messages/keeping-to-worker.ts';
import type { FailureCode } from '../../src/model/failure.ts';
import type { KeepingDone, KeepingView } from '../../src/model/keeping.ts';
import type { KeepingIntents } from '../../src/ui/keeping/intents.ts';
import type { Library } from './library.ts';
import { record } from './state.ts';

/** How long things stay, as the records page shows it: the worker decides and deletes, this reads again what came of it. */
export const keeping = signal<KeepingView>({
  now: Date.now(),
  holds: [],
  doubt: null,
  doing: { is: 'idle' },
  namesakes: { state: 'none' },
});
const search = new Job();

export async function readKeeping(library: Library): Promise<void> {
  const found = await library.keeping();
  // What was pressed meanwhile is known by now.
  keeping.value = { ...keeping.value, ...found, now: Date.now() };
}

/** Another meeting is looked at: what was done with the one before is no news any more. */
export function forgetKeeping(): void {
  search.forget();
  keeping.value = { ...keeping.value, doing: { is: 'idle' }, namesakes: { state: 'none' } };
}

/** changed: reads the list and the meeting again. */
export function keepingIntents(books: () => Promise<Library>, changed: () => Promise<void>): KeepingIntents {
  const order = (message: KeepingToWorker, what: KeepingDone) => {
    keeping.value = { ...keeping.value, doing: { is: 'working' }, namesakes: { state: 'none' } };
    ask(message)
      .then(async (code) => {
        await readKeeping(await books());
        await changed();
        keeping.value = { ...keeping.value, doing: code ? { is: 'failed', code } : { is: 'done', what } };
      })
      .catch((error: unknown) => {
        console.error('keeping', error);
        keeping.value = { ...keeping.value, doing: { is: 'failed', code: 'unexpected' } };
      });
  };
  return {
    deleteRecording: (log) => order({ to: 'worker', ask: 'delete-recording', log }, 'deleted'),
    keepShorter: (log, keepDays, proofDays) =>
      order({ to: 'worker', ask: 'keep-shorter', log, keepDays, proofDays }, 'shortened'),
    setHold: (wanted, words) => order({ to: 'worker', ask: 'set-hold', wanted: mutable(wanted), ...words }, 'hold-set'),
    liftHold: (hold, words) => order({ to: 'worker', ask: 'lift-hold', hold, ...words }, 'hold-lifted'),
    confirmDate: () => order({ to: 'worker', ask: 'confirm-date' }, 'date-confirmed'),
    findNamesakes(log, participant) {
      const name = record.value?.participants.find((one) => one.participant === participant)?.name ?? '';
      const none = () => undefined;
      const failed = () => {
        keeping.value = { ...keeping.value, namesakes: { state: 'none' } };
      };
      search.start({ share: none, done: none, failed }, async (stop) => {
        const people = await (await books()).namesakes({ log, name }, stop, (done, total) => {
          keeping.value = { ...keeping.value, namesakes: { state: 'searching', done, total } };
        });
        keeping.value = { ...keeping.value, namesakes: { state: 'found', people: name === '' ? [] : people } };
      });
    },
  };
}

/** The code of what went wrong, or null. */
async function ask(message: KeepingToWorker): Promise<FailureCode | null> {
  const outcome = (await browser.runtime.sendMessage(message)) as { ok: boolean; code?: FailureCode } | undefined;
  return outcome?.ok ? null : (outcome?.code ?? 'unexpected');
}

type Wanted = Extract<KeepingToWorker, { ask: 'set-hold' }>['wanted'];

/** Lists of the screen are not to be changed; those of a message belong to whoever gets it. */
function mutable(wanted: Parameters<KeepingIntents['setHold']>[0]): Wanted {
  if (wanted.over === 'matter') return { ...wanted, logs: [...wanted.logs] };
  return wanted.over === 'person' ? { ...wanted, people: [...wanted.people] } : wanted;
}
