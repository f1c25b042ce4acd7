import { Failure } from '../model/failure.ts';

/**
 * Room that is kept free for a withdrawal: a no must be written also when the disk is full. It is a file of its own and not a row,
 * because a file that is removed gives its room back at once, a deleted row only when the database tidies up.
 *
 *   none ──ensure──▶ kept ──a no finds the disk full: release──▶ none        nothing may be recorded without it
 */
export interface Reserve {
  /** Makes it if it is not there. Failure('disk-full') when there is no room for it. */
  ensure(): Promise<void>;
  /** Gives its room back; false when there was none. */
  release(): Promise<boolean>;
}

/**
 * Hundreds of entries, and the database's own growth with them. The browser counts late what a database takes: a recording went on for 14 s
 * and 1.0 MB beyond its quota before a write was refused (measured, Chromium 156), and a reserve of that size is then used up already.
 */
export const RESERVE_BYTES = 8 << 20;
const NAME = 'room-for-a-withdrawal';

export function opfsReserve(root: () => Promise<FileSystemDirectoryHandle>): Reserve {
  return {
    async ensure() {
      try {
        const file = await (await root()).getFileHandle(NAME, { create: true });
        if ((await file.getFile()).size >= RESERVE_BYTES) return;
        // A crash in here leaves a file that is too small, and the next look makes it whole.
        const stream = await file.createWritable();
        await stream.write(new Uint8Array(RESERVE_BYTES));
        await stream.close();
      } catch (error) {
        throw new Failure(isFull(error) ? 'disk-full' : 'storage-failed', 'no room for a withdrawal', { cause: error });
      }
    },
    async release() {
      try {
        const folder = await root();
        const { size } = await (await folder.getFileHandle(NAME)).getFile();
        await folder.removeEntry(NAME);
        return size > 0;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return false;
        throw new Failure('storage-failed', 'the reserve could not be released', { cause: error });
      }
    },
  };
}

/** Runs a write that must succeed: on a full disk once more, with the room of the reserve. */
export async function withReserve<T>(reserve: Reserve, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isFull(error) || !(await reserve.release())) throw error;
    return write();
  }
}

function isFull(error: unknown): boolean {
  if (error instanceof Failure) return error.code === 'disk-full';
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
