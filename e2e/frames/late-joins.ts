import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { save } from '../journeys/files.ts';
import { ask } from '../journeys/panel.ts';
import { chat, type Guest, type Host, LONG, logOf, Party, records, rests, says } from '../journeys/party.ts';

/** One newcomer, and when things happened to them; ms UTC on the one clock of this machine. */
export interface LateJoin {
  /** How late the site lists a newcomer, ms. */
  readonly late: number;
  /** The recorder was seen running. */
  readonly recordedFrom: number;
  /** The newcomer's tile stood in the host's page: from here on no frame may be kept. */
  readonly tileAt: number;
  /** The log's gate closed. */
  readonly closedAt: number;
}

export interface LateJoins {
  readonly joins: readonly LateJoin[];
  readonly file: string;
  /** What the host's page looked like with a newcomer in it: proof that the reader would see them. */
  readonly picture: string;
}

/** Host, the one who agreed, the newcomer: numbers are given in order of coming in. */
export const AGREED = 2;
export const NEWCOMER = 3;
/** Of this much, the platform's lag and the chunk in hand are thrown away; the rest must be in the file. */
const RECORDED_MS = 3500;
/** The newcomer's tile is there within a second, or not at all. */
const PATIENCE_MS = 20_000;
const HISTORY_MS = 3200;
const FOLDER = 'out/frames';

/** One meeting, recorded as one file, into which the same stranger comes again and again. */
export async function playLateJoins(lates: readonly number[], tell: (line: string) => void): Promise<LateJoins> {
  const party = await Party.start();
  try {
    const host = await party.host('Host', { late: '0' });
    // The loader of scripts names functions through a helper of its own, which no page has.
    await host.panel.evaluate('globalThis.__name = (named) => named');
    const cem = await party.stranger('Cem');
    await says(host, 'Ready to ask');
    await host.panel.getByText('Cem').first().waitFor({ timeout: LONG });
    // What is written this soon after the host came in counts as history, and history is never a yes.
    await host.page.waitForTimeout(HISTORY_MS);
    await ask(host);
    await cem.page.getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
    await chat(cem, 'I agree');
    const dia = await party.stranger('Dia', { autojoin: '0' });
    mkdirSync(FOLDER, { recursive: true });
    const picture = join(FOLDER, 'newcomer.png');
    const joins: LateJoin[] = [];
    for (const late of lates) {
      joins.push(await comesLate(host, dia, late, picture));
      tell(`late ${late} ms: joined and left`);
    }
    await records(host);
    await chat(cem, 'stop recording');
    await rests(host, 'A yes was taken back');
    // Only pictures are read, so the sound is copied and not mixed.
    const file = await save(host, `frames-${lates[0]}.webm`, 'Your microphone on its own channel');
    return { joins, file, picture };
  } catch (error) {
    for (const { name, page } of party.everybody())
      await page.screenshot({ path: join(FOLDER, `broke-off-${name}.png`) });
    throw error;
  } finally {
    await party.end();
  }
}

async function comesLate(host: Host, dia: Guest, late: number, picture: string): Promise<LateJoin> {
  await host.page.evaluate((ms) => {
    const url = new URL(location.href);
    url.searchParams.set('late', String(ms));
    history.replaceState(null, '', url);
    dispatchEvent(new PopStateEvent('popstate'));
  }, late);
  await records(host);
  const recordedFrom = Date.now();
  await host.page.waitForTimeout(RECORDED_MS);
  const before = await host.page.locator('[data-tile]').count();
  // Noted in the page, because a poll from out here would learn of it too late to be exact.
  await host.page.evaluate((tiles) => {
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll('[data-tile]').length <= tiles) return;
      observer.disconnect();
      document.documentElement.dataset.tileAt = String(Date.now());
    });
    delete document.documentElement.dataset.tileAt;
    observer.observe(document.body, { childList: true, subtree: true });
  }, before);
  const html = host.page.locator('html[data-tile-at]');
  for (let tries = 1; (await html.count()) === 0; tries++) {
    await dia.page.locator('[data-control="join"], [data-control="rejoin"]').click({ timeout: LONG });
    try {
      await html.waitFor({ state: 'attached', timeout: PATIENCE_MS });
    } catch (error) {
      // On a busy machine browsers miss each other now and then: who was not seen at all comes again.
      if (tries === 3) throw error;
      await dia.page.locator('[data-control="leave"]').click({ timeout: LONG });
    }
  }
  const tileAt = Number(await html.getAttribute('data-tile-at'));
  await rests(host, 'Waiting for 1 of 3');
  const closed = (await logOf(host)).findLast(({ entry }) => entry.kind === 'gate-closed');
  // Their picture takes a moment to arrive.
  await host.page.waitForTimeout(500);
  await host.page.screenshot({ path: picture });
  await dia.page.locator('[data-control="leave"]').click({ timeout: LONG });
  await expect(host.page.locator('[data-tile]')).toHaveCount(before, { timeout: LONG });
  return { late, recordedFrom, tileAt, closedAt: closed?.at ?? 0 };
}
