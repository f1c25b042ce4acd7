import type { PageView, Sense } from '../../src/model/panel.ts';
import { FACTS } from '../../src/platforms/facts.ts';
import { isListed, platformById } from '../../src/platforms/registry.ts';
import { selfTest } from '../../src/session/self-test.ts';
import type { MeetingTab } from './meeting.ts';
import { siteOf } from './sites.ts';

/** What the page of a tab lets us do: by what is known of its site, and by what works there now. */
export async function pageView(meeting: MeetingTab, worked: Set<Sense>): Promise<PageView | null> {
  const platform = platformById(meeting.platform);
  const known = FACTS[meeting.platform];
  if (!platform || !known) return null;
  return {
    list: isListedByHost(meeting.platform) ? 'host' : 'page',
    chat: platform.chatLimit !== null,
    opens: platform.opens ?? null,
    composer: meeting.composer,
    site: isListed(meeting.origin) ? null : await siteOf(meeting.origin),
    test: selfTest(
      {
        software: `ask-to-record ${chrome.runtime.getManifest().version}`,
        platform: platform.id,
        place: meeting.place,
        readable: meeting.readable,
        mute: meeting.mute,
        state: meeting.session?.state ?? null,
        known,
      },
      worked,
    ),
  };
}

/** Where no adapter can read who is here, the host writes it down. */
export function isListedByHost(platform: string): boolean {
  return FACTS[platform]?.people.how === 'host';
}
