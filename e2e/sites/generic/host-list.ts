import { expect } from '@playwright/test';
import { act, person } from '../../journeys/panel.ts';
import { type Host, LONG } from '../../journeys/party.ts';

/** What a host does with the list of people in the panel, by its buttons. */

export async function writeDown({ panel }: Host, names: string): Promise<void> {
  await panel.getByRole('textbox', { name: 'Names, one a line' }).fill(names, { timeout: LONG });
  await panel.getByRole('button', { name: /^Add \d+ p/ }).click();
  // The form below moves when the list has arrived: a click before that falls beside what it was meant for.
  const last = names.split('\n').at(-1)?.replace(/^- /, '') ?? '';
  await expect(panel.locator('li.person bdi').filter({ hasText: last })).toBeVisible({ timeout: LONG });
  await expect(panel.getByText('You wrote this list.', { exact: false })).toBeVisible({ timeout: LONG });
}

/** The host read the question aloud and heard a yes. */
export async function notesYes(host: Host, name: string): Promise<void> {
  const row = await person(host, name);
  await row.getByRole('button', { name: 'Agreed aloud…' }).click();
  await row.getByRole('button', { name: `${name} said yes` }).click();
  await expect(row.getByText('your word, weaker')).toBeVisible({ timeout: LONG });
}

/** Vouches for the list again, after something may have changed. */
export async function listIsRight(host: Host, names: string): Promise<void> {
  await expect(host.panel.getByText(`Still only these people: ${names}?`)).toBeVisible({ timeout: LONG });
  await act(host.panel, 'This list is right');
}
