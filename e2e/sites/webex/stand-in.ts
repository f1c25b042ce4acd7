import { StandInRoom } from '../stand-in.ts';
import type { Switches } from './room.ts';

const ORIGIN = 'https://acme.webex.com';

/** No fact says that Webex enforces Trusted Types. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' blob: mediastream:",
  "frame-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** A meeting on the stand-in for Webex. */
export class WebexRoom extends StandInRoom<Switches> {
  constructor() {
    super({
      origin: ORIGIN,
      policy: POLICY,
      pages: new URL('./page', import.meta.url),
      memberId: (number) => `member-${number}`,
    });
  }

  /** hl: the language of the page. joinAs: straight into the call. */
  url(query: Readonly<Record<string, string>> = {}): string {
    const search = new URLSearchParams(query).toString();
    return `${ORIGIN}/meet/ada${search && `?${search}`}`;
  }
}
