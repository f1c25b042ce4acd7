/**
 * Whether a chat text can carry one of our tags. Cheap and without imports: the content script asks this of every line.
 * `true` promises nothing; `splitPost` reads.
 */
export function mightCarryTag(text: string): boolean {
  return /\[atr\d/i.test(text);
}
