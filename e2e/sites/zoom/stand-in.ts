import { StandInRoom } from '../stand-in.ts';
import type { Switches } from './room.ts';

const NUMBER = '81234567890';
const ORIGIN = 'https://app.zoom.us';

/** No fact says that Zoom enforces Trusted Types. */
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

/** A meeting on the stand-in for Zoom's web client. */
export class ZoomRoom extends StandInRoom<Switches> {
  constructor() {
    super({
      origin: ORIGIN,
      policy: POLICY,
      pages: new URL('./page', import.meta.url),
      memberId: (number) => String(16_778_240 + number * 1024),
    });
  }

  /** Who writes to one person needs to know them. */
  idOf(name: string): string {
    return this.state.members.find((member) => member.name === name)?.id ?? '';
  }

  /** hl: the language of the page. joinAs: straight into the call. wait: into the waiting room before it. `start` has a frame, `join` has none. */
  url(query: Readonly<Record<string, string>> = {}, entrance: 'start' | 'join' = 'start'): string {
    const search = new URLSearchParams(query).toString();
    return `${ORIGIN}/wc/${NUMBER}/${entrance}${search && `?${search}`}`;
  }
}
