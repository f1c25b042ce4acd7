import type { DisclosedField, Logged } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';

/**
 * The personal side of a log: who has which name and site id, and which chat message an answer rests on. Rebuilt from disclosures;
 * what was erased is simply not in it, and everything but matching works without.
 */
export interface Directory {
  readonly people: Map<ParticipantKey, Known>;
  /** Site message id → participant whose live answer rests on it. */
  readonly evidence: Map<string, ParticipantKey>;
}

export interface Known {
  /** The site's id of this join, or null. */
  site: string | null;
  name: string;
}

export type Disclosed = Readonly<Partial<Record<DisclosedField, string>>>;

export function blankDirectory(): Directory {
  return { people: new Map(), evidence: new Map() };
}

/** Takes one entry's disclosures into the directory, in place. */
export function learn(directory: Directory, { entry }: Logged, disclosed: Disclosed): void {
  switch (entry.kind) {
    case 'participant-joined':
      directory.people.set(entry.participant, { site: disclosed.site ?? null, name: disclosed.name ?? '' });
      return;
    case 'participant-renamed':
    case 'name-corrected': {
      const known = directory.people.get(entry.participant);
      if (known && disclosed.name !== undefined) known.name = disclosed.name;
      return;
    }
    case 'answered':
      if (disclosed.site) directory.evidence.set(disclosed.site, entry.participant);
      return;
    default:
      return;
  }
}

/**
 * The entries whose disclosures still tell something: everything but names that a later joining or renaming of the same person has
 * replaced. In a long meeting, in which people come and go, that is few of them, and opening one takes longer than reading its entry.
 */
export function toldBy(entries: readonly Logged[]): number[] {
  const newest = new Map<ParticipantKey, number[]>();
  const others: number[] = [];
  for (const { index, entry } of entries) {
    switch (entry.kind) {
      case 'participant-joined':
        newest.set(entry.participant, [index]);
        break;
      case 'participant-renamed':
      case 'name-corrected':
        newest.set(entry.participant, [...(newest.get(entry.participant)?.slice(0, 1) ?? []), index]);
        break;
      case 'meeting-opened':
      case 'asked':
      case 'answered':
      case 'doubted':
      case 'paused':
      case 'post-ordered':
      case 'accessed':
      case 'exported':
      case 'hold-set':
      case 'hold-lifted':
      case 'request-received':
        others.push(index);
        break;
      default:
        break;
    }
  }
  return [...newest.values()]
    .flat()
    .concat(others)
    .sort((a, b) => a - b);
}
