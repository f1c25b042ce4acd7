/** A message and one thing wrong with it. */
export interface Spoiled {
  readonly how: string;
  readonly message: unknown;
}

/**
 * Every way to spoil a good message at one place: a key too many anywhere (one from the prototype too), a key missing, another type
 * for each value, each text made longer than anything may be.
 */
export function spoiled(message: unknown): Spoiled[] {
  return [...spoil(message, [])];
}

const OTHERS: readonly unknown[] = [
  null,
  undefined,
  1.5,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  'other',
  [],
  {},
];

function* spoil(at: unknown, path: readonly (string | number)[]): Generator<Spoiled> {
  const where = path.join('.') || 'message';
  if (Array.isArray(at)) {
    yield { how: `${where} is a list with something strange in it`, message: [...at, { strange: 1 }] };
    yield { how: `${where} is a list without end`, message: Array.from({ length: 6000 }, () => at[0] ?? 'x') };
    yield { how: `${where} is an object that looks like a list`, message: { ...at, length: at.length } };
    for (const [i, item] of at.entries())
      for (const { how, message } of spoil(item, [...path, i])) yield { how, message: at.with(i, message) };
    return;
  }
  if (typeof at !== 'object' || at === null) {
    if (typeof at === 'string') yield { how: `${where} is far too long`, message: at.padEnd(100_000, 'A') };
    for (const other of OTHERS) {
      const same = typeof other === typeof at && typeof at === 'boolean';
      if (!same && !Object.is(other, at))
        yield { how: `${where} is ${String(JSON.stringify(other) ?? other)}`, message: other };
    }
    return;
  }
  yield { how: `${where} has a key too many`, message: { ...at, extra: 1 } };
  const own = JSON.parse(`{"__proto__":{"polluted":1}}`) as object;
  yield {
    how: `${where} has a key of the prototype`,
    message: Object.assign(Object.create(null), at, { constructor: 1 }),
  };
  yield {
    how: `${where} has its own __proto__`,
    message: Object.defineProperties({ ...at }, Object.getOwnPropertyDescriptors(own)),
  };
  yield { how: `${where} is a list`, message: Object.entries(at) };
  for (const [key, value] of Object.entries(at)) {
    const rest: Record<string, unknown> = { ...at };
    delete rest[key];
    yield { how: `${where} lacks ${key}`, message: rest };
    for (const { how, message } of spoil(value, [...path, key])) yield { how, message: { ...at, [key]: message } };
  }
}
