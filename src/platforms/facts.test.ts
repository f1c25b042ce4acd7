import { describe, expect, test } from 'vitest';
import { ABILITIES, FACTS } from './facts.ts';
import { ANY_PAGE, PLATFORMS } from './registry.ts';

test('every platform has its facts, and nobody else has', () => {
  expect(Object.keys(FACTS).sort()).toEqual([ANY_PAGE, ...PLATFORMS].map(({ id }) => id).sort());
});

describe.each(Object.entries(FACTS))('%s', (_id, facts) => {
  test.each(ABILITIES)('says of %s how, how sure and since when', (ability) => {
    const { grade, how, seen } = facts[ability];
    if (seen !== null) expect(seen).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
    const known = how === 'dom' || how === 'api';
    expect(grade !== null, 'what is read off a page is graded, and nothing else').toBe(known);
    expect(seen !== null, 'what is read off a page was seen at some time').toBe(known);
  });
});
