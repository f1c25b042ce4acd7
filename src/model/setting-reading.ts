import * as v from 'valibot';
import { FIELDS, type Known } from './setting-fields.ts';
import {
  SETTING_PATHS,
  type SettingChanges,
  type SettingFault,
  type SettingPath,
  type SettingProblem,
} from './settings.ts';

/**
 * Reading settings from outside: storage, an organisation's policy, a file. Whoever wrote them may have been mistaken or hostile: every bad
 * path is collected, and nothing bad becomes a value.
 */
export interface Reading {
  readonly changes: SettingChanges;
  readonly problems: readonly SettingProblem[];
  /** Paths of settings that were set and could not be understood, a setting of a group that is no group among them. */
  readonly bad: readonly SettingPath[];
}

/** Beyond this nobody is helped by one more complaint. */
const PROBLEMS_MAX = 100;
/** A path in a complaint is shown to people: long enough for any of ours. */
const PATH_MAX = 60;

const PATHS: ReadonlySet<string> = new Set(SETTING_PATHS);
const GROUPS: ReadonlySet<string> = new Set(
  SETTING_PATHS.filter((path) => path.includes('.')).map((path) => groupOf(path)),
);

function groupOf(path: string): string {
  return path.slice(0, path.indexOf('.'));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of settings as they are nested in `Settings`; what is left out stays as it is. meant: what a value stands for where it was written. */
export function readNested(
  written: unknown,
  known: Known,
  meant: (path: string, value: unknown) => unknown = (_, value) => value,
): Reading {
  if (!isRecord(written)) return nothing('kind');
  const flat: [string, unknown][] = [];
  const problems: SettingProblem[] = [];
  const bad: SettingPath[] = [];
  for (const [key, value] of Object.entries(written)) {
    if (key.includes('.')) problems.push({ path: key.slice(0, PATH_MAX), fault: 'unknown' });
    else if (!GROUPS.has(key)) flat.push([key, value]);
    else if (isRecord(value)) for (const [inner, one] of Object.entries(value)) flat.push([`${key}.${inner}`, one]);
    else {
      problems.push({ path: key, fault: 'kind' });
      bad.push(...SETTING_PATHS.filter((path) => path.startsWith(`${key}.`)));
    }
  }
  const read = readPairs(
    flat.map(([path, value]) => [path, meant(path, value)]),
    known,
  );
  return {
    changes: read.changes,
    problems: [...problems, ...read.problems].slice(0, PROBLEMS_MAX),
    bad: [...bad, ...read.bad],
  };
}

/** Of settings by their paths. */
export function readFlat(written: unknown, known: Known): Reading {
  return isRecord(written) ? readPairs(Object.entries(written), known) : nothing('kind');
}

export function nothing(fault: SettingFault): Reading {
  return { changes: {}, problems: [{ path: '', fault }], bad: [...SETTING_PATHS] };
}

function readPairs(pairs: readonly (readonly [string, unknown])[], known: Known): Reading {
  const changes: Partial<Record<SettingPath, unknown>> = {};
  const problems: SettingProblem[] = [];
  const bad: SettingPath[] = [];
  for (const [path, value] of pairs) {
    if (!isPath(path)) {
      problems.push({ path: path.slice(0, PATH_MAX), fault: 'unknown' });
      continue;
    }
    const found = readOne(path, value, known);
    if (found.ok) changes[path] = found.value;
    else {
      problems.push(...found.problems);
      bad.push(path);
    }
  }
  return { changes: changes as SettingChanges, problems: problems.slice(0, PROBLEMS_MAX), bad };
}

export function isPath(path: string): path is SettingPath {
  return PATHS.has(path);
}

type One =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly SettingProblem[] };

function readOne(path: SettingPath, value: unknown, known: Known): One {
  const result = v.safeParse(FIELDS[path].schema(known), value, { abortPipeEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const problems = result.issues.map((issue) => {
    const inner = v.getDotPath(issue);
    return {
      path: inner === null ? path : `${path}.${inner}`.slice(0, PATH_MAX),
      fault: issue.message as SettingFault,
    };
  });
  return { ok: false, problems };
}
