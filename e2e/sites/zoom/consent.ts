import { expect } from '@playwright/test';
import { en } from '../../../src/ui/words/en.ts';
import { act } from '../../journeys/panel.ts';
import { LONG, logOf, only, records, rests } from '../../journeys/party.ts';
import { type Consent, isAsked, type Look, lists } from '../consent-journey.ts';
import { enter, panelButton, view } from './enter.ts';
import { ZoomRoom } from './stand-in.ts';

const DRAFT = 'half a thought';

const side: Look<ZoomRoom>['listed'] = {
  what: 'people and chat stand side by side: the list is whole, and nobody need confirm it',
  async does({ host, ben }) {
    await panelButton(host.page, 'participant').click();
    await panelButton(host.page, 'chat').click();
    await panelButton(ben.page, 'chat').click();
    await lists(host, 3);
  },
};

/** Then the list is gone again, and what it said stands while Zoom's own count does. */
const byUs: Look<ZoomRoom>['listed'] = {
  what: 'one click in our panel reads the list and opens the chat, by Zoom’s own buttons, and the screen is left as it was otherwise',
  async does({ host, ben }) {
    await panelButton(ben.page, 'chat').click();
    await act(host.panel, en['open.list-then-chat']);
    await lists(host, 3);
    await expect(panelButton(host.page, 'chat')).toHaveAttribute('aria-expanded', 'true', { timeout: LONG });
    await expect(panelButton(host.page, 'participant')).toHaveAttribute('aria-expanded', 'false', { timeout: LONG });
    await act(host.panel, 'This list is complete');
    // From here on it stands beside the chat.
    await panelButton(host.page, 'participant').click();
    await lists(host, 3);
  },
};

export const consent: Consent<ZoomRoom> = {
  id: 'zoom',
  room: () => new ZoomRoom(),
  looks: ['en', 'ar'].map((hl) => ({
    title: `the page in ${hl}`,
    enter: (room, name) => enter(room, { name, hl }),
    listed: hl === 'en' ? side : byUs,
    async before({ host }) {
      await view(host.page).locator('.ProseMirror').fill(DRAFT);
    },
    async asked({ host }) {
      await expect(view(host.page).locator('.ProseMirror'), 'the host’s draft').toHaveText(DRAFT, { timeout: LONG });
    },
    async waiting({ host, room, cem }) {
      await room.says(cem, 'I agree', room.idOf('Ada'));
      await expect(host.panel.getByText('A private chat is on your screen.')).toBeVisible({ timeout: LONG });
      await rests(host, /./);
      const yeses = only(await logOf(host), 'answered');
      expect(yeses, 'the host’s and Ben’s: a yes to one person is nobody’s').toHaveLength(2);
    },
    newcomer: {
      what: 'whoever comes later stops it at once, and it goes on when they have agreed',
      async does({ room, host }) {
        const dia = await room.joins('Dia');
        await rests(host, /./);
        await expect(host.panel.locator('li.person', { hasText: 'Dia' }).first()).toBeVisible({ timeout: LONG });
        await isAsked(room, 2);
        await room.says(dia, 'I agree');
        await records(host);
      },
    },
  })),
};
