import { act, ask } from '../../journeys/panel.ts';
import { type Guest, openPanel, press, says } from '../../journeys/party.ts';
import type { Appearance } from '../enter.ts';
import { LOOKS, shooting } from '../shooting.ts';
import { notesYes, writeDown } from './host-list.ts';
import { happens, join } from './stand-in.ts';

/** Where the host writes the list and notes the answers: nobody else has a banner there, so it is the panel that is looked at. */
export async function shootCall(site: string, enter: (look: Appearance) => Promise<Guest>): Promise<void> {
  // One language: the page has no words that could matter.
  for (const look of LOOKS.filter(({ language }) => language === 'en')) {
    const host = await openPanel(await enter(look));
    const { shoot, end } = shooting(site, look, { host });
    await press(host);
    await says(host, 'No call seen here yet');
    await shoot('1-lobby');
    await join(host.page);
    for (const number of [1, 2]) await happens(host.page, 'comes', number);
    await says(host, 'Ready to ask');
    await shoot('2-call');
    await writeDown(host, 'Ben\nCem');
    await shoot('3-list');
    await ask(host);
    await shoot('4-asked');
    for (const name of ['Ben', 'Cem']) await notesYes(host, name);
    await says(host, /^Recording/);
    await shoot('5-recording');
    await act(host.panel, 'Pause');
    await says(host, /^Paused/);
    await shoot('6-paused');
    await end();
  }
}
