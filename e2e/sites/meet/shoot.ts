import { mkdirSync } from 'node:fs';
import { ask } from '../../journeys/panel.ts';
import { arm, LONG } from '../../journeys/party.ts';
import { enter, panelButton } from './enter.ts';
import { MeetRoom } from './stand-in.ts';

/** Pictures of banner and panel on the stand-in, to be looked at: npx tsx e2e/sites/meet/shoot.ts writes out/sites/meet/*.png. */
const OUT = 'out/sites/meet';
/** The banner looks once a second whether it is in the way, ms. */
const SETTLED_MS = 2500;

mkdirSync(OUT, { recursive: true });
for (const [hl, colorScheme] of [
  ['en', 'light'],
  ['ar', 'dark'],
] as const) {
  const room = new MeetRoom();
  const host = await arm(await enter(room, { name: 'Ada', hl, colorScheme }));
  const ben = await enter(room, { name: 'Ben', hl, colorScheme });
  await room.joins('Cem');
  await room.waits('Eve');
  const shoot = async (what: string) => {
    await ben.page.waitForTimeout(SETTLED_MS);
    await host.page.screenshot({ path: `${OUT}/${what}-${hl}-meeting.png` });
    await host.panel.screenshot({ path: `${OUT}/${what}-${hl}-panel.png` });
    await ben.page.screenshot({ path: `${OUT}/${what}-${hl}-guest.png` });
  };
  await panelButton(host.page, 'people').click();
  await shoot('1-people');
  await panelButton(host.page, 'chat').click();
  await panelButton(ben.page, 'chat').click();
  await shoot('2-chat');
  await ask(host);
  await ben.page.getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
  await shoot('3-asked');
  await panelButton(ben.page, 'people').click();
  await shoot('4-people-while-asked');
  await Promise.all([host.context.close(), ben.context.close()]);
}
