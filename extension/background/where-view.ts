import { placedIn } from '../../src/consent/invitation-place.ts';
import type { WhereView } from '../../src/model/banner.ts';
import type { Invitation } from '../../src/model/invitation.ts';
import { nameOfPlace, placesIn } from '../../src/session/places.ts';
import { whereWordsOf } from '../../src/ui/words/where.ts';

/**
 * What the banner shows of where its reader is. accounts: the site shows who is the same in its next meeting. own: the place from their settings, to begin with; listed: the list was asked for.
 */
export function whereView(
  rows: readonly Invitation[],
  language: string,
  own: string | null,
  listed: boolean,
  accounts: boolean,
): WhereView {
  const words = whereWordsOf(language);
  const placed = placedIn(rows);
  const name = placed ? nameOfPlace(language, placed.place) : '';
  return {
    line: placed?.state === 'said' ? words.said.replace('{place}', name) : words.title,
    why: words.why,
    choose: words.choose,
    keep: words.keep,
    allow: accounts ? words.allow : '',
    say: words.say,
    note: placed?.state === 'posting' ? words.posting : placed?.state === 'not-said' ? words.notSaid : '',
    busy: placed?.state === 'posting',
    chosen: placed?.place ?? own ?? '',
    places: listed ? placesIn(language) : null,
  };
}
