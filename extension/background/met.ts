import type { Logged } from '../../src/model/entry.ts';
import type { ParticipantKey } from '../../src/model/id.ts';
import { accountOf } from '../../src/platforms/lasting.ts';
import { type Accounts, maybeMet, metDrafts, type Wish, wishesIn } from '../../src/session/met.ts';
import type { Observed, Session } from '../../src/session/session.ts';
import { forgetMet, recallMet, rememberMet } from '../../src/vault/met.ts';
import { storage } from './storage.ts';

/**
 * What this browser remembers of people from one meeting to the next: where they are, if they said that it may. One thing after the
 * other, so that who takes it back is not remembered by what they said before. A crash in between remembers nothing that was not said;
 * what was to be forgotten is asked for again when the meeting goes on.
 */
export class Met {
  private queue: Promise<unknown> = Promise.resolve();

  /** After entries were appended: wishes are followed, and who has come is looked up. Gives what was logged of them. */
  follow(session: Session, appended: readonly Logged[]): Promise<Observed[]> {
    if (!appended.some(({ entry }) => entry.kind === 'participant-joined' || entry.kind === 'place-stated'))
      return Promise.resolve([]);
    const entries = appended.map(({ entry }) => entry);
    return this.next(async () => {
      for (const wish of wishesIn(entries, accountsIn(session))) await follow(session, wish);
      const come = new Set(
        appended.flatMap(({ entry }) => (entry.kind === 'participant-joined' ? entry.participant : [])),
      );
      return recall(session, ({ participant }) => come.has(participant));
    });
  }

  /** A meeting goes on that another life of the worker hosted. A wish to be remembered may be older than what was said elsewhere since. */
  again(session: Session): Promise<Observed[]> {
    const newest = [...session.state.people.values()].flatMap(({ placed: { participant: entry } }) => entry ?? []);
    return this.next(async () => {
      for (const wish of wishesIn(newest, accountsIn(session))) if (wish.wish === 'forget') await follow(session, wish);
      return recall(session, () => true);
    });
  }

  /** Nothing is remembered of somebody any more, whatever they said. */
  async forget(session: Session, participant: ParticipantKey): Promise<void> {
    const account = accountsIn(session)(participant);
    await this.next(async () => {
      if (account !== null) await follow(session, { wish: 'forget', account });
      return [];
    });
  }

  private next(work: () => Promise<Observed[]>): Promise<Observed[]> {
    const run = this.queue.then(work);
    this.queue = run.catch(() => undefined);
    return run;
  }
}

async function follow(session: Session, wish: Wish): Promise<void> {
  const { db } = await storage();
  const person = await personIn(session, wish.account);
  if (wish.wish === 'remember') await rememberMet(db, person, wish.places, Date.now());
  else await forgetMet(db, person);
}

async function recall(
  session: Session,
  wanted: (person: ReturnType<typeof maybeMet>[number]) => boolean,
): Promise<Observed[]> {
  const { db } = await storage();
  const done: Observed[] = [];
  for (const { participant, account } of maybeMet(session.state, accountsIn(session)).filter(wanted)) {
    const places = await recallMet(db, await personIn(session, account), Date.now());
    if (places.length === 0) continue;
    done.push(await session.commit((state) => metDrafts(state, accountsIn(session), participant, places)));
  }
  return done;
}

/** Of the host and of whoever has but a name there is none. */
function accountsIn({ state, directory }: Session): Accounts {
  const platform = state.opened?.platform ?? '';
  return (participant) => {
    const person = state.people.get(participant);
    if (!person?.stable || person.self) return null;
    return accountOf(platform, directory.people.get(participant)?.site ?? null);
  };
}

async function personIn({ state }: Session, account: string): Promise<string> {
  const { log } = await storage();
  return log.personHash(state.opened?.platform ?? '', account);
}
