import type { ChatLine } from '../../model/chat.ts';
import { isShown } from '../page/first.ts';
import type { SitePerson, SiteRoster } from '../platform.ts';
import type { Reading } from './reading.ts';

/** All of it from Jitsi's source (grade 1), but of elements that only stand there while something is open. */
const LOBBY = '.premeeting-screen, .lobby-screen, [data-testid^="lobby."], [data-testid="prejoin.joinMeeting"]';
export const HANGUP = '.hangup-button';
const ROW = '#participants-pane [id^="participant-item-"]';
const CHAT = '#chatconversation';

/**
 * What can be read without the page's store. The toolbar's button for leaving is there in the call only; the screens before it have
 * none.
 */
export function placeInDom(page: Document): Reading['place'] {
  if (page.querySelector(LOBBY)) return 'lobby';
  return page.querySelector(HANGUP) ? 'call' : 'out';
}

/**
 * Never whole: there is no counter, and which row is one's own is told only in words. So nobody records on the word of these rows.
 *
 * @param known whom the store had while it was there, by id
 */
export function rosterInDom(page: Document, known: ReadonlyMap<string | null, SitePerson>): SiteRoster {
  const rows = [...page.querySelectorAll(ROW)].filter(isShown);
  const people = rows.map((row): SitePerson => {
    const id = row.id.slice('participant-item-'.length);
    const name = page.getElementById(`participant_${id}_name`)?.textContent ?? row.textContent;
    return known.get(id) ?? { id: id || null, name: name.trim(), self: false, host: null };
  });
  return { people, completeness: people.length > 0 ? 'partial' : 'unknown', counter: null, source: 'dom', aside: 0 };
}

/** null while the chat is closed. The sender stands on the first message of a run. */
export function chatInDom(page: Document): ChatLine[] | null {
  const list = page.querySelector(CHAT);
  if (!list || !isShown(list)) return null;
  let name: string | null = null;
  return [...list.querySelectorAll('.chatmessage')]
    .filter((message) => !message.matches('.error'))
    .map((message) => {
      name = message.querySelector('.display-name')?.textContent ?? name;
      const self = message.matches('.local');
      const text = (message.querySelector('.usermessage') ?? message).textContent;
      const wrapper = message.closest('[id]');
      return {
        id: wrapper && wrapper !== list && list.contains(wrapper) ? wrapper.id : null,
        sender: { id: null, name: self ? null : name, self },
        text,
        edited: false,
      };
    });
}
