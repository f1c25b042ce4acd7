/** Zeros of the digits in which sites may count: Latin, Arabic, Persian, Devanagari, Bengali, full width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** The one whole number in a text, in any of these digits. Two numbers, or "3+", are no count. */
export function wholeNumber(text: string | null): number | null {
  const runs = text?.match(/\p{Nd}+/gu) ?? [];
  const [run] = runs;
  if (run === undefined || runs.length > 1 || run.length > 6 || text?.includes('+')) return null;
  let value = 0;
  for (const digit of run) {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((from) => code >= from && code < from + 10);
    if (zero === undefined) return null;
    value = value * 10 + code - zero;
  }
  return value;
}
