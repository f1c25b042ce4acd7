import type { Database } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { keepMeetingBook } from './book.ts';
import type { Folder } from './folder.ts';
import type { Gone } from './gone.ts';
import { KEY, MEETING, meetingText, NOTES, readMeetingFile, SEALED, WORDS } from './layout.ts';

/**
 * Takes out of the backup what was deleted here. The key first: broken off after that, ciphertext stays that nobody can open, and the
 * next run, whose book still names it, removes the rest. Of people, the two files that have their names go as a whole; they are written anew
 * right after, without them.
 */
export async function leave(db: Database, folder: Folder, gone: readonly Gone[], signal: AbortSignal): Promise<number> {
  let left = 0;
  for (const { book, epochs, people } of gone) {
    for (const epoch of epochs) {
      if (signal.aborted) throw new Failure('cancelled');
      for (const key of [KEY, NOTES]) await folder.remove([book.folder, epoch, key]);
      await unlist(folder, book.folder, epoch);
      await folder.remove([book.folder, epoch]);
    }
    for (const file of people.length > 0 ? [SEALED, WORDS] : []) await folder.remove([book.folder, file]);
    const names = people.length > 0 ? { people: [], words: '', sealed: '' } : {};
    const media = book.media.filter(({ epoch }) => !epochs.includes(epoch));
    await keepMeetingBook(db, { ...book, ...names, media, seen: '' });
    left += epochs.length + people.length;
  }
  return left;
}

/** A list that somebody has made unreadable is written anew with the meeting. */
async function unlist(folder: Folder, meeting: string, epoch: string): Promise<void> {
  const file = await folder.read([meeting, MEETING]);
  const listed = file && readMeetingFile(await file.text());
  if (!listed) return;
  const media = listed.media.filter((one) => one.epoch !== epoch);
  await folder.write([meeting, MEETING], [meetingText({ ...listed, media })]);
}
