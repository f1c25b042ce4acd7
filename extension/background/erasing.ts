import type { Entry, Logged } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import type { ParticipantKey } from '../../src/model/id.ts';
import { epochsWith } from '../../src/session/epochs-with.ts';
import { idsOf } from '../../src/session/requests.ts';
import type { Session } from '../../src/session/session.ts';
import { heldPeople } from '../../src/vault/holds.ts';
import { deleteEpochs, erasePeople } from './deletion.ts';
import type { Desk } from './desk.ts';
import { widenHolds } from './holds.ts';
import { storage } from './storage.ts';

/**
 * Somebody is forgotten in one meeting: what is remembered of them for later ones, every recording that they are in, the host's own words that
 * name them, and their names and words. In this order, because what comes later is needed to find what comes before; every step may be repeated.
 *
 * Failure('held') when a hold keeps a recording or words of theirs, and Failure('still-recording'): then nothing was touched, unless the hold was
 * set in between, and then what it keeps is whole.
 */
export async function erasePerson(desk: Desk, session: Session, root: ParticipantKey): Promise<void> {
  const { log } = session;
  const { db, log: store } = await storage();
  const ids = new Set(idsOf(session.state, root));
  await widenHolds(log);
  await refuseHeld(log, ids);
  const entries = await store.read(log);
  await deleteEpochs(desk, log, epochsWith(entries, ids), 'erased');
  await desk.forgetMet(session, root);
  await forgetWordsOfHost(session, entries, ids);
  await erasePeople(desk, log, [...ids], { why: 'erased', everybody: false });
  await refuseHeld(log, ids);
  await db.delete('snapshots', log);
}

async function refuseHeld(log: string, ids: ReadonlySet<string>): Promise<void> {
  const { db } = await storage();
  const isHeld = await heldPeople(db, log);
  if ([...ids].some(isHeld)) throw new Failure('held', log);
}

/** What the chat was told of an attestation has their name in it; a doubt that nobody was matched to lies under the host's key. */
async function forgetWordsOfHost(
  { log, state }: Session,
  entries: readonly Logged[],
  ids: ReadonlySet<string>,
): Promise<void> {
  const host = [...state.people.values()].find(({ self }) => self)?.participant;
  const named = wordsNaming(entries, ids);
  if (host === undefined || named.size === 0) return;
  const { log: store } = await storage();
  await store.forget(log, host, ({ index }) => named.has(index));
}

/** Indexes of entries beside which, under the host's key, lie words that name these people or are theirs. */
export function wordsNaming(entries: readonly Logged[], ids: ReadonlySet<string>): ReadonlySet<number> {
  const doubts = new Set(
    entries.flatMap(({ entry }) => (entry.kind === 'settled' && isOf(entry, ids) ? [entry.doubt] : [])),
  );
  return new Set(
    entries.flatMap(({ index, entry }) => {
      const post =
        entry.kind === 'post-ordered' && entry.says === 'attested' && entry.people.some((one) => ids.has(one));
      return post || (entry.kind === 'doubted' && doubts.has(entry.doubt)) ? [index] : [];
    }),
  );
}

function isOf(entry: Entry, ids: ReadonlySet<string>): boolean {
  return 'participant' in entry && typeof entry.participant === 'string' && ids.has(entry.participant);
}
