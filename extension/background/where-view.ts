import { placedIn } from '../../src/consent/invitation-place.ts';
import type { WhereView } from '../../src/model/banner.ts';
import type { Invitation, Placed } from '../../src/model/invitation.ts';
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
  const placed = placedIn(rows, 'placed');
  const lives = placedIn(rows, 'lives');
  const named = (of: Placed | null, line: string) =>
    of?.state === 'said' ? [line.replace('{place}', nameOfPlace(language, of.place))] : [];
  const said = [...named(placed, words.said), ...named(lives, words.lives)];
  const states = [placed?.state, lives?.state];
  const busy = states.includes('posting');
  // Where they live matters only beside where they are.
  const second = said.length > 0;
  return {
    line: said.join(' · ') || words.title,
    why: words.why,
    choose: words.choose,
    keep: words.keep,
    allow: accounts ? words.allow : '',
    say: words.say,
    livesWhy: second ? words.livesWhy : '',
    live: second ? words.live : '',
    note: busy ? words.posting : states.includes('not-said') ? words.notSaid : '',
    busy,
    chosen: placed?.place ?? own ?? '',
    places: listed ? placesIn(language) : null,
  };
}
