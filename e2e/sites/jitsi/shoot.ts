import { ask } from '../../journeys/panel.ts';
import { arm } from '../../journeys/party.ts';
import { LOOKS, shooting } from '../shooting.ts';
import { enter, toolbarButton } from './enter.ts';
import { JitsiRoom } from './stand-in.ts';

for (const look of LOOKS) {
  const { language: lang } = look;
  const room = new JitsiRoom();
  const host = await arm(await enter(room, { ...look, name: 'Ada', lang }));
  const ben = await enter(room, { ...look, name: 'Ben', lang });
  await room.joins('Cem');
  await room.waits('Eve');
  const { shoot, agreed, end } = shooting('jitsi', look, { host, ben });
  await shoot('1-call');
  await ask(host);
  await shoot('2-asked');
  await toolbarButton(ben.page, 'chat').click();
  await shoot('3-chat');
  await toolbarButton(ben.page, 'participants').click();
  await shoot('4-chat-and-people');
  await agreed('5-agreed');
  await end();
}
