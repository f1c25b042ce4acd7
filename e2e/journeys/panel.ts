import type { Locator, Page } from 'playwright';
import type { Media, Purpose } from '../../src/model/ask.ts';
import { en } from '../../src/ui/words/en.ts';
import { type Host, LONG, pastHistory } from './party.ts';

/** What a host does in the side panel, by its buttons. */

export interface Wanted {
  readonly needed?: readonly Purpose[];
  readonly optional?: readonly Purpose[];
  readonly media?: Media;
}

/** Fills in the form and asks everyone. */
export async function ask(host: Host, { needed = ['quality'], optional = [], media }: Wanted = {}): Promise<void> {
  const { panel } = host;
  await pastHistory(host);
  const wish = async (purpose: Purpose, name: string) => {
    const group = panel.getByRole('group', { name: en[`purpose.${purpose}.long`], exact: true });
    await group.getByRole('radio', { name, exact: true }).check({ timeout: LONG });
  };
  for (const purpose of needed) await wish(purpose, 'Needed');
  for (const purpose of optional) await wish(purpose, 'Optional');
  if (![...needed, ...optional].includes('notes')) await wish('notes', 'Off');
  if (media) await panel.getByRole('radio', { name: en[`media.${media}`], exact: true }).check();
  await act(panel, 'Ask everyone');
}

/** Goes away when it has worked, and what stands below it moves up: whoever pressed there meanwhile would press beside it. */
const VOUCHES = 'This list is complete';

export async function act(panel: Page, button: string): Promise<void> {
  await press(panel, button);
  if (button === VOUCHES) await buttonOf(panel, button).waitFor({ state: 'hidden', timeout: LONG });
}

/** Only pressed: whether it does anything is what is asked. */
export function press(panel: Page, button: string): Promise<void> {
  return buttonOf(panel, button).click({ timeout: LONG });
}

function buttonOf(panel: Page, name: string): Locator {
  return panel.getByRole('button', { name, exact: true }).first();
}

/** The line of one person, opened so that its buttons are there. */
export async function person({ panel }: Host, name: string): Promise<Locator> {
  const row = panel.locator('li.person').filter({ has: panel.locator('bdi', { hasText: new RegExp(`^${name}$`) }) });
  await row.first().waitFor({ timeout: LONG });
  const line = row.first().locator('button.line');
  if ((await line.getAttribute('aria-expanded')) === 'false') await line.click();
  return row.first();
}
