import { describe, expect, test, vi } from 'vitest';
import type { Outcome } from '../../model/failure.ts';
import { changed } from '../../model/setting-at.ts';
import { SETTINGS, type SettingChanges, type SettingsView } from '../../model/settings.ts';
import { SettingsHand } from './hand.ts';

function viewOf(own: SettingChanges): SettingsView {
  return {
    settings: changed(SETTINGS, own),
    locked: [],
    lockedBy: null,
    signOff: null,
    problems: { organisation: [], stored: [] },
    own,
  };
}

/** A worker whose answers come when the test says so. */
function worker() {
  let own: SettingChanges = {};
  const answers: (() => void)[] = [];
  const later = <Value>(value: () => Value) => new Promise<Value>((resolve) => answers.push(() => resolve(value())));
  const line = {
    read: async (): Promise<Outcome<SettingsView>> => ({ ok: true, value: viewOf(own) }),
    change: (changes: SettingChanges) => {
      own = { ...own, ...changes };
      const now = viewOf(own);
      return later((): Outcome<SettingsView> => ({ ok: true, value: now }));
    },
    replace: (changes: SettingChanges) => {
      own = changes;
      return later((): Outcome<SettingsView> => ({ ok: true, value: viewOf(own) }));
    },
  };
  return { line, answer: () => answers.shift()?.() };
}

describe('a change', () => {
  test('is shown at once, and saved when the worker says so', async () => {
    const { line, answer } = worker();
    const hand = new SettingsHand(line, () => undefined);
    await hand.look();
    const done = hand.change({ place: 'DE' });
    expect([hand.view?.settings.place, hand.saving]).toEqual(['DE', 'saving']);
    answer();
    expect(await done).toBe(true);
    expect(hand.saving).toBe('saved');
  });

  test('is not undone for a moment by the answer to the one before', async () => {
    const { line, answer } = worker();
    const seen: (string | null | undefined)[] = [];
    const hand = new SettingsHand(line, () => seen.push(hand.view?.settings.controller.name));
    await hand.look();
    const first = hand.change({ 'controller.name': 'A' });
    const second = hand.change({ 'controller.name': 'An' });
    answer();
    await first;
    expect([hand.view?.settings.controller.name, hand.saving]).toEqual(['An', 'saving']);
    answer();
    await second;
    expect(seen).toEqual(['', 'A', 'An', 'An', 'An']);
    expect(hand.saving).toBe('saved');
  });

  const refused: Outcome<SettingsView> = { ok: false, code: 'setting-refused' };
  const ways: [string, () => Promise<Outcome<SettingsView> | undefined>, string][] = [
    ['refused', () => Promise.resolve(refused), 'setting-refused'],
    ['not answered', () => Promise.resolve(undefined), 'unexpected'],
    ['lost', () => Promise.reject(new Error('gone')), 'unexpected'],
  ];
  test.each(ways)('that is %s is told, and what counts is shown again', async (_name, change, code) => {
    vi.spyOn(console, 'error').mockReturnValue();
    const hand = new SettingsHand({ ...worker().line, change }, () => undefined);
    await hand.look();
    expect(await hand.change({ place: 'DE' })).toBe(false);
    expect([hand.view?.settings.place, hand.saving]).toEqual([null, code]);
  });
});

test('a look while a change is on its way does not show what was before it', async () => {
  const { line, answer } = worker();
  const hand = new SettingsHand({ ...line, read: async () => ({ ok: true, value: viewOf({}) }) }, () => undefined);
  await hand.look();
  const done = hand.change({ place: 'DE' });
  await hand.look();
  expect(hand.view?.settings.place).toBe('DE');
  answer();
  await done;
});

test('a reset is shown when it is done', async () => {
  const { line, answer } = worker();
  const hand = new SettingsHand(line, () => undefined);
  await hand.look();
  const changing = hand.change({ place: 'DE' });
  answer();
  await changing;
  const done = hand.replace({});
  answer();
  await done;
  expect(hand.view?.settings).toEqual(SETTINGS);
});
