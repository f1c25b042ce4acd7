import { expect } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { reads } from '../../journeys/banner.ts';
import { act } from '../../journeys/panel.ts';
import { LONG, logOf, only, rests } from '../../journeys/party.ts';
import { type Consent, confirms, isAsked, lists, recordsOnWord, warnsOfWaiting } from '../consent-journey.ts';
import { enter, railButton } from './enter.ts';
import { TeamsRoom } from './stand-in.ts';

/** The chat in the page, and in a frame. */
const QUERIES = [{ hl: 'en' }, { hl: 'ja', chat: 'frame', rows: 'live' }];

export const consent: Consent<TeamsRoom> = {
  id: 'teams',
  room: () => new TeamsRoom(),
  looks: QUERIES.map((query) => ({
    title: `the page in ${query.hl}`,
    enter: (room, name) => enter(room, { name, query }),
    listed: {
      what: 'the list is read while People is open, and confirmed with one click when the chat is',
      async does(stage) {
        const { host, ben } = stage;
        await railButton(host.page, 'people').click();
        await lists(host, 3);
        await warnsOfWaiting(stage);
        await railButton(host.page, 'chat').click();
        await railButton(ben.page, 'chat').click();
        await expect(host.panel.getByText('people who wait to be let in', { exact: false })).toHaveCount(0, {
          timeout: LONG,
        });
        await confirms(host);
      },
    },
    async recording({ host, ben }) {
      const joined = only(await logOf(host), 'participant-joined');
      expect(joined.every(({ self, stable }) => self || stable)).toBe(true);
      // The chat calls the host "Ada (Guest)", the list "Ada": she has not left.
      await railButton(ben.page, 'people').click();
      await ben.page.waitForTimeout(2500);
      await reads(ben, /^Recording$/m);
      await railButton(ben.page, 'chat').click();
    },
    newcomer: {
      what: 'whoever comes later stops it at once; one click reads the list anew, and it goes on when they have agreed',
      async does({ room, host }) {
        const dia = await room.joins('Dia');
        await rests(host, /./);
        await act(host.panel, en['open.list']);
        await expect(host.panel.getByText('Dia').first()).toBeVisible({ timeout: LONG });
        await isAsked(room, 2);
        await room.says(dia, 'I agree');
        await act(host.panel, 'This list is complete');
        await recordsOnWord(host);
      },
    },
  })),
};
