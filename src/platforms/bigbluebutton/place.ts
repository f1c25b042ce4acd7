import type { Place } from '../../model/roster.ts';
import { first } from '../page/first.ts';

/** What only a call has: its navigation, its list, its chat, the button for leaving. Grade 1; names of versions 2.7 to 3.1. */
const CALL = [
  '[data-test="leaveMeetingDropdown"]',
  '[data-test="usersListSidebarButton"]',
  '[data-test="toggleSidebarNavigation"]',
  '[data-test="userListPanel"]',
  '[data-test="userListItemCurrent"]',
  '[data-test="chatMessages"]',
  '[data-test="optionsButton"]',
  'textarea#message-input',
];
/** Waiting to be let in, on the page of its own or in the client. Grade 1. */
const LOBBY = ['[data-test="guestMessage"]', '[data-test="preFlightGuestRoom"]'];
/** Ended by somebody, left, or removed; then what stands there when one cannot get in. Grade 1. */
const OVER = [
  '[data-test="meetingEndedModal"]',
  '[data-test="meetingEndedModalTitle"]',
  '[data-test="errorScreenMessage"]',
];

/** The client has one address for lobby, call and end. */
export class Whereabouts {
  private id: string | null = null;
  private wasIn = false;

  constructor(private readonly page: Document) {}

  /**
   * A join has an address with a token of its own, which opens the meeting to whoever has it: a half of it tells joins apart and opens nothing.
   * Who comes again by another link is in another meeting: they are asked again.
   */
  meeting(): string {
    const { location } = this.page;
    const token = new URLSearchParams(location.search).get('sessionToken') ?? '';
    this.id ??= `${location.hostname}/${token.slice(0, Math.min(8, token.length / 2))}`;
    return this.id;
  }

  place(): Place {
    const { page } = this;
    if (first(page, OVER)) return this.wasIn ? 'left' : 'elsewhere';
    if (first(page, LOBBY)) return 'lobby';
    if (first(page, CALL)) {
      this.wasIn = true;
      return 'call';
    }
    return this.wasIn ? 'left' : 'lobby';
  }
}
