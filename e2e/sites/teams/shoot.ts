import { ask } from '../../journeys/panel.ts';
import { arm, LONG } from '../../journeys/party.ts';
import { LOOKS, shooting } from '../shooting.ts';
import { enter, railButton } from './enter.ts';
import { TeamsRoom } from './stand-in.ts';

for (const look of LOOKS) {
  const query = { hl: look.language, ...(look.language === 'ar' && { chat: 'frame' }) };
  const room = new TeamsRoom();
  const host = await arm(await enter(room, { ...look, name: 'Ada', query }));
  const ben = await enter(room, { ...look, name: 'Ben', query });
  await room.joins('Cem');
  await room.waits('Eve');
  const { shoot, agreed, end } = shooting('teams', look, { host, ben });
  await railButton(host.page, 'people').click();
  await shoot('1-people');
  await railButton(host.page, 'chat').click();
  await railButton(ben.page, 'chat').click();
  await shoot('2-chat');
  await ask(host);
  const banner = () => document.querySelector('[data-ask-to-record]') !== null;
  await ben.page.waitForFunction(banner, null, { timeout: LONG });
  await shoot('3-asked');
  await railButton(ben.page, 'people').click();
  await shoot('4-people-while-asked');
  await railButton(ben.page, 'chat').click();
  await agreed('5-agreed');
  await end();
}
