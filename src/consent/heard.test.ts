import { expect, test } from 'vitest';
import { HEARD_NOTHING } from './heard.ts';

test('what was not read says nothing, to nobody, and never surely', () => {
  expect(HEARD_NOTHING).toEqual({ says: 'nothing', all: false, sure: false, tag: { kind: 'none' } });
});
