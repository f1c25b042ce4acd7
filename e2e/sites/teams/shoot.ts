import { mkdirSync } from 'node:fs';
import { ask } from '../../journeys/panel.ts';
import { arm, LONG } from '../../journeys/party.ts';
import { enter, railButton } from './enter.ts';
import { TeamsRoom } from './stand-in.ts';

/** Pictures of banner and panel on the stand-in, to be looked at: npx tsx e2e/sites/teams/shoot.ts writes out/sites/teams/*.png. */
const OUT = 'out/sites/teams';
/** The banner looks once a second whether it is in the way, ms. */
const SETTLED_MS = 2500;

mkdirSync(OUT, { recursive: true });
for (const [query, colorScheme] of [
  [{ hl: 'en' }, 'light'],
  [{ hl: 'ar', chat: 'frame' }, 'dark'],
] as const) {
  const room = new TeamsRoom();
  const host = await arm(await enter(room, { name: 'Ada', query, colorScheme }));
  const ben = await enter(room, { name: 'Ben', query, colorScheme });
  await room.joins('Cem');
  await room.waits('Eve');
  const shoot = async (what: string) => {
    await ben.page.waitForTimeout(SETTLED_MS);
    await host.page.screenshot({ path: `${OUT}/${what}-${query.hl}-meeting.png` });
    await host.panel.screenshot({ path: `${OUT}/${what}-${query.hl}-panel.png` });
    await ben.page.screenshot({ path: `${OUT}/${what}-${query.hl}-guest.png` });
  };
  await railButton(host.page, 'people').click();
  await shoot('1-people');
  await railButton(host.page, 'chat').click();
  await railButton(ben.page, 'chat').click();
  await shoot('2-chat');
  await ask(host);
  await ben.page.waitForFunction(() => document.querySelector('[data-ask-to-record]') !== null, null, {
    timeout: LONG,
  });
  await shoot('3-asked');
  await railButton(ben.page, 'people').click();
  await shoot('4-people-while-asked');
  await Promise.all([host.context.close(), ben.context.close()]);
}
