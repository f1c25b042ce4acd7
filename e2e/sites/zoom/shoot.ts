import { ask } from '../../journeys/panel.ts';
import { arm, LONG } from '../../journeys/party.ts';
import { LOOKS, shooting } from '../shooting.ts';
import { enter, panelButton, view } from './enter.ts';
import { ZoomRoom } from './stand-in.ts';

for (const look of LOOKS) {
  const room = new ZoomRoom();
  const host = await arm(await enter(room, { ...look, name: 'Ada', hl: look.language }));
  const ben = await enter(room, { ...look, name: 'Ben', hl: look.language });
  const cem = await room.joins('Cem');
  await room.waits('Eve');
  const { shoot, agreed, end } = shooting('zoom', look, { host, ben });
  await panelButton(host.page, 'participant').click();
  await panelButton(host.page, 'chat').click();
  await room.says(cem, 'psst', room.idOf('Ada'));
  await shoot('1-both');
  await panelButton(ben.page, 'chat').click();
  await ask(host);
  await view(ben.page).getByText('May we record this meeting?').last().waitFor({ timeout: LONG });
  await shoot('2-asked');
  await panelButton(ben.page, 'participant').click();
  await shoot('3-both-while-asked');
  await agreed('4-agreed');
  await end();
}
