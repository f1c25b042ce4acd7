import { describe, expect, test, vi } from 'vitest';
import { SETTINGS } from '../../src/model/settings.ts';
import { SETTINGS_KEY, SettingsStore } from './settings-store.ts';

const KNOWN = { places: new Set(['DE', 'XX']), languages: new Set(['en']) };

function around(policy: Record<string, unknown> = {}, stored?: unknown) {
  const items: Record<string, unknown> = stored === undefined ? {} : { [SETTINGS_KEY]: stored };
  const broken = { local: false, managed: false, writing: false };
  const store = new SettingsStore(
    {
      local: {
        get: async (key) => {
          if (broken.local) throw new Error('gone');
          return key in items ? { [key]: structuredClone(items[key]) } : {};
        },
        set: async (more) => {
          if (broken.writing) throw new Error('full');
          Object.assign(items, structuredClone(more));
        },
      },
      managed: {
        get: async () => {
          if (broken.managed) throw new Error('gone');
          return policy;
        },
      },
    },
    KNOWN,
  );
  return { store, items, broken };
}
const own = (items: Record<string, unknown>) => (items[SETTINGS_KEY] as { changes: unknown } | undefined)?.changes;

describe('a change', () => {
  test('is stored, and counts at once', async () => {
    const { store, items } = around();
    const outcome = await store.change({ place: 'DE', 'terms.keepDays': 7 });
    expect(outcome).toMatchObject({ ok: true, value: { own: { place: 'DE', 'terms.keepDays': 7 } } });
    expect(items[SETTINGS_KEY]).toEqual({ version: 1, changes: { place: 'DE', 'terms.keepDays': 7 } });
    expect((await store.effective()).settings.place).toBe('DE');
  });

  test('of two pages at once loses neither', async () => {
    const { store, items } = around();
    await Promise.all([
      store.change({ place: 'DE' }),
      store.change({ biometrics: true }),
      store.change({ recipients: 'x' }),
    ]);
    expect(own(items)).toEqual({ place: 'DE', biometrics: true, recipients: 'x' });
  });

  test.each([
    ['a path that is none', { 'terms.KeepDays': 7 }],
    ['one bad value among good ones', { place: 'DE', floor: 'none' }],
    ['a proof that ends before the recording', { 'terms.keepDays': 2000 }],
    ['no settings at all', 'floor'],
  ])('with %s is refused whole', async (_name, changes) => {
    const { store, items } = around();
    expect(await store.change(changes)).toEqual({ ok: false, code: 'setting-refused' });
    expect(items).toEqual({});
    expect((await store.effective()).settings).toEqual(SETTINGS);
  });

  test('of what the organisation locked is refused', async () => {
    const { store, items } = around({ floor: 'product' });
    expect(await store.change({ floor: 'legal-minimum', place: 'DE' })).toEqual({ ok: false, code: 'setting-refused' });
    expect(items).toEqual({});
  });

  test('that cannot be written is told, and the next one is tried', async () => {
    const { store, broken } = around();
    vi.spyOn(console, 'error').mockReturnValue();
    broken.writing = true;
    expect(await store.change({ place: 'DE' })).toEqual({ ok: false, code: 'storage-failed' });
    broken.writing = false;
    expect(await store.change({ place: 'DE' })).toMatchObject({ ok: true });
  });

  test('beside something damaged keeps the strictest that stands in for it', async () => {
    const { store, items } = around({}, { version: 1, changes: { biometrics: 'no', floor: 7 } });
    await store.change({ place: 'DE' });
    expect(own(items)).toEqual({ biometrics: true, floor: 'product', place: 'DE' });
  });
});

describe('a reset', () => {
  test('is taken back with what was there before, also where that has been locked since', async () => {
    const policy: Record<string, unknown> = {};
    const { store, items } = around(policy);
    await store.change({ place: 'DE', floor: 'legal-minimum' });
    const before = (await store.view()).own;
    await store.replace({});
    expect((await store.effective()).settings).toEqual(SETTINGS);
    await store.replace(before);
    expect(own(items)).toEqual({ place: 'DE', floor: 'legal-minimum' });
    policy.floor = 'product';
    store.forget();
    expect((await store.effective()).settings.floor).toBe('product');
  });
});

describe('in place of everything', () => {
  test('what the organisation locked is not the host’s to replace: it stays as it lies there', async () => {
    const { store, items } = around({ floor: 'product' }, { version: 1, changes: { floor: 'product', place: 'DE' } });
    expect(await store.replace({ floor: 'legal-minimum', biometrics: true })).toMatchObject({ ok: true });
    expect(own(items)).toEqual({ floor: 'product', biometrics: true });
    expect((await store.effective()).settings.floor).toBe('product');
  });

  test('a reset under a lock can be taken back', async () => {
    const { store, items } = around(
      { floor: 'product' },
      { version: 1, changes: { floor: 'legal-minimum', place: 'DE' } },
    );
    const before = (await store.view()).own;
    expect(await store.replace({})).toMatchObject({ ok: true });
    expect(own(items)).toEqual({ floor: 'legal-minimum' });
    expect(await store.replace(before)).toMatchObject({ ok: true });
    expect(own(items)).toEqual(before);
  });
});

describe('what cannot be read', () => {
  test.each(['local', 'managed'] as const)(
    '%s: counts as the strictest, is not written over, and is asked for again',
    async (area) => {
      const { store, broken, items } = around({}, { version: 1, changes: { floor: 'legal-minimum' } });
      vi.spyOn(console, 'error').mockReturnValue();
      broken[area] = true;
      expect((await store.effective()).settings).toMatchObject({ floor: 'product', biometrics: true });
      expect(await store.change({ place: 'DE' })).toEqual({ ok: false, code: 'storage-failed' });
      broken[area] = false;
      expect((await store.effective()).settings.floor).toBe('legal-minimum');
      expect(own(items)).toEqual({ floor: 'legal-minimum' });
    },
  );
});

test('what was read counts until something changes', async () => {
  const { store, items } = around();
  await store.effective();
  items[SETTINGS_KEY] = { version: 1, changes: { place: 'DE' } };
  expect((await store.effective()).settings.place).toBeNull();
  store.forget();
  expect((await store.effective()).settings.place).toBe('DE');
});
