import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './en.ts';

/** The page that stands alone has words of its own. */
const APART = 'verify-en.ts';
const parts = readdirSync(import.meta.dirname).filter((name) => /^[a-z]+-en\.ts$/.test(name) && name !== APART);

test('no part of the words takes the place of another’s: each key is said once', async () => {
  expect(parts.length).toBeGreaterThan(10);
  const said = new Map<string, string[]>();
  for (const part of parts) {
    const found = (await import(/* @vite-ignore */ `./${part}`)) as Record<string, Record<string, unknown>>;
    for (const [key, word] of Object.values(found).flatMap((words) => Object.entries(words))) {
      said.set(key, [...(said.get(key) ?? []), part]);
      expect(en, `${part}: ${key}`).toHaveProperty([key], word);
    }
  }
  expect([...said].filter(([, files]) => files.length > 1)).toEqual([]);
});
