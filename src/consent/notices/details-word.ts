import { plain } from '../phrases/plain.ts';
import { WORDINGS } from './registry.ts';

/**
 * In which language somebody asks for the whole notice: the message is the word for it that the notice names, in one of our languages;
 * null when it is not. Languages share that word: those in which the question was posted come first.
 */
export function detailsWantedIn(text: string, posted: readonly string[]): string | null {
  if (text.length > 100) return null;
  const said = plain(text, SCRIPT);
  const rank = ({ language }: { readonly language: string }) => {
    const at = posted.indexOf(language);
    return at < 0 ? posted.length : at;
  };
  const meant = WORDINGS.filter(({ detailsWord }) => plain(detailsWord, SCRIPT) === said);
  return meant.toSorted((a, b) => rank(a) - rank(b))[0]?.language ?? null;
}

const SCRIPT = { latin: true, unspaced: true };
