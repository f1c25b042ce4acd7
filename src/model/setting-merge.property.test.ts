import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMS, RULES } from './requirement.ts';
import { settingAt } from './setting-at.ts';
import type { Known } from './setting-fields.ts';
import { effective } from './setting-merge.ts';
import { SETTING_PATHS, SETTINGS, type SettingPath } from './settings.ts';

/**
 * Whatever lies in storage or comes as a policy, hostile or half-written: reading it never throws, what counts is always sound, and what is
 * looser than the defaults was said in so many words by whoever may say it.
 */
const KNOWN: Known = { places: new Set(['DE', 'US-TX', 'XX']), languages: new Set(['en', 'de']) };

/** Values that settings have, and values that they might be mistaken for. */
const likely = fc.oneof(
  fc.constantFrom<unknown>('DE', 'US-TX', 'legal-minimum', 'product', 'consent', 'sound', 'sound+picture', 'en', ''),
  fc.constantFrom<unknown>(true, false, null, 0, 1, 7, 30, 365, 3650, 10_000, 15_000, 300_000),
  fc.record({ rule: fc.constantFrom(...RULES, 'nobody'), form: fc.constantFrom(...FORMS) }),
  fc.constantFrom<unknown>([{ purpose: 'notes', required: true }], [{ purpose: 'notes', required: false }], []),
  fc.jsonValue(),
);
const flat = fc.dictionary(fc.oneof(fc.constantFrom<string>(...SETTING_PATHS), fc.string()), likely);
const stored = fc.oneof(
  flat.map((changes) => ({ version: 1, changes })),
  fc.constant(undefined),
  fc.jsonValue(),
);

const nested = flat.map((pairs) => {
  const policy: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(pairs)) {
    const [group = '', key] = path.split('.');
    if (key === undefined) policy[group] = value;
    else policy[group] = { ...(policy[group] as object | undefined), [key]: value };
  }
  return policy;
});
const policy = fc.oneof(
  nested,
  fc
    .tuple(nested, fc.array(fc.constantFrom<string>(...SETTING_PATHS, 'x')))
    .map(([rest, unlocked]) => ({ ...rest, unlocked })),
  fc.constant({}),
  fc.jsonValue(),
);

const soundAt = (path: SettingPath, value: unknown) => {
  const { problems } = effective({ version: 1, changes: { [path]: value } }, {}, KNOWN);
  return problems.stored.length === 0;
};

/** What was literally said at a path, by the host or by the organisation. */
function saidAt(path: SettingPath, mine: unknown, theirs: unknown): unknown[] {
  const own = (mine as { changes?: Record<string, unknown> } | undefined)?.changes?.[path];
  const [group = '', key] = path.split('.');
  const top = (theirs as Record<string, unknown> | null)?.[group];
  return [own, key === undefined ? top : (top as Record<string, unknown> | null | undefined)?.[key]];
}

test('reading never throws, and what counts can be stored again without a complaint', () => {
  fc.assert(
    fc.property(stored, policy, (mine, theirs) => {
      const { settings } = effective(mine, theirs, KNOWN);
      for (const path of SETTING_PATHS) {
        const value: unknown = settingAt(settings, path);
        expect(soundAt(path, value), path).toBe(true);
      }
      expect(settings.terms.proofDays).toBeGreaterThanOrEqual(settings.terms.keepDays);
    }),
  );
});

test('nothing is looser than the defaults that nobody said', () => {
  fc.assert(
    fc.property(stored, policy, (mine, theirs) => {
      const { settings } = effective(mine, theirs, KNOWN);
      const said = (path: SettingPath) => saidAt(path, mine, theirs);
      if (settings.floor === 'legal-minimum') expect(said('floor')).toContain('legal-minimum');
      if (settings.place !== null) expect(said('place')).toContain(settings.place);
      if (settings.basis !== null) expect(said('basis')).toContain(settings.basis);
      if (settings.impliedAfterMs < SETTINGS.impliedAfterMs)
        expect(said('impliedAfterMs')).toContain(settings.impliedAfterMs);
      // Less than was said, where the proof would otherwise end before its recording.
      const days = said('terms.keepDays').filter((value) => typeof value === 'number');
      if (settings.terms.keepDays > SETTINGS.terms.keepDays)
        expect(Math.max(...days)).toBeGreaterThanOrEqual(settings.terms.keepDays);
    }),
  );
});

test('what an organisation sets and does not unlock counts, whatever the host says', () => {
  fc.assert(
    fc.property(stored, fc.constantFrom(...SETTING_PATHS), likely, (mine, path, value) => {
      const [group = '', key] = path.split('.');
      const { locked, settings } = effective(mine, { [group]: key === undefined ? value : { [key]: value } }, KNOWN);
      expect(locked).toContain(path);
      const alone = effective(undefined, { [group]: key === undefined ? value : { [key]: value } }, KNOWN);
      if (path === 'floor' || path === 'atLeast' || path === 'biometrics' || path === 'place')
        expect(settings[path]).toEqual(alone.settings[path]);
    }),
  );
});

test.each(SETTING_PATHS)('%s: what stands for something wrong is sound itself', (path) => {
  const now = effective({ version: 1, changes: { [path]: { wrong: true } } }, {}, KNOWN);
  expect(now.problems.stored.length).toBeGreaterThan(0);
  expect(soundAt(path, settingAt(now.settings, path))).toBe(true);
});
