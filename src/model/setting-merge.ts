import { changed, settingAt } from './setting-at.ts';
import { FIELDS, type Known } from './setting-fields.ts';
import { readPolicy } from './setting-policy.ts';
import { isRecord, nothing, type Reading, readFlat } from './setting-reading.ts';
import {
  type Effective,
  SETTING_PATHS,
  SETTINGS,
  type SettingChanges,
  type SettingPath,
  type Settings,
} from './settings.ts';

/** What a host changed, as it is stored. Another version is not understood, and then the strictest counts. */
export interface Stored {
  readonly version: 1;
  readonly changes: SettingChanges;
}

/**
 * What counts, of what is stored (undefined: nothing) and an organisation's policy ({}: none). Neither is trusted: what cannot be understood
 * is left out key by key, and the strictest stands there. Later counts over earlier: defaults, what the organisation sets, what the host
 * changed where that is not locked, the strictest in place of what was bad.
 */
export function effective(stored: unknown, policy: unknown, known: Known): Effective {
  const mine = readStored(stored, known);
  const theirs = readPolicy(policy, known);
  const { changes: set, bad } = theirs.settings;
  const free = new Set(theirs.unlocked);
  const locked = SETTING_PATHS.filter((path) => (path in set || bad.includes(path)) && !free.has(path));
  const fixed = new Set(locked.filter((path) => path in set));
  const hosts = withoutPaths(mine.changes, fixed);
  let settings = changed(changed(SETTINGS, set), hosts);
  settings = strictest(
    settings,
    mine.bad.filter((path) => !fixed.has(path)),
  );
  settings = strictest(
    settings,
    bad.filter((path) => locked.includes(path) || !(path in hosts)),
  );
  const periods = withPeriods(settings, locked);
  return {
    settings: periods.settings,
    locked,
    lockedBy: theirs.organisation,
    signOff: theirs.signOff,
    problems: {
      organisation: periods.clash
        ? [...theirs.problems, { path: 'terms.proofDays', fault: 'period' }]
        : theirs.problems,
      stored: mine.problems,
    },
  };
}

export function readStored(stored: unknown, known: Known): Reading {
  if (stored === undefined) return { changes: {}, problems: [], bad: [] };
  if (!isRecord(stored) || stored.version !== 1) return nothing('unreadable');
  return readFlat(stored.changes, known);
}

function withoutPaths(changes: SettingChanges, paths: ReadonlySet<SettingPath>): SettingChanges {
  return Object.fromEntries(Object.entries(changes).filter(([path]) => !paths.has(path as SettingPath)));
}

function strictest(settings: Settings, bad: readonly SettingPath[]): Settings {
  const stand = bad.map((path) => [path, strictestAt(path, settings)]);
  return changed(settings, Object.fromEntries(stand));
}

function strictestAt<P extends SettingPath>(path: P, settings: Settings): unknown {
  return FIELDS[path].strictest(settingAt(settings, path));
}

/**
 * The proof is kept at least as long as the recording. Each of the two is sound by itself, but they come from two hands: what is locked stays,
 * and where nothing tells them apart the recording goes earlier. clash: an organisation locked both, and they contradict each other.
 */
function withPeriods(
  settings: Settings,
  locked: readonly SettingPath[],
): { readonly settings: Settings; readonly clash: boolean } {
  const { keepDays, proofDays } = settings.terms;
  if (proofDays >= keepDays) return { settings, clash: false };
  const keepLocked = locked.includes('terms.keepDays');
  const proofLocked = locked.includes('terms.proofDays');
  return keepLocked && !proofLocked
    ? { settings: changed(settings, { 'terms.proofDays': keepDays }), clash: false }
    : { settings: changed(settings, { 'terms.keepDays': proofDays }), clash: keepLocked };
}
