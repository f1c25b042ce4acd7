import { mkdirSync } from 'node:fs';
import { ask } from '../../journeys/panel.ts';
import { arm, LONG } from '../../journeys/party.ts';
import { enter, panelButton, view } from './enter.ts';
import { WebexRoom } from './stand-in.ts';

/** Pictures of banner and panel on the stand-in, to be looked at: npx tsx e2e/sites/webex/shoot.ts writes out/sites/webex/*.png. */
const OUT = 'out/sites/webex';
/** The banner looks once a second whether it is in the way, ms. */
const SETTLED_MS = 2500;

mkdirSync(OUT, { recursive: true });
for (const [hl, colorScheme] of [
  ['en', 'light'],
  ['ar', 'dark'],
] as const) {
  const room = new WebexRoom();
  const host = await arm(await enter(room, { name: 'Ada', hl, colorScheme }));
  const ben = await enter(room, { name: 'Ben', hl, colorScheme });
  await room.joins('Cem');
  const shoot = async (what: string) => {
    await ben.page.waitForTimeout(SETTLED_MS);
    await host.page.screenshot({ path: `${OUT}/${what}-${hl}-meeting.png` });
    await host.panel.screenshot({ path: `${OUT}/${what}-${hl}-panel.png` });
    await ben.page.screenshot({ path: `${OUT}/${what}-${hl}-guest.png` });
  };
  await panelButton(host.page, 'people').click();
  for (const { page } of [host, ben]) await panelButton(page, 'chat').click();
  await ask(host);
  await view(host.page).getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
  await shoot('1-asked');
  await Promise.all([host.context.close(), ben.context.close()]);
}
