import type { PanelToWorker } from '../../src/messages/panel-to-worker.ts';
import type { EntryOf } from '../../src/model/entry.ts';
import { Failure, type Outcome } from '../../src/model/failure.ts';
import type { LogId } from '../../src/model/id.ts';
import { cutsTold, isCutOf, type PiecesOfEpoch, piecesOf } from '../../src/model/piece.ts';
import { cutStretches, cutTurn, finishCutsOf, meantCuts } from '../../src/vault/destroy-stretch.ts';
import { EPOCH_KEYS } from '../../src/vault/key-files.ts';
import { browserLocks } from '../../src/vault/locks.ts';
import { SealedMedia } from '../../src/vault/sealed-media.ts';
import type { Desk } from './desk.ts';
import { widenHolds } from './holds.ts';
import { storage } from './storage.ts';

type Cut = EntryOf<'cut'>;

/**
 * The second half of a cut: a page has written what is left. Told in the log and destroyed here, where deletions take turns, and only if all of it
 * lies there: what is cut is gone for ever.
 */
export async function cut(desk: Desk, { log, cuts }: Extract<PanelToWorker, { ask: 'cut' }>): Promise<Outcome<null>> {
  try {
    await widenHolds(log as LogId);
    const stretches = cuts.map(({ epoch, from, to, pieces }) => {
      return { epoch, from, to, left: pieces.map(({ media }) => media) };
    });
    await cutStretches(await storage(), log, stretches, () => tell(desk, log as LogId, cuts));
    return { ok: true, value: null };
  } catch (error) {
    console.error('not cut', log, error);
    return { ok: false, code: error instanceof Failure ? error.code : 'unexpected' };
  }
}

async function tell(desk: Desk, log: LogId, cuts: readonly Cut[]): Promise<number> {
  const { log: store } = await storage();
  const before = piecesOf(await store.read(log));
  for (const one of cuts) {
    const there = before.get(one.epoch);
    if (!isCutOf(there, one)) throw new Failure('unexpected', 'this is no cut of what is there');
    await mustLieThere(one, there);
  }
  const session = await desk.session(log);
  const done = await session.commit(() => cuts.map((entry) => ({ entry, subject: null, disclosures: {} })));
  if (done.ok !== true) throw new Failure(done.ok === 'later' ? 'unexpected' : done.code, 'a cut is not logged');
  return Date.now();
}

/** Every piece that was written for this cut, to its last byte's hash and with its key. */
async function mustLieThere({ pieces }: Cut, before: PiecesOfEpoch | undefined): Promise<void> {
  const { db, keys } = await storage();
  for (const { media, chunks, lastHash } of pieces) {
    if (before?.pieces.some((piece) => piece.media === media)) continue;
    await SealedMedia.open(db, async () => null, media, '', { chunks, lastHash });
    if (!(await keys.get(EPOCH_KEYS, media))) throw new Failure('key-missing', media);
  }
}

/** What a crash had cut in two. Where a page is still at it, it waits for that page, and nothing else waits. */
export async function finishCuts(): Promise<void> {
  const { db } = await storage();
  for (const log of await meantCuts(db)) {
    browserLocks
      .alone(cutTurn(log), () => finish(log))
      .catch((error: unknown) => console.error('a cut is not finished yet', log, error));
  }
}

async function finish(log: string): Promise<void> {
  const { log: store } = await storage();
  await finishCutsOf(await storage(), log, async () => cutsTold(await store.read(log)));
}
