import { ask } from '../../journeys/panel.ts';
import { arm, LONG } from '../../journeys/party.ts';
import { LOOKS, shooting } from '../shooting.ts';
import { enter, panelButton } from './enter.ts';
import { MeetRoom } from './stand-in.ts';

for (const look of LOOKS) {
  const room = new MeetRoom();
  const host = await arm(await enter(room, { ...look, name: 'Ada', hl: look.language }));
  const ben = await enter(room, { ...look, name: 'Ben', hl: look.language });
  await room.joins('Cem');
  await room.waits('Eve');
  const { shoot, agreed, end } = shooting('meet', look, { host, ben });
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
  await panelButton(ben.page, 'chat').click();
  await agreed('5-agreed');
  await end();
}
