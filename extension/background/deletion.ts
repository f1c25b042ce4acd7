import type { EntryOf } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import type { EpochId, LogId, ParticipantKey } from '../../src/model/id.ts';
import { lossesOf, piecesOf } from '../../src/model/piece.ts';
import type { DeletionWhy } from '../../src/model/retention.ts';
import { promisesOf } from '../../src/session/promises.ts';
import { alone } from '../../src/vault/deletion-turn.ts';
import { destroyEpochs, finishDeletions } from '../../src/vault/destroy-epoch.ts';
import { heldPeople } from '../../src/vault/holds.ts';
import type { Desk } from './desk.ts';
import { widenHolds } from './holds.ts';
import { storage } from './storage.ts';

/** What the worker deletes, for whoever wants it: by the one way, and with its line in the log. */

/**
 * Recorded stretches of one meeting, with all that was made of them. Failure('held') when a hold keeps one of them, by hand or on request, Failure('still-recording')
 * when one still runs; then nothing is deleted.
 */
export async function deleteEpochs(
  desk: Desk,
  log: LogId,
  epochs: readonly EpochId[],
  why: DeletionWhy,
): Promise<void> {
  if (epochs.length === 0) return;
  // What is over by its date goes although nobody can tell any more whether it still runs.
  if (why === 'host' || why === 'erased') await refuseRunning(desk, log, epochs);
  await widenHolds(log);
  await destroyEpochs(await storage(), { log, epochs, why }, (of, gone, because) =>
    tell(desk, of as LogId, gone as readonly EpochId[], because),
  );
}

/** What a crash had cut in two. */
export async function finishWhatWasMeant(desk: Desk): Promise<void> {
  await finishDeletions(
    await storage(),
    (log, epochs, why) => tell(desk, log as LogId, epochs as readonly EpochId[], why),
    (log, epoch, left, why) => tellLost(desk, log as LogId, epoch as EpochId, left, why),
  );
}

/**
 * Names and words in one meeting, of those whom no hold keeps; gives who was erased. everybody: these are all whose names are left, so that one
 * line tells of them. A crash in between leaves some of them erased and no line in the log: whoever wanted it repeats it.
 */
export async function erasePeople(
  desk: Desk,
  log: LogId,
  people: readonly ParticipantKey[],
  { why, everybody }: { readonly why: DeletionWhy; readonly everybody: boolean },
): Promise<readonly ParticipantKey[]> {
  await widenHolds(log);
  return alone(await storage(), async () => {
    const { db, log: store } = await storage();
    const isHeld = await heldPeople(db, log);
    const writable = await isWritable(log);
    // Whoever was here first in another window has told it already.
    const left = writable ? (promisesOf(await store.read(log)).names?.people ?? []) : people;
    const gone = people.filter((participant) => !isHeld(participant) && left.includes(participant));
    for (const participant of gone) await store.erase(log, participant);
    const whole = everybody && gone.length === people.length;
    const entries: readonly EntryOf<'deleted'>[] = whole
      ? [{ kind: 'deleted', epoch: null, why }]
      : gone.map((participant) => ({ kind: 'deleted', epoch: null, why, participant }));
    if (writable && gone.length > 0) await commit(desk, log, entries);
    return gone;
  });
}

/** By the gate, which any window may close, and by the log, which knows whether the recorder is through. */
async function refuseRunning(desk: Desk, log: LogId, epochs: readonly EpochId[]): Promise<void> {
  const gate = await (await storage()).log.gate(log);
  const open = gate && gate.state !== 'closed' ? gate.epoch : null;
  const segment = (await isWritable(log)) ? ((await desk.session(log)).state.segment?.epoch ?? null) : null;
  for (const running of [open, segment])
    if (running && epochs.includes(running)) throw new Failure('still-recording', running);
}

async function tell(desk: Desk, log: LogId, epochs: readonly EpochId[], why: DeletionWhy): Promise<void> {
  if (!(await isWritable(log))) return;
  const told = new Set<EpochId>();
  for (const { entry } of await (await storage()).log.read(log))
    if (entry.kind === 'deleted' && entry.epoch) told.add(entry.epoch);
  await commit(
    desk,
    log,
    epochs.filter((epoch) => !told.has(epoch)).map((epoch) => ({ kind: 'deleted', epoch, why })),
  );
}

/** What was destroyed before a hold stopped it: whoever looks at what is left must not take it for the whole. */
async function tellLost(
  desk: Desk,
  log: LogId,
  epoch: EpochId,
  left: readonly string[],
  why: DeletionWhy,
): Promise<void> {
  if (!(await isWritable(log))) return;
  const pieces = piecesOf(await (await storage()).log.read(log)).get(epoch)?.pieces ?? [];
  await commit(desk, log, lossesOf(epoch, pieces, left, why));
}

/** To one that was found damaged nothing is appended: what is gone cannot be told there. */
async function isWritable(log: LogId): Promise<boolean> {
  const { log: store } = await storage();
  try {
    const row = await store.row(log);
    if (!row || row.damaged) return false;
    await store.checkTail(log);
    await store.read(log);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === 'damaged') return false;
    throw error;
  }
}

async function commit(desk: Desk, log: LogId, entries: readonly EntryOf<'deleted' | 'cut'>[]): Promise<void> {
  if (entries.length === 0) return;
  const session = await desk.session(log);
  const done = await session.commit(() => entries.map((entry) => ({ entry, subject: null, disclosures: {} })));
  if (done.ok !== true) throw new Failure(done.ok === 'later' ? 'unexpected' : done.code, 'a deletion is not logged');
}
