import { ask } from '../../journeys/panel.ts';
import { arm, LONG } from '../../journeys/party.ts';
import { LOOKS, shooting } from '../shooting.ts';
import { enter, panelButton, view } from './enter.ts';
import { WebexRoom } from './stand-in.ts';

for (const look of LOOKS) {
  const room = new WebexRoom();
  const host = await arm(await enter(room, { ...look, name: 'Ada', hl: look.language }));
  const ben = await enter(room, { ...look, name: 'Ben', hl: look.language });
  await room.joins('Cem');
  const { shoot, agreed, end } = shooting('webex', look, { host, ben });
  await shoot('1-call');
  await panelButton(host.page, 'people').click();
  for (const { page } of [host, ben]) await panelButton(page, 'chat').click();
  await ask(host);
  await view(host.page).getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
  await shoot('2-asked');
  await panelButton(ben.page, 'people').click();
  await shoot('3-both-while-asked');
  await agreed('4-agreed');
  await end();
}
