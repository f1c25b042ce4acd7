import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { platformTable } from './platforms.ts';

test('README.md has the table of platforms as it is now (npm run platforms)', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(platformTable());
});
