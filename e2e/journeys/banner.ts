import { expect } from '@playwright/test';
import {
  clickInClosedRoot,
  findInClosedRoot,
  type Sought,
  textOfClosedRoot,
  type View,
} from '../browser/closed-root.ts';
import { type Guest, LONG } from './party.ts';

/** A press counts after half a second of being visible; people are slower than that, and so are tests. */
const VISIBLE_MS = 800;

const viewOf = ({ frame, page }: Guest): View => frame ?? page;

/** Waits until the banner shows it, for as long as a press needs to count. */
export async function sees(guest: Guest, sought: Sought): Promise<void> {
  await expect
    .poll(() => findInClosedRoot(viewOf(guest), sought), {
      timeout: LONG,
      message: `${guest.name} sees it in the banner`,
    })
    .not.toBeNull();
  await guest.page.waitForTimeout(VISIBLE_MS);
}

/** Presses a button of the banner with the real mouse. */
export async function presses(guest: Guest, button: string): Promise<void> {
  const sought = { role: 'button', name: button };
  await sees(guest, sought);
  await clickInClosedRoot(viewOf(guest), sought);
}

/** The banner comes to say this. */
export async function reads(guest: Guest, text: string | RegExp): Promise<void> {
  const wanted = typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text);
  await expect.poll(() => textOfClosedRoot(viewOf(guest)), { timeout: LONG }).toEqual(wanted);
}
