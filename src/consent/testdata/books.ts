import { PHRASE_BOOKS } from '../phrases/registry.ts';

/** The books of one language each: all but the one of languages that have none. */
export const BOOKS = PHRASE_BOOKS.filter(({ language }) => language !== 'und');
export const LANGUAGES: readonly string[] = BOOKS.map(({ language }) => language);
