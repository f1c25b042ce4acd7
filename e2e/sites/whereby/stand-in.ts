import type { Guest } from '../../journeys/party.ts';
import type { Appearance } from '../enter.ts';
import { enter } from '../generic/stand-in.ts';

const SITE = 'https://whereby.com';

/** A browser with the extension, in the lobby of a room. */
export const enterRoom = (path = '/monday', look: Appearance = {}): Promise<Guest> =>
  enter({ ...look, site: SITE, path });
