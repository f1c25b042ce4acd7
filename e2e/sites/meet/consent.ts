import { expect } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { act } from '../../journeys/panel.ts';
import { LONG, rests } from '../../journeys/party.ts';
import {
  type Consent,
  confirms,
  isAsked,
  type Look,
  lists,
  recordsOnWord,
  warnsOfWaiting,
} from '../consent-journey.ts';
import { coversNothing } from '../covers.ts';
import { enter, panelButton } from './enter.ts';
import { MeetRoom } from './stand-in.ts';

type OnMeet = Look<MeetRoom>;

const newcomer: OnMeet['newcomer'] = {
  what: 'whoever comes later stops it at once, and it goes on when they have agreed and the list is confirmed',
  async does({ room, host }) {
    const dia = await room.joins('Dia');
    await rests(host, /./);
    await expect(host.panel.getByText('Dia').first()).toBeVisible({ timeout: LONG });
    await isAsked(room, 2);
    await room.says(dia, 'I agree');
    await act(host.panel, 'This list is complete');
    await recordsOnWord(host);
  },
};

const recording: OnMeet['recording'] = async ({ ben }) => {
  await panelButton(ben.page, 'people').click();
  await coversNothing(ben.page);
  await panelButton(ben.page, 'chat').click();
};

const byHand: OnMeet['listed'] = {
  what: 'the list is read while People is open, and confirmed with one click when the chat is',
  async does(stage) {
    const { host, ben } = stage;
    await panelButton(host.page, 'people').click();
    await lists(host, 3);
    await expect(host.panel.getByText('Open the chat in the meeting page', { exact: false })).toBeVisible({
      timeout: LONG,
    });
    await warnsOfWaiting(stage);
    await panelButton(host.page, 'chat').click();
    await panelButton(ben.page, 'chat').click();
    await expect(host.panel.getByText('people who wait to be let in', { exact: false })).toHaveCount(0, {
      timeout: LONG,
    });
    await confirms(host);
  },
};

const byUs: OnMeet['listed'] = {
  what: 'the tiles show everybody; one click in our panel opens the chat, by Meet’s own button',
  async does({ host, ben }) {
    await panelButton(ben.page, 'chat').click();
    const open = host.panel.getByRole('button', { name: en['open.chat'] });
    await open.click({ timeout: LONG });
    await expect(panelButton(host.page, 'chat')).toHaveAttribute('aria-pressed', 'true', { timeout: LONG });
    await lists(host, 3);
    await confirms(host);
    await expect(open).toHaveCount(0);
  },
};

export const consent: Consent<MeetRoom> = {
  id: 'meet',
  room: () => new MeetRoom(),
  looks: ['en', 'ar', 'ja'].map((hl) => ({
    title: `the page in ${hl}`,
    enter: (room, name) => enter(room, { name, hl }),
    listed: hl === 'ja' ? byUs : byHand,
    recording,
    newcomer,
  })),
};
