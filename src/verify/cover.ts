import { FLICKER_MS } from '../consent/fold.ts';
import type { EntryOf, Logged } from '../model/entry.ts';
import { ANSWER_FORMS } from '../model/requirement.ts';

type Opening = EntryOf<'gate-opened'>;
type Yes = EntryOf<'answered'>;
type Asked = EntryOf<'asked'>;

/**
 * A second reading of consent, that knows nothing of the gate: who said yes and has not taken it back, by the entries alone. It asks less
 * than the gate does, and what it misses of an epoch was covered by nobody.
 */
export class Cover {
  readonly #asks = new Map<string, Asked>();
  /** By the index of its entry; taken away with every no, and with an absence, of the same person. */
  readonly #yeses = new Map<number, Yes>();
  readonly #sameAs = new Map<string, string>();
  readonly #people = new Map<string, number>();
  readonly #leftAt = new Map<string, number>();
  readonly #present = new Set<string>();
  readonly #passing = new Set<string>();
  #form: EntryOf<'requirement-set'>['form'] = 'explicit';
  #newest: Asked | null = null;

  take({ entry, index, at }: Logged): void {
    if (entry.kind === 'asked') {
      this.#asks.set(entry.ask, entry);
      this.#newest = entry;
    } else if (entry.kind === 'requirement-set') this.#form = entry.form;
    else if (entry.kind === 'participant-matched') this.#sameAs.set(entry.participant, entry.as);
    else if (entry.kind === 'people-counted') this.#people.set(entry.participant, entry.people);
    else if (entry.kind === 'participant-left') this.#leave(entry.participant, at);
    else if (entry.kind === 'participant-joined') this.#join(entry, at);
    // Whom the site has no id for cannot be known again when the meeting is returned to.
    else if (entry.kind === 'meeting-left') for (const who of this.#passing) this.#leave(who, at);
    else if (entry.kind === 'answered') {
      if (entry.answer === 'consented') this.#yeses.set(index, entry);
      else this.#forget((yes) => this.#root(yes.participant) === this.#root(entry.participant));
    }
  }

  /** Who of the roster is not covered by the answers that the opening names; null when what it names is no live yes at all. */
  uncovered(opening: Opening): readonly string[] | null {
    const ask = this.#asks.get(opening.ask);
    const yeses = opening.answers.map((index) => this.#yeses.get(index));
    if (!ask || ask !== this.#newest || ask.media !== opening.media || new Set(opening.answers).size !== yeses.length)
      return null;
    if (!yeses.every((yes) => yes !== undefined && this.#fits(yes, ask))) return null;
    const given = new Map<string, number>();
    for (const yes of yeses) {
      const who = this.#root(yes?.participant ?? '');
      given.set(who, (given.get(who) ?? 0) + 1);
    }
    const named = new Set(opening.roster.map((participant) => this.#root(participant)));
    const here = [...this.#present].map((participant) => this.#root(participant));
    const counts = this.#counts();
    return [...new Set([...named, ...here])].filter(
      (who) => !named.has(who) || (given.get(who) ?? 0) < (counts.get(who) ?? 1),
    );
  }

  #fits(yes: Yes, ask: Asked): boolean {
    const then = this.#asks.get(yes.ask);
    const wanted = ask.purposes.filter(({ required }) => required).map(({ purpose }) => purpose);
    return (
      then !== undefined &&
      then.keepDays >= ask.keepDays &&
      then.proofDays >= ask.proofDays &&
      (ask.media === 'sound' || yes.media === 'sound+picture') &&
      wanted.every((purpose) => yes.purposes.includes(purpose)) &&
      (this.#form === 'none' || ANSWER_FORMS.indexOf(yes.form ?? 'explicit') >= ANSWER_FORMS.indexOf(this.#form))
    );
  }

  #leave(participant: string, at: number): void {
    if (this.#present.delete(participant)) this.#leftAt.set(participant, at);
  }

  #join({ participant, stable, self }: EntryOf<'participant-joined'>, at: number): void {
    if (!stable && !self) this.#passing.add(participant);
    const left = this.#leftAt.get(participant);
    if (left !== undefined && at - left > FLICKER_MS) {
      this.#forget((yes) => yes.participant === participant);
      this.#people.delete(participant);
    }
    this.#leftAt.delete(participant);
    this.#present.add(participant);
  }

  #forget(which: (yes: Yes) => boolean): void {
    for (const [index, yes] of this.#yeses) if (which(yes)) this.#yeses.delete(index);
  }

  /** People behind the tiles of each person; 1 where nobody said. */
  #counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const [participant, people] of this.#people) {
      const who = this.#root(participant);
      counts.set(who, Math.max(counts.get(who) ?? 1, people));
    }
    return counts;
  }

  #root(participant: string): string {
    let at = participant;
    for (let hops = 0; hops < this.#sameAs.size; hops++) {
      const next = this.#sameAs.get(at);
      if (next === undefined) return at;
      at = next;
    }
    return at;
  }
}
