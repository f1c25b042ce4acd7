import { expect } from '@playwright/test';
import { logOf, only, records, rests } from '../../journeys/party.ts';
import { type Consent, isAsked, lists, warnsOfWaiting } from '../consent-journey.ts';
import { coversNothing } from '../covers.ts';
import { enter, toolbarButton } from './enter.ts';
import { JitsiRoom } from './stand-in.ts';

export const consent: Consent<JitsiRoom> = {
  id: 'jitsi',
  room: () => new JitsiRoom(),
  looks: [
    {
      title: 'the page in en',
      enter: (room, name) => enter(room, { name, lang: 'en' }),
      listed: {
        what: 'everybody is listed with every panel closed, and a shared screen is nobody',
        async does(stage) {
          await stage.room.presents(stage.cem);
          await lists(stage.host, 3);
          await warnsOfWaiting(stage);
        },
      },
      async asked({ ben }) {
        await toolbarButton(ben.page, 'chat').click();
      },
      async recording({ host, ben }) {
        await toolbarButton(ben.page, 'participants').click();
        await coversNothing(ben.page);
        const read = only(await logOf(host), 'roster-read').at(-1);
        expect(read).toMatchObject({ source: 'api', completeness: 'complete', counter: 3 });
      },
      newcomer: {
        what: 'whoever comes later stops it at once, and it goes on when they have agreed',
        async does({ room, host }) {
          const dia = await room.joins('Dia');
          await rests(host, 'Waiting for 1 of 4');
          await isAsked(room, 2);
          await room.says(dia, 'I agree');
          await records(host);
        },
      },
    },
  ],
};
