import { expect, test } from 'vitest';
import { BLANK_FORM } from '../../src/model/export-form.ts';
import { choiceOf } from './order.ts';

test('a period is whole days here, the last one included', () => {
  const { from, to } = choiceOf({ ...BLANK_FORM, from: '2026-03-29', to: '2026-03-29' }, null);
  expect(from).toBe(new Date(2026, 2, 29).getTime());
  expect(to).toBe(new Date(2026, 2, 30).getTime());
  expect(choiceOf({ ...BLANK_FORM, to: '2026-12-31' }, null).to).toBe(new Date(2027, 0, 1).getTime());
});

test('nothing chosen is everything', () => {
  expect(choiceOf(BLANK_FORM, null)).toEqual({ people: null, from: null, to: null, purpose: null });
});
