import { generic } from './generic.ts';
import type { Platform } from './platform.ts';

/**
 * Whereby, of whose page nothing is known that still holds: a page like any other, whose rooms are known by their address. It is here so
 * that the panel is ready when a room opens.
 */
export const whereby: Platform = {
  ...generic,
  id: 'whereby',
  matches: ['https://*.whereby.com/*'],
  open(page) {
    const site = generic.open(page);
    const inRoom = () => room(page) !== null;
    return {
      ...site,
      place: () => (inRoom() ? site.place() : 'elsewhere'),
      meeting: () => room(page),
    };
  },
};

/** First parts of paths that are the site's own pages. */
const NO_ROOM = new Set(['information', 'user', 'org']);

/** One part of a path is a room; the same name under another organisation is another room. */
function room({ location }: Document): string | null {
  const name = /^\/([^/]+)\/?$/.exec(location.pathname)?.[1];
  return name === undefined || NO_ROOM.has(name) ? null : `${location.hostname}/${name}`;
}
