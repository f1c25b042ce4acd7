import { StandInRoom } from '../stand-in.ts';
import type { Switches } from './room.ts';

/** Any host will do: BigBlueButton runs on its users' own. */
export const SITE = 'https://bbb.example';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' blob: mediastream:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A meeting on the stand-in for BigBlueButton. */
export class BigBlueButtonRoom extends StandInRoom<Switches> {
  constructor() {
    super({
      origin: SITE,
      policy: POLICY,
      pages: new URL('./page', import.meta.url),
      memberId: (number) => `w_${number}`,
    });
  }

  /** Everybody has a link of their own. lang: the language of the page; v: the client's version; joinAs: straight into the call. */
  url(query: { readonly joinAs: string; readonly lang?: string; readonly v?: string }): string {
    const search = new URLSearchParams({ sessionToken: `${query.joinAs.toLowerCase()}q8fkw2hs7yz1`, ...query });
    return `${SITE}/html5client/?${search}`;
  }
}
