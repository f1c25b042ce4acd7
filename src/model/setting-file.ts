import { FORMS, RULES } from './requirement.ts';
import { changed, differences } from './setting-at.ts';
import type { Known } from './setting-fields.ts';
import { isRecord, readNested } from './setting-reading.ts';
import type { Effective, SettingChanges, SettingPath, SettingProblem, Settings } from './settings.ts';

/**
 * Settings as a file: `{"format": "ask-to-record/settings", "version": 1, "settings": Settings or a part of it}`, UTF-8. What an organisation
 * locks or signs is never in it: that comes by Chrome's managed storage alone.
 */
const FORMAT = 'ask-to-record/settings';
const VERSION = 1;
/** The longest settings take half of it, most of that for score cards. */
export const FILE_CHARACTERS_MAX = 100_000;

/** Why a file is not taken. Each has a sentence and a next step. */
export const FILE_FAULTS = ['too-big', 'not-json', 'not-settings', 'other-version', 'bad-settings', 'empty'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

export type FileReading =
  | { readonly ok: true; readonly changes: SettingChanges }
  | { readonly ok: false; readonly fault: FileFault; readonly problems: readonly SettingProblem[] };

export function writeSettingsFile(settings: Settings): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`;
}

/** All of a file or nothing of it: one bad path, and nothing is taken. */
export function readSettingsFile(text: string, known: Known): FileReading {
  if (text.length > FILE_CHARACTERS_MAX) return refused('too-big');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    // What the file holds is not repeated, whatever the parser says of it.
    return refused(error instanceof SyntaxError ? 'not-json' : 'bad-settings');
  }
  if (!isRecord(file) || file.format !== FORMAT) return refused('not-settings');
  if (file.version !== VERSION) return refused('other-version');
  const strange = Object.keys(file).filter((key) => !['format', 'version', 'settings'].includes(key));
  const { changes, problems } = readNested(file.settings, known);
  const all = [...strange.map((key): SettingProblem => ({ path: key.slice(0, 60), fault: 'unknown' })), ...problems];
  if (all.length > 0) return { ok: false, fault: 'bad-settings', problems: all };
  return Object.keys(changes).length === 0 ? refused('empty') : { ok: true, changes };
}

function refused(fault: FileFault): FileReading {
  return { ok: false, fault, problems: [] };
}

/** What a file would do, to be looked at before it is done. */
export interface Preview {
  /** What would be set: everything of the file that is not locked and is not so already. */
  readonly changes: SettingChanges;
  readonly lines: readonly PreviewLine[];
  /** Of these the file says otherwise, and the organisation's word stays. */
  readonly locked: readonly SettingPath[];
  /** Together the file and what stays do not fit: the proof would end before the recording. */
  readonly clash: boolean;
}

export interface PreviewLine {
  readonly path: SettingPath;
  /** People are asked less than before, or it is kept longer. */
  readonly looser: boolean;
}

export function previewOf({ settings, locked }: Effective, changes: SettingChanges): Preview {
  const wished = differences(settings, changed(settings, changes));
  const free = wished.filter((path) => !locked.includes(path));
  const applied = Object.fromEntries(free.map((path) => [path, changes[path]])) as SettingChanges;
  const after = changed(settings, applied);
  return {
    changes: applied,
    lines: free.map((path) => ({ path, looser: isLooser(path, settings, after) })),
    locked: wished.filter((path) => locked.includes(path)),
    clash: after.terms.proofDays < after.terms.keepDays,
  };
}

/** Whether a change asks less of the people in a meeting, or of the host. Every other change may be either, and is only shown. */
export function isLooser(path: SettingPath, before: Settings, after: Settings): boolean {
  const strictness = STRICTNESS[path];
  return strictness !== undefined && strictness(after) < strictness(before);
}

const STRICTNESS: { readonly [P in SettingPath]?: (settings: Settings) => number } = {
  'terms.media': ({ terms }) => (terms.media === 'sound' ? 1 : 0),
  'terms.keepDays': ({ terms }) => -terms.keepDays,
  biometrics: ({ biometrics }) => Number(biometrics),
  specialCategory: ({ specialCategory }) => Number(specialCategory),
  nonPartyRecorder: ({ nonPartyRecorder }) => Number(nonPartyRecorder),
  floor: ({ floor }) => (floor === 'product' ? 1 : 0),
  impliedAfterMs: ({ impliedAfterMs }) => impliedAfterMs,
  pauseAtNumbers: ({ pauseAtNumbers }) => Number(pauseAtNumbers),
  // More people can hear it than before, or the host alone can again.
  'vault.recipients': ({ vault }) => -vault.recipients.length,
  'vault.hostPlays': ({ vault }) => Number(!vault.hostPlays),
  atLeast: ({ atLeast }) => (atLeast ? RULES.indexOf(atLeast.rule) * FORMS.length + FORMS.indexOf(atLeast.form) : -1),
};
