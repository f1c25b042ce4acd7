import type { State } from '../consent/state.ts';
import type { Draft, Entry, EntryOf } from '../model/entry.ts';
import type { Settings } from '../model/settings.ts';
import { hostOf } from './asking.ts';

/** What the log must say of the settings, where it does not yet: all of it when hosting begins, and what changes while it lasts. */
export function describingDrafts(state: State, settings: Settings): Draft[] {
  const entries: Entry[] = [];
  const { controller, basis, biometrics, specialCategory, nonPartyRecorder, floor, impliedAfterMs, atLeast } = settings;
  const now: EntryOf<'meeting-described'> = {
    kind: 'meeting-described',
    basis,
    controller: controller.place,
    organisation: controller.organisation,
    biometrics,
    specialCategory,
    nonPartyRecorder,
    floor,
    impliedAfterMs,
    atLeast: atLeast && { rule: atLeast.rule, form: atLeast.form },
  };
  if (!isSame(now, state.described)) entries.push(now);
  const place = ownPlace(state, settings.place);
  if (place) entries.push(place);
  return entries.map((entry) => ({ entry, subject: null, disclosures: {} }));
}

function isSame(now: EntryOf<'meeting-described'>, before: EntryOf<'meeting-described'> | null): boolean {
  if (!before) return false;
  const { atLeast, ...rest } = now;
  const members = Object.keys(rest) as (keyof typeof rest)[];
  return (
    members.every((member) => rest[member] === before[member]) &&
    atLeast?.rule === before.atLeast?.rule &&
    atLeast?.form === before.atLeast?.form
  );
}

/** The host's own place; what they said of themselves in this very meeting is newer, and stays. */
function ownPlace(state: State, place: string | null): EntryOf<'place-stated'> | null {
  const host = hostOf(state);
  const said = state.people.get(host)?.placed.participant ?? null;
  const before = said?.places ?? [];
  if ((said !== null && said.known !== 'settings') || before.join(' ') === (place ?? '')) return null;
  const places = place === null ? [] : [place];
  return { kind: 'place-stated', participant: host, places, residence: null, known: 'settings', by: 'participant' };
}
