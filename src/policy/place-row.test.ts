import { describe, expect, test } from 'vitest';
import { PLACE_ROWS } from './place-row.ts';
import { PLACES } from './places.ts';

describe('places as screens show them', () => {
  test('are all of them, in the order of the lists', () => {
    expect(PLACE_ROWS.map(({ code }) => code)).toEqual(PLACES.map(({ code }) => code));
  });

  test('keep the rule of sound alone, the announcement and the special rules with their statutes', () => {
    const row = (code: string) => PLACE_ROWS.find((one) => one.code === code);
    expect(row('US-GA')).toMatchObject({ rule: 'all-party', soundOnly: 'one-party' });
    expect(row('US-WA')?.announcement).toBe('required');
    expect(row('US-IL')?.special).toContainEqual(expect.objectContaining({ when: 'biometrics', form: 'written' }));
    expect(row('AT')).toMatchObject({ soundOnly: null, announcement: null, special: [] });
    expect(row('AT')?.notes).toHaveLength(2);
  });
});
