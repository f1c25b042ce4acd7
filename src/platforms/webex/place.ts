import type { Place } from '../../model/roster.ts';
import { first, isShown } from '../page/first.ts';

/** Addresses of meetings; what identifies one is in them. Everything else on webex.com may be a page like any other. Grade 3. */
const ROOM = /^\/meet\/[^/]+/;
const JOIN = /\/j\.php$/;
const SERVICE = /^\/wbxmjs\/joinservice\/sites\/[^/]+\/meeting\/[^/]+\/[^/]+/;

/** Only in the call. Grade 3, so two of them must agree; leaving, microphone and camera have their buttons before it too. */
const CALL = [
  '[data-test="grid-layout"]',
  '[data-test="participants-toggle-button"]',
  '[data-test="in-meeting-chat-toggle-button"]',
  '[data-test="raise-hand-button"]',
  '[data-test="leave-button"]',
];
/** Before it. Grade 3. */
const BEFORE = ['[data-test="call_lobby_content"]', '[data-test="join-button"]'];

/** Preview, lobby, call and end have one address, and are in a frame of it. */
export class Whereabouts {
  private id: string | null = null;
  private wasIn = false;

  constructor(
    private readonly page: Document,
    private readonly view: () => Document,
  ) {}

  /** The address is remembered from the first page of a meeting on: the client takes parts of it away. */
  meeting(): string | null {
    const found = addressOf(this.page.location);
    if (found !== null && found !== this.id) {
      this.id = found;
      this.wasIn = false;
    }
    // A call at an address that we do not know is named by its host.
    if (this.id === null && this.inCall()) this.id = this.page.location.hostname;
    return this.id;
  }

  place(): Place {
    if (this.meeting() === null) return 'elsewhere';
    if (this.inCall()) {
      this.wasIn = true;
      return 'call';
    }
    // Words would depend on the language: who was in the call and sees nothing of it any more has left.
    return this.wasIn ? 'left' : 'lobby';
  }

  private inCall(): boolean {
    const view = this.view();
    const before = first(view, BEFORE);
    if (before && isShown(before)) return false;
    return CALL.filter((selector) => view.querySelector(selector)).length > 1;
  }
}

function addressOf({ hostname, pathname, search }: Location): string | null {
  const room = ROOM.exec(pathname)?.[0] ?? SERVICE.exec(pathname)?.[0];
  if (room) return `${hostname}${room}`;
  const number = JOIN.test(pathname) ? new URLSearchParams(search).get('MTID') : null;
  return number && `${hostname}/${number.slice(0, 80)}`;
}
