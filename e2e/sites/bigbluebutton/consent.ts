import { expect } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { presses, reads } from '../../journeys/banner.ts';
import { act } from '../../journeys/panel.ts';
import { arm, HISTORY_MS, LONG, logOf, only, openPanel, press, records, rests, says } from '../../journeys/party.ts';
import {
  type Consent,
  confirms,
  isAsked,
  type Look,
  lists,
  questions,
  recordsOnWord,
  warnsOfWaiting,
} from '../consent-journey.ts';
import { notesYes } from '../generic/host-list.ts';
import { enter, panelButton } from './enter.ts';
import { BigBlueButtonRoom } from './stand-in.ts';

type OnBigBlueButton = Look<BigBlueButtonRoom>;

/** No manifest names the host. */
const comes: OnBigBlueButton['listed']['does'] = async ({ host, ben }) => {
  await says(host, 'No meeting here');
  await host.page.bringToFront();
  await press(host);
  await arm(ben);
  // Our script has come with the press, and for it the chat begins there.
  await ben.page.waitForTimeout(HISTORY_MS);
  await ben.page.bringToFront();
};

const keepsSite: OnBigBlueButton['listed']['does'] = async ({ host }) => {
  await expect(host.panel.getByRole('button', { name: 'Always be ready on bbb.example' })).toBeVisible();
};

/** List and chat stand beside each other. */
const beside: OnBigBlueButton = {
  title: 'version 3.0 in en',
  enter: (room, name) => enter(room, { name, lang: 'en', v: '3.0' }),
  panel: openPanel,
  listed: {
    what: 'nothing of ours is in the page before the toolbar button is pressed; then the list is read',
    async does(stage) {
      await comes(stage);
      await lists(stage.host, 3);
      await warnsOfWaiting(stage);
      await keepsSite(stage);
    },
  },
  newcomer: {
    what: 'whoever comes later, by phone, stops it at once, and it goes on when they have agreed aloud',
    async does({ room, host }) {
      await room.joins('030 1234');
      await rests(host, /./);
      await lists(host, 4);
      await notesYes(host, '030 1234');
      await records(host);
    },
  },
};

/** One makes way for the other; the count stays on a button. */
const instead: OnBigBlueButton = {
  title: 'version 3.1 in ar',
  enter: (room, name) => enter(room, { name, lang: 'ar', v: '3.1' }),
  panel: openPanel,
  listed: {
    what: 'nothing of ours is in the page before the toolbar button is pressed; then one click reads the list and opens the chat',
    async does(stage) {
      await comes(stage);
      const { host, ben } = stage;
      await act(host.panel, en['open.list-then-chat']);
      await expect(host.page.locator('textarea#message-input')).toBeVisible({ timeout: LONG });
      await lists(host, 3);
      await keepsSite(stage);
      await panelButton(ben.page, 'chat').click();
      await confirms(host);
    },
  },
  newcomer: {
    what: 'whoever comes later, by phone, stops it at once; who had agreed is asked anew and told why',
    async does({ room, host, ben, cem }) {
      const before = questions(room);
      await room.joins('030 1234');
      await rests(host, /./);
      await panelButton(host.page, 'users').click();
      await lists(host, 4);
      await notesYes(host, '030 1234');
      // The list was closed while the count moved: one Ben may have left and another one come, so everybody is asked anew.
      await panelButton(host.page, 'chat').click();
      await confirms(host);
      // The question goes into the chat once it is open again; a yes that comes sooner would be for the one before.
      await isAsked(room, before + 1);
      await room.says(cem, 'I agree');
      await reads(ben, 'You are asked again');
      await presses(ben, 'Agree');
      await recordsOnWord(host);
      expect(only(await logOf(host), 'answered').at(-1)).toMatchObject({ grade: 'signed' });
    },
  },
};

export const consent: Consent<BigBlueButtonRoom> = {
  id: 'bigbluebutton',
  room: () => new BigBlueButtonRoom(),
  looks: [beside, instead],
};
