import type { Purpose } from '../model/ask.ts';
import type { Entry, Logged } from '../model/entry.ts';
import type { AskId } from '../model/id.ts';
import type { ExportOrder } from './bundle.ts';
import { EVERYTHING, isChosen, isEverything } from './choice.ts';
import { subjectOf } from './telling.ts';

/**
 * Which entries of one log are disclosed in an export. Always those of the notices: they are words of ours that name nobody, and what was agreed
 * to cannot be told without them. Of what people said and are called, only what was chosen, and nothing where names are not to be in it.
 */
export class Disclosing {
  /** Indexes of what stays closed. */
  private readonly closed = new Set<number>();
  private readonly purposes = new Map<AskId, readonly Purpose[]>();
  private readonly choice;
  private readonly all: boolean;

  constructor({ choice = EVERYTHING, names }: ExportOrder) {
    this.choice = choice;
    this.all = names === undefined || names.how === 'full';
  }

  learn({ entry, index, at }: Logged): void {
    if (entry.kind === 'asked')
      this.purposes.set(
        entry.ask,
        entry.purposes.map(({ purpose }) => purpose),
      );
    else if (!this.all || !this.fits(entry, at)) this.closed.add(index);
  }

  may(index: number): boolean {
    return !this.closed.has(index);
  }

  private fits(entry: Entry, at: number): boolean {
    if (isEverything(this.choice)) return true;
    const participant = subjectOf(entry);
    switch (entry.kind) {
      case 'meeting-opened':
        return true;
      case 'participant-joined':
      case 'participant-renamed':
      case 'name-corrected':
        // Names are of the whole meeting: without them, what was chosen could not be read.
        return isChosen({ ...this.choice, from: null, to: null, purpose: null }, { participant, at, purposes: null });
      default: {
        const asked = 'ask' in entry && entry.ask !== null ? (this.purposes.get(entry.ask) ?? null) : null;
        return isChosen(this.choice, { participant, at, purposes: asked });
      }
    }
  }
}
