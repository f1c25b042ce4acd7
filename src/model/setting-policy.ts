import * as v from 'valibot';
import { type Known, words } from './setting-fields.ts';
import { isPath, isRecord, nothing, type Reading, readNested } from './setting-reading.ts';
import type { SettingFault, SettingPath, SettingProblem, SignOff } from './settings.ts';

/**
 * What an organisation says by Chrome's managed storage: settings as they are nested in `Settings`, as far as it wants to set them, and beside
 * them its name, the sign-off of its counsel, and which of its settings hosts may still change. What it sets is locked otherwise.
 */
export interface Policy {
  readonly organisation: string | null;
  readonly signOff: SignOff | null;
  readonly unlocked: readonly SettingPath[];
  readonly settings: Reading;
  readonly problems: readonly SettingProblem[];
}

export const ORGANISATION_KEYS = ['organisation', 'signOff', 'unlocked'] as const;
const NAME_MAX = 200;

/** A policy has no null: an empty text says that nothing is chosen. */
const NOTHING_CHOSEN: ReadonlySet<string> = new Set<SettingPath>([
  'place',
  'controller.place',
  'basis',
  'language',
  'secondLanguage',
]);

const kind: SettingFault = 'kind';
const range: SettingFault = 'range';
const name = v.pipe(words(NAME_MAX), v.minLength(1, kind));
const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
const signOff = v.strictObject(
  {
    version: v.pipe(v.number(kind), v.safeInteger(range), v.minValue(1, range)),
    by: name,
    on: v.pipe(v.string(kind), v.check(isDay, range)),
  },
  kind,
);

/** Neither Chrome nor whoever wrote the policy is trusted to have got it right: each bad key is told and left out, and unlocks nothing. */
export function readPolicy(policy: unknown, known: Known): Policy {
  if (!isRecord(policy)) {
    const settings = nothing('unreadable');
    return { organisation: null, signOff: null, unlocked: [], settings, problems: settings.problems };
  }
  const { organisation, signOff: signed, unlocked, ...rest } = policy;
  const problems: SettingProblem[] = [];
  const one = <Value>(key: string, value: unknown, schema: v.GenericSchema<unknown, Value>): Value | null => {
    if (value === undefined) return null;
    const read = v.safeParse(schema, value);
    if (read.success) return read.output;
    for (const issue of read.issues) {
      const inner = v.getDotPath(issue);
      problems.push({ path: inner === null ? key : `${key}.${inner}`, fault: issue.message as SettingFault });
    }
    return null;
  };
  const called = one('organisation', organisation, name);
  const counsel = one('signOff', signed, signOff);
  const free = one('unlocked', unlocked, v.array(v.string(kind), kind)) ?? [];
  for (const path of free.filter((path) => !isPath(path)))
    problems.push({ path: `unlocked.${path.slice(0, 40)}`, fault: 'unknown' });
  const settings = readNested(rest, known, (path, value) => (value === '' && NOTHING_CHOSEN.has(path) ? null : value));
  return {
    organisation: called,
    signOff: counsel,
    unlocked: free.filter(isPath),
    settings,
    problems: [...problems, ...settings.problems],
  };
}
