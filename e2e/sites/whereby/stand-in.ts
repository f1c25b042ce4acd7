import type { Guest } from '../../journeys/party.ts';
import { enter } from '../generic/stand-in.ts';

const SITE = 'https://whereby.com';

/** A browser with the extension, in the lobby of a room. */
export const enterRoom = (path = '/monday'): Promise<Guest> => enter({ site: SITE, path });
