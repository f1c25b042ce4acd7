/**
 * "I, Ana Alvarez, agree in writing": what somebody without our banner writes into the chat where the law wants it in writing. The whole line, and
 * nothing else; a name in it is what makes it a declaration instead of a word said in passing.
 */
const IN_WRITING = /^I\s*,\s*(\S[^,\n]{0,198}?)\s*,\s*agree in writing\s*[.!]?$/iu;

/** The name under which a line agrees in writing, as it was written, or null when it does not. */
export function nameInWriting(words: string): string | null {
  return IN_WRITING.exec(words.normalize('NFKC').trim())?.[1] ?? null;
}

/** The whole name as the list of people shows it; an empty one is nobody's. */
export function isName(written: string, name: string): boolean {
  return plain(written) !== '' && plain(written) === plain(name);
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
