import { ask } from '../../journeys/panel.ts';
import { arm, LONG } from '../../journeys/party.ts';
import { LOOKS, shooting } from '../shooting.ts';
import { enter, panelButton } from './enter.ts';
import { BigBlueButtonRoom } from './stand-in.ts';

for (const look of LOOKS) {
  const { language: lang } = look;
  const v = lang === 'ar' ? '3.1' : '3.0';
  const room = new BigBlueButtonRoom();
  const host = await arm(await enter(room, { ...look, name: 'Ada', lang, v }));
  const ben = await arm(await enter(room, { ...look, name: 'Ben', lang, v }));
  await room.joins('Cem');
  await room.waits('Eve');
  const { shoot, agreed, end } = shooting('bigbluebutton', look, { host, ben });
  if (v === '3.1') for (const { page } of [host, ben]) await panelButton(page, 'users').click();
  await shoot('1-users');
  if (v === '3.1') for (const { page } of [host, ben]) await panelButton(page, 'chat').click();
  await ask(host);
  await host.page.getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
  await shoot('2-asked');
  await agreed('3-agreed');
  await end();
}
