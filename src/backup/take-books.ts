import type { Database } from '../database/schema.ts';
import { forgetMeetingBooks, keepMeetingBook, newMeetingBook } from './book.ts';
import type { Folder } from './folder.ts';
import { MEETING, readMeetingFile } from './layout.ts';
import { meetingFolders } from './read.ts';

/**
 * What is known to lie in another folder is forgotten, and what lies in this one is learnt: media that is still whole is not written again,
 * and what was deleted here since leaves it with the next run. Everything else in it is written anew.
 */
export async function takeBooks(db: Database, folder: Folder): Promise<void> {
  await forgetMeetingBooks(db);
  for (const name of await meetingFolders(folder)) {
    const file = await folder.read([name, MEETING]);
    const listed = file && readMeetingFile(await file.text());
    if (!listed) continue;
    const media = listed.media.map((one) => ({ ...one, key: '', notes: '' }));
    await keepMeetingBook(db, { ...newMeetingBook(listed.log, name), media });
  }
}
