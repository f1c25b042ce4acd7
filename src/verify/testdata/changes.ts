/** Where a value lies in a JSON text. */
export type Path = readonly (string | number)[];

/** Every member and item, at whatever depth. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const name = Array.isArray(value) ? Number(key) : key;
    return [[...path, name], ...pathsOf((value as Record<string, unknown>)[key], [...path, name])];
  });
}

/** What can be done to a value; undefined takes it out, NONE leaves it as it was. */
const NONE = Symbol('as it was');
export const CHANGES: Readonly<Record<string, (value: unknown) => unknown>> = {
  'left out': () => undefined,
  nulled: (value) => (value === null ? NONE : null),
  'of another kind': (value) => (typeof value === 'number' ? 'x' : 7),
  'a little different': (value) => {
    if (typeof value === 'number') return value + 1;
    if (typeof value === 'boolean') return !value;
    if (typeof value === 'string')
      return value === '' ? 'A' : `${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`;
    return Array.isArray(value) && value.length > 0 ? [...value, value[0]] : NONE;
  },
  'with one too many': (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, more: 1 } : NONE,
};

/** False when there is nothing to change. */
export function edit(root: unknown, path: Path, change: (value: unknown) => unknown): boolean {
  let at = root as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string | number, unknown>;
  const name = path.at(-1) ?? '';
  const changed = change(at[name]);
  if (changed === NONE) return false;
  if (changed !== undefined) at[name] = changed;
  else if (Array.isArray(at)) at.splice(Number(name), 1);
  else delete at[name];
  return true;
}
