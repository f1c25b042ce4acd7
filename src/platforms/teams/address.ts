/** In the order in which an address is searched: the thread of a meeting, then what `/meet/` names. Grade 2. */
const MEETINGS = [/\bmeetup-join\/([^/?#&\s]{4,200})/u, /\/meet\/([\w-]{4,100})/u];

/**
 * The meeting that an address of Teams names, or null. Launchers carry the meeting's address within their own, escaped once or twice;
 * before the hash or behind it.
 */
export function meetingOf(address: string): string | null {
  const plain = unescaped(unescaped(address));
  for (const pattern of MEETINGS) {
    const found = pattern.exec(plain)?.[1];
    if (found) return found;
  }
  return null;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone "%": it was not escaped, or not once more.
    return text;
  }
}

/** Where this document was loaded from, newest first: Teams takes the meeting out of its address within moments. */
export function cameFrom(page: Document): string | null {
  const [entry] = performance.getEntriesByType('navigation');
  return (entry && meetingOf(entry.name)) ?? meetingOf(page.referrer);
}
