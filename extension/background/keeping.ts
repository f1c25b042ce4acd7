import type { KeepingToWorker } from '../../src/messages/keeping-to-worker.ts';
import { Failure, type Outcome } from '../../src/model/failure.ts';
import type { LogId } from '../../src/model/id.ts';
import { promisesOf } from '../../src/session/promises.ts';
import { confirmDate } from './clock-watch.ts';
import { deleteEpochs } from './deletion.ts';
import type { Desk } from './desk.ts';
import { orderHold, orderLift } from './holds.ts';
import { keepPromises } from './retention.ts';
import { storage } from './storage.ts';

/** What the host decides on the records page about how long things stay. Answered when it is done, and what is over by then is gone. */
export async function answerKeeping(desk: Desk, message: KeepingToWorker): Promise<Outcome<null>> {
  try {
    await decide(desk, message);
    return { ok: true, value: null };
  } catch (error) {
    console.error('keeping', error);
    return { ok: false, code: error instanceof Failure ? error.code : 'unexpected' };
  }
}

async function decide(desk: Desk, message: KeepingToWorker): Promise<void> {
  switch (message.ask) {
    case 'delete-recording': {
      const { log: store } = await storage();
      const { epochs } = promisesOf(await store.read(message.log));
      return deleteEpochs(
        desk,
        message.log,
        epochs.map(({ epoch }) => epoch),
        'host',
      );
    }
    case 'keep-shorter':
      await shorten(desk, message.log, message);
      break;
    case 'set-hold':
      return orderHold(desk, message.wanted, message);
    case 'lift-hold':
      await orderLift(desk, message.hold, message);
      break;
    case 'confirm-date':
      await confirmDate(Date.now());
      break;
    default:
      return message satisfies never;
  }
  // A date that has come to be over by it is kept at once.
  await keepPromises(desk, Date.now());
}

/** Free for the host, since nobody is promised less than they agreed to. Longer is another ask. */
async function shorten(
  desk: Desk,
  log: LogId,
  { keepDays, proofDays }: { readonly keepDays: number; readonly proofDays: number },
): Promise<void> {
  const session = await desk.session(log);
  const { log: store } = await storage();
  const { binding } = promisesOf(await store.read(log));
  if (!binding || keepDays > binding.keepDays || proofDays > binding.proofDays || keepDays > proofDays)
    throw new Failure('bad-terms', 'that is not shorter');
  if (keepDays === binding.keepDays && proofDays === binding.proofDays) return;
  const done = await session.commit(() => [
    { entry: { kind: 'retention-shortened', keepDays, proofDays, by: 'host' }, subject: null, disclosures: {} },
  ]);
  if (done.ok !== true) throw new Failure(done.ok === 'later' ? 'unexpected' : done.code, 'not shortened');
}
