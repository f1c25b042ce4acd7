import { beforeEach, expect, test, vi } from 'vitest';
import type { MeetingTab } from './meeting.ts';

const told: string[] = [];
let refuses = false;
vi.mock('webextension-polyfill', () => {
  const tell = (what: string) => (details: Record<string, unknown>) => {
    if (refuses) return Promise.reject(new Error('No tab with id'));
    told.push(`${what} ${JSON.stringify(details)}`);
    return Promise.resolve();
  };
  return {
    default: {
      action: {
        setBadgeText: tell('text'),
        setTitle: tell('title'),
        setBadgeBackgroundColor: tell('background'),
      },
      i18n: { getMessage: (name: string) => name },
    },
  };
});
vi.stubGlobal('chrome', { action: { setBadgeTextColor: () => Promise.resolve() } });
const { Badges, badgeOf } = await import('./badge.ts');

const T0 = 1_800_000_000_000;
const meeting = (at: number | null, tab = 7) =>
  ({ tab, session: { state: { pause: at === null ? null : { at } } } }) as unknown as MeetingTab;
const texts = () => told.filter((line) => line.startsWith('text'));
beforeEach(() => {
  told.length = 0;
  refuses = false;
});

test('two bars while it is paused, its minutes from the second one on, and bare otherwise', () => {
  expect(badgeOf(null, T0)).toBeNull();
  expect(badgeOf(T0, T0)).toMatchObject({ text: 'II', colour: 'rests' });
  expect(badgeOf(T0, T0 + 119_999)).toMatchObject({ text: 'II' });
  expect(badgeOf(T0, T0 + 120_000)).toMatchObject({ text: '2m', colour: 'long' });
  expect(badgeOf(T0, T0 + 3 * 60_000 + 1)?.title).toContain('3 minutes');
  expect(badgeOf(T0, T0 + 500 * 60_000)).toMatchObject({ text: '99m' });
});

test('the browser is told of changes only, and a tab whose meeting is gone is bare again', async () => {
  const badges = new Badges();
  for (const ms of [0, 1000, 2000]) badges.follow([meeting(T0)], T0 + ms);
  await vi.waitFor(() => expect(texts()).toEqual(['text {"tabId":7,"text":"II"}']));
  badges.follow([meeting(T0)], T0 + 120_000);
  await vi.waitFor(() => expect(texts().at(-1)).toBe('text {"tabId":7,"text":"2m"}'));
  badges.follow([meeting(null)], T0 + 121_000);
  await vi.waitFor(() => expect(told.at(-1)).toBe('title {"tabId":7,"title":"actionTitle"}'));
  badges.follow([meeting(T0, 8)], T0);
  badges.follow([], T0 + 1000);
  await vi.waitFor(() => expect(texts().at(-1)).toBe('text {"tabId":8,"text":""}'));
});

test('a tab that is gone is no fault, and is told anew when it is there again', async () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const badges = new Badges();
  refuses = true;
  badges.follow([meeting(T0)], T0);
  await vi.waitFor(() => expect(info).toHaveBeenCalled());
  refuses = false;
  badges.follow([meeting(T0)], T0 + 1000);
  await vi.waitFor(() => expect(texts()).toHaveLength(1));
});
