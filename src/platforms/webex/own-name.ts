/** Who is signed in, or came in by this name, as the page and its store have it. Grade 3. */
const LAUNCH = '#crossLaunchData';
const STORED = 'webex.user';

/** One's own name; null where the page does not say it, and then nobody is taken for oneself. */
export function ownName(page: Document): string | null {
  const launch = parsed(() => page.querySelector(LAUNCH)?.textContent);
  const stored = parsed(() => page.defaultView?.localStorage.getItem(STORED));
  return textIn(member(launch, 'currentUser'), 'displayName') ?? textIn(stored, 'name');
}

/** A store may be closed to us, and a text may be anything: then it is only that nobody is known as oneself. */
function parsed(read: () => string | null | undefined): unknown {
  try {
    return JSON.parse(read() ?? 'null');
  } catch (error) {
    console.info('own name unreadable:', (error as Error).message);
    return null;
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : null;
}

function textIn(value: unknown, key: string): string | null {
  const text = member(value, key);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}
