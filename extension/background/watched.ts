import type { Database } from '../../src/database/schema.ts';

/**
 * When a meeting was last watched with the host in the call, and by which log. A link that is used again within SAME_MEETING_MS goes on
 * with its log, later it is another meeting with a log of its own, and no answer is carried over. The log's
 * own last entry would not do, because an export or a deletion writes entries long after everybody has gone, and a calm hour none.
 */
export const SAME_MEETING_MS = 10 * 60_000;
/** How often the note is made, ms. */
export const NOTE_MS = 60_000;

interface Watched {
  readonly log: string;
  /** ms UTC */
  readonly at: number;
}

/** The newest look counts: a page that is gone may say so after the next one has come. */
export async function noteWatched(db: Database, meeting: string, log: string, at: number): Promise<void> {
  const note: Watched = { log, at };
  const tx = db.transaction('settings', 'readwrite');
  const before = (await tx.store.get(`watched/${meeting}`)) as Watched | undefined;
  if (!before || before.at <= at) await tx.store.put(note, `watched/${meeting}`);
  await tx.done;
}

/** The log to go on with, or null when the link was not in use for long. */
export async function recentLog(db: Database, meeting: string, now: number): Promise<string | null> {
  const note = (await db.get('settings', `watched/${meeting}`)) as Watched | undefined;
  return note && now - note.at < SAME_MEETING_MS ? note.log : null;
}
