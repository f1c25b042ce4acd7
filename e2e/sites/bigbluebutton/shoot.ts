import { mkdirSync } from 'node:fs';
import { ask } from '../../journeys/panel.ts';
import { arm, LONG } from '../../journeys/party.ts';
import { enter, panelButton } from './enter.ts';
import { BigBlueButtonRoom } from './stand-in.ts';

/** Pictures of banner and panel, to be looked at: npx tsx e2e/sites/bigbluebutton/shoot.ts writes out/sites/bigbluebutton/*.png. */
const OUT = 'out/sites/bigbluebutton';
/** The banner looks once a second whether it is in the way, ms. */
const SETTLED_MS = 2500;

mkdirSync(OUT, { recursive: true });
for (const [lang, v, colorScheme] of [
  ['en', '3.0', 'light'],
  ['ar', '3.1', 'dark'],
] as const) {
  const room = new BigBlueButtonRoom();
  const host = await arm(await enter(room, { name: 'Ada', lang, v, colorScheme }));
  const ben = await arm(await enter(room, { name: 'Ben', lang, v, colorScheme }));
  await room.joins('Cem');
  await room.waits('Eve');
  const shoot = async (what: string) => {
    await ben.page.waitForTimeout(SETTLED_MS);
    await host.page.screenshot({ path: `${OUT}/${what}-${v}-meeting.png` });
    await host.panel.screenshot({ path: `${OUT}/${what}-${v}-panel.png` });
    await ben.page.screenshot({ path: `${OUT}/${what}-${v}-guest.png` });
  };
  if (v === '3.1') for (const { page } of [host, ben]) await panelButton(page, 'users').click();
  await shoot('1-users');
  if (v === '3.1') for (const { page } of [host, ben]) await panelButton(page, 'chat').click();
  await ask(host);
  await host.page.getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
  await shoot('2-asked');
  await Promise.all([host.context.close(), ben.context.close()]);
}
