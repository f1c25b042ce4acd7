import { mkdirSync } from 'node:fs';
import { presses } from '../journeys/banner.ts';
import type { Guest, Host } from '../journeys/party.ts';
import { covered, NO_BANNER } from './covers.ts';
import type { Appearance } from './enter.ts';

/** The banner looks once a second whether it is in the way, ms. */
const SETTLED_MS = 2500;

export interface Look extends Appearance {
  /** Of the stand-in's page. */
  readonly language: string;
}

/** In which each stand-in is shot: light, dark and narrow, and read from the right. */
export const LOOKS: readonly Look[] = [
  { language: 'en', colorScheme: 'light' },
  { language: 'ar', colorScheme: 'dark' },
  { language: 'en', colorScheme: 'dark', width: 800 },
];

export interface Shooting {
  readonly host: Host;
  /** With the extension, where the site has a chat in which they can be asked. */
  readonly ben?: Guest;
}

/**
 * Pictures of banner and panel on a stand-in, to be looked at. `npx tsx e2e/sites/<site>/shoot.ts` writes out/sites/<site>/*.png, and says
 * which controls of the site a banner lies on.
 */
export function shooting(site: string, { language, colorScheme = 'light', width }: Look, { host, ben }: Shooting) {
  const folder = `out/sites/${site}`;
  mkdirSync(folder, { recursive: true });
  const name = (what: string, of: string) =>
    `${folder}/${what}-${[language, colorScheme, width].filter(Boolean).join('-')}-${of}.png`;
  const shoot = async (what: string) => {
    await host.page.waitForTimeout(SETTLED_MS);
    await host.page.screenshot({ path: name(what, 'meeting') });
    await host.panel.screenshot({ path: name(what, 'panel'), fullPage: true });
    if (!ben) return;
    await ben.page.screenshot({ path: name(what, 'guest') });
    // Before anybody is asked there is none.
    const controls = (await covered(ben.page)).filter((control) => control !== NO_BANNER);
    for (const control of controls) console.log(name(what, 'guest'), 'covers', control);
  };
  /** The banner as it stays while it records: a mark. */
  const agreed = async (what: string) => {
    if (!ben) return;
    await presses(ben, 'Agree');
    await shoot(what);
  };
  const end = () => Promise.all([host.context.close(), ben?.context.close()]);
  return { shoot, agreed, end };
}
