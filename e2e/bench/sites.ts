import type { Page } from 'playwright';
import { act, ask } from '../journeys/panel.ts';
import { arm, type Host, LONG, openPanel, press, records, says } from '../journeys/party.ts';
import { enter as enterGeneric, happens, join } from '../sites/generic/stand-in.ts';
import { enter, panelButton } from '../sites/meet/enter.ts';
import { MeetRoom } from '../sites/meet/stand-in.ts';
import { figure } from './figure.ts';
import type { Measure } from './measure.ts';
import { profile } from './profile.ts';
import { Recorders } from './stage/recorders.ts';

const CALLS = 10;
const NEWCOMERS = 30;
const UNSEEN = 10;
const PEOPLE = 300;
const CHANGES_A_SECOND = 50;
const SECONDS = 20;

const DETECTED_MS = 1000;
const SEEN_MS = 150;
const POLLED_MS = 1200;
const MOST_PERCENT = 2;

/**
 * What sites of others cost and how fast they are read, on the stand-ins for Meet and for a page that nobody knows. All times are from the
 * moment at which it stood in the page. The baseline of the processor's share is the same page with nobody hosting in it.
 */
export const sites: Measure = {
  name: 'sites',
  async run(say) {
    const meetCalls = await meetDetected();
    say(`Meet, call detected: ${meetCalls.join(', ')} ms`);
    const anyCalls = await anyDetected();
    say(`any page, call detected: ${anyCalls.join(', ')} ms`);
    const { newcomers, unseen } = await stops();
    say(`Meet, newcomer: ${newcomers.join(', ')} ms; chat hidden by a style sheet: ${unseen.join(', ')} ms`);
    const crowd = await crowded();
    say(`Meet, ${PEOPLE} tiles: our script ${crowd.ours} %, page ${crowd.busy} %; not hosting ${crowd.idle} %`);
    return [
      figure('Meet: call in the page to the panel’s word of it, slowest', 'ms', meetCalls, null, {
        at: 1,
        most: DETECTED_MS,
      }),
      figure('any page: streams play to the panel’s word of it, slowest', 'ms', anyCalls, null, {
        at: 1,
        most: DETECTED_MS,
      }),
      figure('Meet: newcomer in the page to recorder inactive, slowest', 'ms', newcomers, null, {
        at: 1,
        most: SEEN_MS,
      }),
      figure('Meet: chat hidden by a style sheet alone to recorder inactive, slowest', 'ms', unseen, null, {
        at: 1,
        most: POLLED_MS,
      }),
      figure(
        'Meet, 300 tiles, 50 changes a second: main thread taken by the content script',
        '%',
        [crowd.ours],
        [crowd.idle],
        {
          most: MOST_PERCENT,
        },
      ),
    ];
  },
};

async function meetDetected(): Promise<number[]> {
  const room = new MeetRoom();
  const host = await arm(await enter(room, { name: 'Ada' }));
  const took: number[] = [];
  try {
    for (let n = 0; n < CALLS; n++) {
      await host.page.goto(room.url());
      await says(host, /not in the call/);
      await host.page.waitForTimeout(Math.random() * 1000);
      const said = panelSays(host, 'Ready to ask|Not armed');
      const at = await host.page.evaluate(
        () =>
          new Promise<number>((stands) => {
            new MutationObserver((_, observer) => {
              if (!document.querySelector('[data-panel-id]')) return;
              observer.disconnect();
              stands(Date.now());
            }).observe(document, { childList: true, subtree: true });
            const name = document.querySelector<HTMLInputElement>('input[type="text"]');
            if (!name) throw new Error('no green room');
            name.value = 'Ada';
            name.dispatchEvent(new Event('input', { bubbles: true }));
            setTimeout(() => document.querySelector<HTMLButtonElement>('button.join')?.click(), 50);
          }),
      );
      took.push((await said) - at);
    }
    return took;
  } finally {
    await host.context.close();
  }
}

async function anyDetected(): Promise<number[]> {
  const guest = await enterGeneric();
  await press(guest);
  const host = await openPanel(guest);
  const took: number[] = [];
  try {
    await join(host.page);
    for (let n = 0; n < CALLS; n++) {
      await says(host, n === 0 ? /No call seen/ : /seems to be over/);
      await host.page.waitForTimeout(Math.random() * 1000);
      const said = panelSays(host, 'Ready to ask');
      const playing = host.page.evaluate(
        () =>
          new Promise<number>((plays) =>
            document.addEventListener('playing', () => plays(Date.now()), { capture: true, once: true }),
          ),
      );
      await happens(host.page, 'comes', 1);
      const at = await playing;
      took.push((await said) - at);
      await happens(host.page, 'ends');
    }
    return took;
  } finally {
    await host.context.close();
  }
}

/** When the panel's headline first says this, ms UTC. */
function panelSays({ panel }: Host, words: string): Promise<number> {
  return panel.evaluate(
    ({ words, limit }) =>
      new Promise<number>((says, fails) => {
        new MutationObserver((_, observer) => {
          if (!new RegExp(words).test(document.querySelector('h1')?.textContent ?? '')) return;
          observer.disconnect();
          says(Date.now());
        }).observe(document, { childList: true, subtree: true, characterData: true });
        setTimeout(() => fails(new Error(`the panel says ${document.querySelector('h1')?.textContent}`)), limit);
      }),
    { words, limit: LONG },
  );
}

async function stops(): Promise<{ newcomers: number[]; unseen: number[] }> {
  const room = new MeetRoom();
  const host = await arm(await enter(room, { name: 'Ada' }));
  try {
    // The loader of scripts names functions through a helper of its own, which no page has.
    await host.panel.evaluate('globalThis.__name = (named) => named');
    const recorders = await Recorders.of(host);
    const cem = await room.joins('Cem');
    await panelButton(host.page, 'chat').click();
    await act(host.panel, 'This list is complete');
    await ask(host);
    await host.page.getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
    await room.says(cem, 'I agree');
    await records(host);
    const newcomers: number[] = [];
    for (let n = 0; n < NEWCOMERS; n++) {
      await recorders.running();
      await host.page.waitForTimeout(500 + Math.random() * 400);
      const known = await recorders.count('stops');
      const stood = changedAt(host.page, '[data-avatar-count="3"]');
      const id = await room.joins(`New ${n}`);
      newcomers.push((await recorders.next('stops', known)) - (await stood));
      // Recording stops before the panel tells of it.
      await host.panel.getByText('3 in the meeting').waitFor({ timeout: LONG });
      await room.leaves(id);
      // Who has left is known from Meet's own list alone.
      await panelButton(host.page, 'people').click();
      await host.panel.getByText('2 in the meeting').waitFor({ timeout: LONG });
      await panelButton(host.page, 'chat').click();
      // Vouched for is what stands there now: the list that is closed, not the one that was open.
      await says(host, /Not recording yet/);
      await act(host.panel, 'This list is complete');
      await records(host);
    }
    const unseen: number[] = [];
    for (let n = 0; n < UNSEEN; n++) {
      await recorders.running();
      await host.page.waitForTimeout(500 + Math.random() * 900);
      const known = await recorders.count('stops');
      const at = await hide(host.page, true);
      unseen.push((await recorders.next('stops', known)) - at);
      await hide(host.page, false);
      await act(host.panel, 'This list is complete');
      await records(host);
    }
    return { newcomers, unseen };
  } finally {
    await host.context.close();
  }
}

/** When something that fits the selector first stood in the page, ms UTC. */
function changedAt(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((stands) => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector(wanted)) return;
          observer.disconnect();
          stands(Date.now());
        }).observe(document, { childList: true, subtree: true, attributes: true });
      }),
    selector,
  );
}

/** No element changes: only looking finds it. */
function hide(page: Page, hidden: boolean): Promise<number> {
  return page.evaluate((is) => {
    const sheet = document.adoptedStyleSheets[0] ?? new CSSStyleSheet();
    document.adoptedStyleSheets = [sheet];
    sheet.replaceSync(is ? '[jsname="xySENc"] { visibility: hidden; }' : '');
    return Date.now();
  }, hidden);
}

async function crowded(): Promise<{ ours: number; busy: number; idle: number }> {
  const room = new MeetRoom();
  const guest = await enter(room, { name: 'Ada' });
  try {
    await room.change(guest.page, { tiles: PEOPLE });
    await room.fill(PEOPLE - 1);
    await panelButton(guest.page, 'chat').click();
    const idle = await profile(guest.page, () => churn(guest.page));
    const host = await arm(guest);
    await host.panel.getByText('Person 7').first().waitFor({ timeout: LONG });
    const { ours, busy } = await profile(host.page, () => churn(host.page));
    return { ours, busy, idle: idle.ours };
  } finally {
    await guest.context.close();
  }
}

/** People talk, come and go; the change of a page is made in it, so that nothing else is measured. */
function churn(page: Page): Promise<number> {
  return page.evaluate(([perSecond, seconds]) => window.standIn.churn?.(perSecond, seconds) ?? 0, [
    CHANGES_A_SECOND,
    SECONDS,
  ] as const);
}
