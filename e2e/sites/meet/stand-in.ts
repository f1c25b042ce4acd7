import type { BrowserContext } from 'playwright';
import { pageAssets } from '../bundle.ts';
import { StandInRoom } from '../stand-in.ts';
import type { Switches } from './room.ts';

const CODE = 'abc-defg-hij';
const ORIGIN = 'https://meet.google.com';

/** Meet enforces Trusted Types (facts of 2026-11); ours is as strict. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' blob: mediastream:",
  'frame-src https://chat.google.com',
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types goog#html',
].join('; ');

const CHAT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'frame-ancestors https://meet.google.com',
  "require-trusted-types-for 'script'",
  'trusted-types goog#html',
].join('; ');

/** A meeting on the stand-in for Google Meet. */
export class MeetRoom extends StandInRoom<Switches> {
  constructor() {
    super({
      origin: ORIGIN,
      policy: POLICY,
      pages: new URL('./page', import.meta.url),
      memberId: (number) => `spaces/stand-in/devices/${number}`,
    });
  }

  /** Google Chat is another site's: its frame has a page, a policy and a script of its own. */
  override async serve(context: BrowserContext): Promise<void> {
    await super.serve(context);
    const assets = await pageAssets(new URL('./chat-frame', import.meta.url));
    await context.route('https://chat.google.com/**', (route) => {
      const { pathname } = new URL(route.request().url());
      const asset = assets.get(pathname) ?? assets.get('/index.html');
      if (!asset) return route.fulfill({ status: 404 });
      const body = typeof asset.body === 'string' ? asset.body : Buffer.from(asset.body);
      return route.fulfill({ contentType: asset.type, headers: { 'content-security-policy': CHAT_POLICY }, body });
    });
  }

  /** Whoever has this name now. */
  ids(name: string): string[] {
    return this.state.members.filter((member) => member.name === name).map(({ id }) => id);
  }

  /** hl: the language of the page. joinAs: straight into the call. */
  url(query: Readonly<Record<string, string>> = {}): string {
    const search = new URLSearchParams(query).toString();
    return `${ORIGIN}/${CODE}${search && `?${search}`}`;
  }
}
