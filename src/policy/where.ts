import { EVIDENCE, type Evidence, type Flag } from '../model/requirement.ts';
import { isDevice, isOwnWord, type Meeting, type Participant } from './meeting.ts';
import type { Place } from './place.ts';
import { UNKNOWN } from './places/unknown.ts';
import { isListed, placeOf } from './places.ts';

/** A row that counts for a meeting, and why. */
export interface Counted {
  readonly place: Place;
  /** Participants who are there or may be, in the meeting's order. */
  readonly who: readonly string[];
  /** The controller is established there. */
  readonly controller: boolean;
  /** How it is known of them, in the order of EVIDENCE. */
  readonly known: readonly Evidence[];
  /** Codes that nobody has in a list, and that are unknown for it. */
  readonly unlisted: readonly string[];
}

export interface Whereabouts {
  readonly counted: readonly Counted[];
  readonly flags: ReadonlySet<Flag>;
}

/**
 * Collects every place that counts: where each participant is or may be, where they live, where the controller is. Nobody's place is
 * guessed: without a word of their own, or when a device says otherwise than they do, the unknown counts too.
 */
export function whereabouts({ participants, controller }: Meeting): Whereabouts {
  const tally = new Tally();
  for (const participant of participants) locate(participant, tally);
  if (controller !== null) tally.add(controller).controller = true;
  return tally.done();
}

function locate({ id, at, residence }: Participant, tally: Tally): void {
  const named = new Set(at.map(({ code }) => placeOf(code)));
  for (const { code, known } of at) tally.add(code, id).known.add(known);
  const contradicted = named.size > 1 && at.some(({ known }) => isDevice(known));
  if (contradicted || !at.some(({ known }) => isOwnWord(known))) tally.add(UNKNOWN.code, id);
  if (named.size > 1) tally.flags.add('location-conflict');
  if (residence !== null) tally.add(residence, id).known.add('declared');
}

interface Line {
  readonly who: Set<string>;
  controller: boolean;
  readonly known: Set<Evidence>;
  readonly unlisted: Set<string>;
}

class Tally {
  readonly flags = new Set<Flag>();
  readonly #lines = new Map<Place, Line>();

  add(code: string, who?: string): Line {
    const place = placeOf(code);
    const line = this.#lines.get(place) ?? { who: new Set(), controller: false, known: new Set(), unlisted: new Set() };
    this.#lines.set(place, line);
    if (place === UNKNOWN || place.divided) this.flags.add('location-unknown');
    if (!isListed(code)) line.unlisted.add(code);
    if (who !== undefined) line.who.add(who);
    return line;
  }

  done(): Whereabouts {
    const counted = [...this.#lines].map(([place, { who, controller, known, unlisted }]) => ({
      place,
      who: [...who],
      controller,
      known: EVIDENCE.filter((kind) => known.has(kind)),
      unlisted: [...unlisted].sort(),
    }));
    return { counted, flags: this.flags };
  }
}
