/** What can be wrong with a case that somebody wrote down. */
export const CASE_PROBLEMS = [
  'not-an-object',
  'not-a-list',
  'empty-list',
  'not-words',
  'not-yes-or-no',
  'not-an-age',
  'id-twice',
  'unknown-basis',
  'unknown-evidence',
  'misspelt',
] as const;
export type CaseProblem = (typeof CASE_PROBLEMS)[number];

/** at: where in the case, as one would write it: `participants[2].age`; '' is the case itself. */
export interface BadCase {
  readonly code: CaseProblem;
  readonly at: string;
}

/** Thrown by the readers below, and caught by whoever reads a whole case. */
export class Bad extends Error {
  constructor(
    readonly code: CaseProblem,
    readonly at: string,
  ) {
    super(`${code} at ${at}`);
  }
}

/** null says as much as leaving out. */
export const given = (from: unknown) => from !== undefined && from !== null;

/** The values of the keys that count; a key that is almost one of them is an error, any other is passed over. */
export function objectAt<Key extends string>(
  from: unknown,
  at: string,
  keys: readonly Key[],
): { [key in Key]?: unknown } {
  if (typeof from !== 'object' || from === null || Array.isArray(from)) throw new Bad('not-an-object', at);
  const near = new Set(keys.map(bare));
  const known = new Set<string>(keys);
  for (const key of Object.keys(from)) {
    if (!known.has(key) && near.has(bare(key))) throw new Bad('misspelt', at === '' ? key : `${at}.${key}`);
  }
  return Object.fromEntries(
    keys.map((key) => [key, Object.hasOwn(from, key) ? from[key as keyof typeof from] : null]),
  ) as {
    [key in Key]?: unknown;
  };
}

/** Without case, signs and the s of a plural, and spelt in one way. */
function bare(key: string): string {
  return key
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/z/g, 's')
    .replace(/s$/, '');
}

export function listAt(from: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(from)) throw new Bad('not-a-list', at);
  return from;
}

export function wordsAt(from: unknown, at: string): string {
  if (typeof from !== 'string') throw new Bad('not-words', at);
  return from;
}

export function yesAt(from: unknown, at: string): boolean | null {
  if (!given(from)) return null;
  if (typeof from !== 'boolean') throw new Bad('not-yes-or-no', at);
  return from;
}

export function ageAt(from: unknown, at: string): number {
  if (typeof from !== 'number' || !(from >= 0 && from <= 150)) throw new Bad('not-an-age', at);
  return from;
}

/** One of a closed list. */
export function oneAt<Word extends string>(from: unknown, words: readonly Word[], code: CaseProblem, at: string): Word {
  const found = words.find((word) => word === from);
  if (found === undefined) throw new Bad(code, at);
  return found;
}
