import { mkdirSync } from 'node:fs';
import { ask } from '../../journeys/panel.ts';
import { arm } from '../../journeys/party.ts';
import { enter, toolbarButton } from './enter.ts';
import { JitsiRoom } from './stand-in.ts';

/** Pictures of banner and panel on the stand-in, to be looked at: npx tsx e2e/sites/jitsi/shoot.ts writes out/sites/jitsi/*.png. */
const OUT = 'out/sites/jitsi';
/** The banner looks once a second whether it is in the way, ms. */
const SETTLED_MS = 2500;

mkdirSync(OUT, { recursive: true });
for (const [lang, colorScheme] of [
  ['en', 'light'],
  ['ar', 'dark'],
] as const) {
  const room = new JitsiRoom();
  const host = await arm(await enter(room, { name: 'Ada', lang, colorScheme }));
  const ben = await enter(room, { name: 'Ben', lang, colorScheme });
  await room.joins('Cem');
  await room.waits('Eve');
  const shoot = async (what: string) => {
    await ben.page.waitForTimeout(SETTLED_MS);
    await host.page.screenshot({ path: `${OUT}/${what}-${lang}-meeting.png` });
    await host.panel.screenshot({ path: `${OUT}/${what}-${lang}-panel.png` });
    await ben.page.screenshot({ path: `${OUT}/${what}-${lang}-guest.png` });
  };
  await shoot('1-call');
  await ask(host);
  await shoot('2-asked');
  await toolbarButton(ben.page, 'chat').click();
  await shoot('3-chat');
  await toolbarButton(ben.page, 'participants').click();
  await shoot('4-chat-and-people');
  await Promise.all([host.context.close(), ben.context.close()]);
}
