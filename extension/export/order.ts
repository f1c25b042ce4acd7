import type { Choice } from '../../src/export/choice.ts';
import type { ExportForm } from '../../src/model/export-form.ts';
import type { ParticipantKey } from '../../src/model/id.ts';

/** Days are whole days of this computer's calendar, the last one included. people: keys of the one person who was chosen; null: everybody. */
export function choiceOf({ from, to, purpose }: ExportForm, people: ReadonlySet<ParticipantKey> | null): Choice {
  return { people, from: from === '' ? null : startOf(from, 0), to: to === '' ? null : startOf(to, 1), purpose };
}

/** Midnight here of a day, or so many days later: ms UTC. Days are not always 24 hours long. */
function startOf(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}
