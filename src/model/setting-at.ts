import { SETTING_PATHS, type SettingChanges, type SettingPath, type Settings, type SettingValue } from './settings.ts';

/** What stands at a path of settings. */
export function settingAt<P extends SettingPath>(settings: Settings, path: P): SettingValue<P> {
  const [first, second] = path.split('.') as [keyof Settings, string | undefined];
  const one: unknown = settings[first];
  return (second === undefined ? one : (one as Record<string, unknown>)[second]) as SettingValue<P>;
}

/** Settings with some of them changed. */
export function changed(settings: Settings, changes: SettingChanges): Settings {
  let now = settings;
  for (const path of SETTING_PATHS) {
    if (changes[path] === undefined) continue;
    const [first, second] = path.split('.') as [keyof Settings, string | undefined];
    const value = second === undefined ? changes[path] : { ...(now[first] as object), [second]: changes[path] };
    now = { ...now, [first]: value };
  }
  return now;
}

/** Purposes and demands are small plain values: written the same, they are the same. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inOrder(one)]),
  );
}

/** Paths at which two settings differ, in the order of the page. */
export function differences(before: Settings, after: Settings): SettingPath[] {
  return SETTING_PATHS.filter((path) => !isSameValue(settingAt(before, path), settingAt(after, path)));
}
