import { type Review, searchedIn } from './review.ts';

/** As much as one line of a list can show, characters. */
const EXCERPT = 90;

/** Words of a search: each must be found, somewhere in one note or score card, without regard to capitals. */
export function wordsIn(query: string): string[] {
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** What is found in the first review that has all of the words: a piece of it around the first one. null: in none. */
export function hitIn(reviews: readonly Review[], query: string): string | null {
  const words = wordsIn(query);
  if (words.length === 0) return null;
  for (const review of reviews) {
    const text = searchedIn(review).replace(/\s+/g, ' ').trim();
    const folded = text.toLocaleLowerCase();
    if (words.every((word) => folded.includes(word))) return around(text, folded.indexOf(words[0] ?? ''));
  }
  return null;
}

/** No character is cut in two: letters outside of the first plane take two units. */
function around(text: string, at: number): string {
  const letters = [...text];
  if (letters.length <= EXCERPT) return text;
  const place = [...text.slice(0, at)].length;
  const from = Math.max(0, Math.min(place - EXCERPT / 3, letters.length - EXCERPT));
  const piece = letters.slice(from, from + EXCERPT).join('');
  return `${from > 0 ? '…' : ''}${piece}${from + EXCERPT < letters.length ? '…' : ''}`;
}
