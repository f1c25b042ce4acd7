import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PLATFORMS } from '../../src/platforms/registry.ts';

/** What every platform's folder here must have, and what each is for. */
const NEEDED = {
  'README.md': 'names the facts that it stands for and their date',
  'stand-in.ts': 'serves the page under the site’s real host name',
  'changes.spec.ts': 'the page changes as real sites change',
  'shoot.ts': 'takes the pictures of banner and panel that are looked at',
} as const;

/** Platforms whose site is our own: the page is the site, and e2e/journeys are its journeys. */
const OURS: ReadonlySet<string> = new Set(['sandbox']);

test('every platform of others has a stand-in, both journeys, and the date of its facts', () => {
  const lacks = PLATFORMS.filter(({ id }) => !OURS.has(id)).flatMap(({ id }) => {
    const missing = Object.entries(NEEDED).filter(([file]) => !existsSync(`e2e/sites/${id}/${file}`));
    const readme = `e2e/sites/${id}/README.md`;
    const dated = existsSync(readme) && /\bFacts of 20\d\d-\d\d\b/.test(readFileSync(readme, 'utf8'));
    // In the journey of all, or by itself.
    const asks = ['consent.ts', 'consent.spec.ts'].some((file) => existsSync(`e2e/sites/${id}/${file}`));
    const journey = readFileSync('e2e/sites/consent.spec.ts', 'utf8').includes(`./${id}/consent.ts`);
    const listed = existsSync(`e2e/sites/${id}/consent.ts`) === journey;
    return [
      ...(asks && listed ? [] : [`${id} is not in the whole consent journey`]),
      ...missing.map(([file, what]) => `${id} lacks ${file}: ${what}`),
      ...(dated ? [] : [`${id} does not say of when its facts are`]),
    ];
  });
  expect(lacks).toEqual([]);
});
