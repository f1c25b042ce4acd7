import type { PlaceRow } from '../../model/place-row.ts';
import { isSameValue, settingAt } from '../../model/setting-at.ts';
import type { Known } from '../../model/setting-fields.ts';
import { readFlat } from '../../model/setting-reading.ts';
import type { SettingChanges, SettingFault, SettingPath, SettingsView, SettingValue } from '../../model/settings.ts';

/** A place to choose from. */
export type PlaceName = Pick<PlaceRow, 'code' | 'aliases' | 'name'>;

/** What every field of the settings and of the welcome page works with. */
export interface Fields {
  readonly view: SettingsView;
  readonly places: readonly PlaceName[];
  /** Code of the one place that words can mean, or null. */
  readonly placeNamed: (words: string) => string | null;
  readonly languages: readonly string[];
  readonly change: (changes: SettingChanges) => void;
}

export function at<P extends SettingPath>({ view }: Fields, path: P): SettingValue<P> {
  return settingAt(view.settings, path);
}

export function isLocked({ view }: Fields, path: SettingPath): boolean {
  return view.locked.includes(path);
}

export function knownOf({ places, languages }: Pick<Fields, 'places' | 'languages'>): Known {
  return {
    places: new Set(places.flatMap(({ code, aliases }) => [code, ...aliases])),
    languages: new Set(languages),
  };
}

/** What is wrong with a value that somebody is typing, or null. */
export function faultOf(fields: Fields, path: SettingPath, value: unknown): SettingFault | null {
  return readFlat({ [path]: value }, knownOf(fields)).problems[0]?.fault ?? null;
}

/** Sets one, unless it is so already. */
export function set<P extends SettingPath>(fields: Fields, path: P, value: SettingValue<P>): void {
  if (!isSameValue(at(fields, path), value)) fields.change({ [path]: value } as SettingChanges);
}
