import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Opening } from '../../src/model/panel.ts';
import type { SidePanel, Site } from '../../src/platforms/platform.ts';
import { Opener } from './opener.ts';

/** A page in which one press opens a panel in place of the other, and a second one closes it; `reads`: its list can be read when open. */
function page(open: SidePanel | null, reads = true, knows = true) {
  const pressed: SidePanel[] = [];
  let now = open;
  const panels = {
    shown: () => (now === null ? [] : [now]),
    listStays: () => false,
    press(panel: SidePanel) {
      pressed.push(panel);
      now = now === panel ? null : panel;
      return true;
    },
  };
  const people = [{ id: null, name: 'Ana', self: true, host: null }];
  const roster = () => {
    const whole = now === 'people' && reads;
    return {
      people: whole ? people : [],
      completeness: whole ? 'complete' : 'unknown',
      counter: 1,
      source: 'dom',
      aside: 0,
    };
  };
  const site = { roster, ...(knows && { panels }) } as unknown as Site;
  return { pressed, opener: new Opener(site, new AbortController().signal), shown: () => now };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each<[Opening, SidePanel | null, SidePanel[], SidePanel | null]>([
  ['list', null, ['people', 'people'], null],
  ['list', 'chat', ['people', 'chat'], 'chat'],
  ['list', 'people', [], 'people'],
  ['chat', null, ['chat'], 'chat'],
  ['chat', 'chat', [], 'chat'],
  ['list-then-chat', null, ['people', 'chat'], 'chat'],
  ['list-then-chat', 'chat', ['people', 'chat'], 'chat'],
  ['list-then-chat', 'people', ['chat'], 'chat'],
])('%s, with %s open before: presses %j and leaves %s', async (what, before, presses, after) => {
  const { opener, pressed, shown } = page(before);
  const opening = opener.open(what);
  await vi.runAllTimersAsync();
  await opening;
  expect([pressed, shown()]).toEqual([presses, after]);
});

test('a list that cannot be read is looked at for a while, and what was open is put back', async () => {
  const { opener, pressed, shown } = page('chat', false);
  const opening = opener.open('list');
  await vi.advanceTimersByTimeAsync(3000);
  expect([pressed, shown()]).toEqual([['people'], 'people']);
  await vi.runAllTimersAsync();
  await opening;
  expect([pressed, shown()]).toEqual([['people', 'chat'], 'chat']);
});

test('a second click while the first is being done presses nothing', async () => {
  const { opener, pressed } = page(null, false);
  const opening = opener.open('list-then-chat');
  await opener.open('chat');
  await vi.runAllTimersAsync();
  await opening;
  expect(pressed).toEqual(['people', 'chat']);
});

test('where the buttons are not known nothing is pressed', async () => {
  const { opener, pressed } = page(null, true, false);
  await opener.open('list-then-chat');
  expect(pressed).toEqual([]);
});

/** A page in which list and chat stand beside each other, each opened a moment after its button was pressed. */
function wide(open: readonly SidePanel[], stays: boolean) {
  const pressed: SidePanel[] = [];
  let now = open;
  const panels = {
    shown: () => now,
    listStays: () => stays,
    press(panel: SidePanel) {
      pressed.push(panel);
      setTimeout(() => {
        now = now.includes(panel) ? now.filter((one) => one !== panel) : [...now, panel];
      }, 50);
      return true;
    },
  };
  const people = [{ id: null, name: 'Ana', self: true, host: null }];
  const roster = () =>
    now.includes('people')
      ? { people, completeness: 'complete', counter: 1, source: 'dom', aside: 0 }
      : { people: [], completeness: 'unknown', counter: null, source: 'dom', aside: 0 };
  const opener = new Opener({ roster, panels } as unknown as Site, new AbortController().signal);
  return { pressed, opener, shown: () => now };
}

test.each<[Opening, SidePanel[], boolean, SidePanel[], SidePanel[]]>([
  ['list', [], false, ['people', 'people'], []],
  ['list', ['chat'], false, ['people', 'people'], ['chat']],
  ['list', ['chat'], true, ['people'], ['chat', 'people']],
  ['list-then-chat', [], false, ['people', 'chat', 'people'], ['chat']],
  ['list-then-chat', [], true, ['people', 'chat'], ['people', 'chat']],
  ['list-then-chat', ['people'], false, ['chat'], ['people', 'chat']],
  ['chat', ['people'], false, ['chat'], ['people', 'chat']],
  ['chat', ['people'], true, ['chat'], ['people', 'chat']],
])('beside each other: %s, with %j open before, the list stays: %s', async (what, before, stays, presses, after) => {
  const { opener, pressed, shown } = wide(before, stays);
  const opening = opener.open(what);
  await vi.runAllTimersAsync();
  await opening;
  expect([pressed, shown()]).toEqual([presses, after]);
});
