import { expect } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { act } from '../../journeys/panel.ts';
import { LONG, records, rests } from '../../journeys/party.ts';
import { type Consent, isAsked, type Look, lists } from '../consent-journey.ts';
import { enter, panelButton, view } from './enter.ts';
import { WebexRoom } from './stand-in.ts';

const byHand: Look<WebexRoom>['listed'] = {
  what: 'the list is read while it is open beside the chat',
  async does({ host, ben }) {
    await panelButton(host.page, 'people').click();
    await lists(host, 3);
    for (const { page } of [host, ben]) await panelButton(page, 'chat').click();
  },
};

const byUs: Look<WebexRoom>['listed'] = {
  what: 'one click in our panel opens list and chat, and both stay: Webex counts over the open list only',
  async does({ host, ben }) {
    await panelButton(ben.page, 'chat').click();
    await expect(host.panel.getByText(en['open.stays.why'])).toBeVisible({ timeout: LONG });
    await act(host.panel, en['open.list-then-chat']);
    await expect(view(host.page).locator('.participants-list-item')).toHaveCount(3, { timeout: LONG });
    await expect(view(host.page).locator('.ql-editor')).toBeVisible({ timeout: LONG });
    await lists(host, 3);
  },
};

export const consent: Consent<WebexRoom> = {
  id: 'webex',
  room: () => new WebexRoom(),
  looks: ['en', 'ar'].map((hl) => ({
    title: `the page in ${hl}`,
    enter: (room, name) => enter(room, { name, hl }),
    listed: hl === 'en' ? byHand : byUs,
    newcomer: {
      what: 'whoever comes later stops it at once, and it goes on when they have agreed',
      async does({ room, host }) {
        const dia = await room.joins('Dia');
        await rests(host, /./);
        await expect(host.panel.getByText('Dia').first()).toBeVisible({ timeout: LONG });
        await isAsked(room, 2);
        await room.says(dia, 'I agree');
        await records(host);
      },
    },
  })),
};
