import { NAME_MAX } from '../../model/roster.ts';
import { isShown } from '../page/first.ts';
import type { SitePerson } from '../platform.ts';
import { findAll } from './views.ts';

/** A row says by these whether its person is in the call; the name follows. Which of the first two depends on the address. Grade 2. */
const IN = ['participantsInCall-', 'attendeesInMeeting-'];
const OUT = ['participantsFromThread-', 'participantsInLobby-'];
const WAITING = '[data-tid^="participantsInLobby-"]';
const KINDS = [...IN, ...OUT];
const MARKED = KINDS.map((prefix) => `[data-tid^="${prefix}"]`).join();
export const ROW = `[data-cid="roster-participant"],${MARKED}`;
/** Both end with the site's own id of the account, `8:orgid:…`, `8:live:…`. Grade 3, seen 2026-08; anything else there is no id. */
const IDS = ['calling-roster-item-', 'roster-avatar-img-'];
const ID = /^\d{1,2}:\S{2,280}$/u;
/** Grade 2. */
const ORGANISER = '[data-tid="ts-roster-organizer-status"]';

export interface Row extends SitePerson {
  /** The name as it is compared. */
  readonly plain: string;
  /** false: the row does not say whether its person is in the call. They are taken to be, and the list is not taken for whole. */
  readonly sure: boolean;
}

/** The rows of the open people panel that are not of invited people or of the lobby; none while it is closed. */
export function listed(all: readonly Document[]): Row[] {
  return findAll(all, ROW).flatMap((row) => {
    // A row and its wrapper may both be marked: the outermost one is the row.
    if (row.parentElement?.closest(ROW) || !isShown(row.closest('[role="tree"]') ?? row)) return [];
    const mark = (row.matches(MARKED) ? row : row.querySelector(MARKED))?.getAttribute('data-tid') ?? '';
    const kind = KINDS.find((prefix) => mark.startsWith(prefix)) ?? '';
    if (OUT.includes(kind)) return [];
    const name = mark.slice(kind.length).trim() || shownName(row);
    const host = row.querySelector(ORGANISER) ? true : null;
    return [{ id: idOf(row), name, plain: bare(name), self: false, host, sure: kind !== '' }];
  });
}

/** Who asks to be let in, for those who may let them in, is on the screen. */
export function showsWaiting(all: readonly Document[]): boolean {
  return findAll(all, WAITING).some(isShown);
}

function idOf(row: Element): string | null {
  for (const prefix of IDS) {
    const marked = row.id.startsWith(prefix) ? row : row.querySelector(`[id^="${prefix}"]`);
    const id = marked?.id.slice(prefix.length) ?? '';
    if (ID.test(id)) return id;
  }
  return null;
}

function shownName(row: Element): string {
  const titled = row.querySelector('span[title]')?.getAttribute('title');
  const beside = row.querySelector('[id^="roster-avatar-img-"]')?.textContent;
  return (titled || beside || row.getAttribute('aria-label') || '').trim();
}

/** A name without what the page adds: "(Guest)", "(Unverified)", "(External)", in any language. Only for telling whether two are the same. */
export function bare(name: string): string {
  return name
    .slice(0, NAME_MAX)
    .normalize('NFKC')
    .replace(/\s*\([^()]*\)\s*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Names of the pictures on the stage: as many people as it has room for, never oneself. What is shared is a picture too. Grade 2. */
export function onStage(all: readonly Document[]): string[] {
  return findAll(all, '[data-cid="calling-participant-stream"]').flatMap((tile) => {
    const kind = tile.getAttribute('data-stream-type') ?? 'Video';
    const name = tile.querySelector('[data-tid="participant-info-nametag"]')?.textContent.trim();
    return name && kind === 'Video' && isShown(tile) && tile.clientWidth > 0 ? [name] : [];
  });
}
