import { StandInRoom } from '../stand-in.ts';
import type { Switches } from './room.ts';

const ORIGIN = 'https://teams.microsoft.com';
export const THREAD = '19:meeting_c3RhbmQtaW4@thread.v2';

/** Teams enforces Trusted Types (facts of 2026-11); ours is as strict. The chat may be in a frame of its own origin. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** A meeting on the stand-in for Microsoft Teams. */
export class TeamsRoom extends StandInRoom<Switches> {
  constructor() {
    super({
      origin: ORIGIN,
      policy: POLICY,
      pages: new URL('./page', import.meta.url),
      memberId: (number) => `8:orgid:57a4d140-0000-4000-8000-${String(number).padStart(12, '0')}`,
    });
  }

  /** hl: the language of the page. joinAs: straight into the call. chat: `frame` puts the chat into one. rows: `live` has rows as `/meet/` has. */
  url(query: Readonly<Record<string, string>> = {}): string {
    const search = new URLSearchParams(query).toString();
    return `${ORIGIN}/l/meetup-join/${encodeURIComponent(THREAD)}/0${search && `?${search}`}`;
  }
}
