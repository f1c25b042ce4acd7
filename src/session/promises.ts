import type { EntryOf, Logged } from '../model/entry.ts';
import type { AskId, EpochId, ParticipantKey } from '../model/id.ts';
import type { BindingDays, KeptPart } from '../model/keeping.ts';
import { lastMoment } from './last-moment.ts';

const DAY_MS = 86_400_000;

export interface Promises {
  readonly epochs: readonly KeptPart[];
  /** Whose names and words are still there, and until when; null when they were erased, or nobody was there. */
  readonly names: { readonly people: readonly ParticipantKey[]; readonly until: number; readonly days: number } | null;
  /** The longest that anything of it may stay by what was promised, which the host can make shorter; null where nobody was asked. */
  readonly binding: BindingDays | null;
}

interface Days {
  readonly keepDays: number;
  readonly proofDays: number;
  readonly shortened: boolean;
}

/** What a log promises, as its asks say, what the host made shorter since, and what everybody made longer. */
export function promisesOf(entries: readonly Logged[]): Promises {
  const asks = new Map<AskId, Days>();
  const opened = new Map<EpochId, EntryOf<'gate-opened'>>();
  const sealedAt = new Map<EpochId, number>();
  const people = new Set<ParticipantKey>();
  let erased = false;
  for (const { at, entry } of entries) {
    if (entry.kind === 'asked') {
      const { ask, keepDays, proofDays } = entry;
      // No program of ours asks twice under one id; the shorter promise binds, as ever.
      const before = asks.get(ask) ?? { keepDays, proofDays };
      asks.set(ask, {
        keepDays: Math.min(before.keepDays, keepDays),
        proofDays: Math.min(before.proofDays, proofDays),
        shortened: false,
      });
    } else if (entry.kind === 'retention-shortened') {
      for (const [ask, days] of asks) asks.set(ask, shorter(days, entry));
    } else if (entry.kind === 'gate-opened') opened.set(entry.epoch, entry);
    else if (entry.kind === 'segment-sealed') sealedAt.set(entry.epoch, at);
    else if (entry.kind === 'participant-joined') people.add(entry.participant);
    else if (entry.kind === 'deleted' && entry.epoch) sealedAt.delete(entry.epoch);
    else if (entry.kind === 'deleted' && entry.participant) people.delete(entry.participant);
    else if (entry.kind === 'deleted') erased = true;
  }
  const longer = lengthenings(entries, asks);
  const epochs = [...sealedAt].map(([epoch, endedAt]): KeptPart => {
    const own = asks.get(opened.get(epoch)?.ask ?? ('' as AskId));
    const later = Math.max(0, ...(longer.get(epoch) ?? []));
    const days = own && Math.max(own.keepDays, later);
    return {
      epoch,
      endedAt,
      until: days === undefined ? null : endedAt + days * DAY_MS,
      shortened: own?.shortened === true && days === own.keepDays,
      lengthened: own !== undefined && later > own.keepDays,
    };
  });
  // Where nobody was ever asked, nothing was promised and nothing need be proved.
  const days = asks.size > 0 ? Math.min(...[...asks.values()].map(({ proofDays }) => proofDays)) : 1;
  const until = lastMoment(entries) + days * DAY_MS;
  return {
    epochs,
    names: erased || people.size === 0 ? null : { people: [...people], until, days },
    binding:
      asks.size > 0
        ? { keepDays: Math.max(...[...asks.values()].map(({ keepDays }) => keepDays)), proofDays: days }
        : null,
  };
}

function shorter(days: Days, { keepDays, proofDays }: EntryOf<'retention-shortened'>): Days {
  return {
    keepDays: Math.min(days.keepDays, keepDays),
    proofDays: Math.min(days.proofDays, proofDays),
    shortened: days.shortened || keepDays < days.keepDays,
  };
}

/**
 * By epoch, the days of later asks to which everybody in it agreed: a gate opened for that ask on a yes of their own to that very ask by each of
 * them, and none of them took it back. What the host said for somebody, or what staying was taken for, makes nothing longer.
 */
function lengthenings(
  entries: readonly Logged[],
  asks: ReadonlyMap<AskId, Days>,
): ReadonlyMap<EpochId, readonly number[]> {
  const found = new Map<EpochId, { readonly days: number; readonly people: readonly ParticipantKey[] }[]>();
  const answers = new Map<number, EntryOf<'answered'>>();
  const rosters = new Map<EpochId, readonly ParticipantKey[]>();
  const same = new Map<ParticipantKey, ParticipantKey>();
  const rootOf = (one: ParticipantKey): ParticipantKey => {
    const seen = new Set<ParticipantKey>();
    let at = one;
    while (!seen.has(at)) {
      seen.add(at);
      at = same.get(at) ?? at;
    }
    return at;
  };
  for (const { index, entry } of entries) {
    if (entry.kind === 'participant-matched') same.set(entry.participant, entry.as);
    if (entry.kind === 'answered') {
      answers.set(index, entry);
      if (entry.answer === 'consented') continue;
      const who = rootOf(entry.participant);
      for (const [epoch, list] of found)
        found.set(
          epoch,
          list.filter(({ people }) => !people.includes(who)),
        );
    }
    if (entry.kind !== 'gate-opened') continue;
    const days = asks.get(entry.ask)?.keepDays;
    const agreed = new Set(
      entry.answers.flatMap((at) => {
        const answer = answers.get(at);
        const own = answer?.grade === 'signed' || answer?.grade === 'chat';
        return answer && own && answer.ask === entry.ask ? [rootOf(answer.participant)] : [];
      }),
    );
    for (const [epoch, roster] of rosters) {
      const people = roster.map(rootOf);
      if (days !== undefined && people.every((one) => agreed.has(one)))
        found.set(epoch, [...(found.get(epoch) ?? []), { days, people }]);
    }
    rosters.set(entry.epoch, entry.roster);
  }
  return new Map([...found].map(([epoch, list]) => [epoch, list.map(({ days }) => days)]));
}
