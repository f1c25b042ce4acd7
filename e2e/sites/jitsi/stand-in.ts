import { StandInRoom } from '../stand-in.ts';
import type { Switches } from './room.ts';

const ORIGIN = 'https://meet.jit.si';

/** The stock server sends no policy; ours only keeps the page from loading anything. */
const POLICY = ["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'"].join('; ');

/** A meeting on the stand-in for Jitsi Meet, on its own host or on anybody's. */
export class JitsiRoom extends StandInRoom<Switches> {
  constructor(private readonly at = ORIGIN) {
    super({
      origin: at,
      policy: POLICY,
      pages: new URL('./page', import.meta.url),
      // Eight hexadecimal digits, new at every join.
      memberId: (number) => (0xa0000000 + number).toString(16),
    });
  }

  /** lang: the language of the page. joinAs: straight into the call. */
  url(query: Readonly<Record<string, string>> = {}): string {
    const search = new URLSearchParams(query).toString();
    return `${this.at}/ConsentMeeting${search && `?${search}`}`;
  }
}
