import browser from 'webextension-polyfill';
import { PAUSE_REMINDER_MS } from '../../src/model/panel.ts';
import type { MeetingTab } from './meeting.ts';

/** Grey while it rests, amber once it may have been forgotten; both with white or black of more than 4.5 to 1. */
const COLOURS = { rests: ['#5b6572', '#ffffff'], long: ['#ffb300', '#000000'] } as const;
const MINUTE_MS = 60_000;

interface Badge {
  readonly text: string;
  readonly title: string;
  readonly colour: keyof typeof COLOURS;
}

/**
 * What the toolbar button shows of a pause: two bars, and after a while its minutes, so that nobody forgets it. Nothing jumps up or takes
 * the focus. While nothing is paused it is bare. at: ms UTC since when it is paused.
 */
export function badgeOf(at: number | null, now: number): Badge | null {
  if (at === null) return null;
  const minutes = Math.floor((now - at) / MINUTE_MS);
  if (now - at < PAUSE_REMINDER_MS) return { text: 'II', title: 'Paused: nothing is being recorded', colour: 'rests' };
  const shown = Math.min(minutes, 99);
  return {
    text: `${shown}m`,
    title: `Paused for ${minutes} minutes: it goes on when you press Resume`,
    colour: 'long',
  };
}

/** What each tab's button shows now, so that the browser is told only of changes. A worker that wakes tells all anew. */
export class Badges {
  private readonly shown = new Map<number, string>();

  follow(meetings: Iterable<MeetingTab>, now: number): void {
    const paused = new Map([...meetings].map(({ tab, session }) => [tab, session?.state.pause?.at ?? null]));
    for (const tab of new Set([...this.shown.keys(), ...paused.keys()]))
      this.tell(tab, badgeOf(paused.get(tab) ?? null, now));
  }

  private tell(tab: number, badge: Badge | null): void {
    const key = badge ? `${badge.text} ${badge.title}` : '';
    // A bare button is bare from the first.
    if ((this.shown.get(tab) ?? '') === key) return;
    this.shown.set(tab, key);
    if (key === '') this.shown.delete(tab);
    show(tab, badge).catch((error: unknown) => {
      // The tab may be gone; its next page begins bare.
      this.shown.delete(tab);
      console.info('no badge:', (error as Error).message);
    });
  }
}

async function show(tabId: number, badge: Badge | null): Promise<void> {
  const [background, text] = COLOURS[badge?.colour ?? 'rests'];
  await browser.action.setBadgeText({ tabId, text: badge?.text ?? '' });
  await browser.action.setTitle({ tabId, title: badge?.title ?? browser.i18n.getMessage('actionTitle') });
  if (!badge) return;
  await browser.action.setBadgeBackgroundColor({ tabId, color: background });
  await chrome.action.setBadgeTextColor({ tabId, color: text });
}
