/** The text as JSON, or undefined when it is none, or nested so deep that nothing of ours can be meant. */
export function parseJson(text: string): unknown {
  if (text.length > SHALLOW && exceeds(text, { depth: DEPTH_MAX, containers: Number.POSITIVE_INFINITY }))
    return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A member of something not yet known to be an object. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** An export has 5 levels and a leaf 4. */
export const DEPTH_MAX = 32;
/** A text this short cannot be nested so deep that a parser minds, code units. */
const SHALLOW = 10_000;

/**
 * Whether a text that may be JSON is nested deeper, or has more objects and arrays, than is allowed. Found out by going over its
 * characters once, before anything is made of them: a parser would first fill the memory.
 */
export function exceeds(text: string, most: { readonly depth: number; readonly containers: number }): boolean {
  let [depth, containers, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === BRACKET || code === BRACE) {
      depth++;
      containers++;
      if (depth > most.depth || containers > most.containers) return true;
    } else if (code === BRACKET + 2 || code === BRACE + 2) depth--;
  }
  return false;
}

const [QUOTE, BACKSLASH, BRACKET, BRACE] = ['"', '\\', '[', '{'].map((c) => c.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];
