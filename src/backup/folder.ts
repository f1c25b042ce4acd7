import { Failure } from '../model/failure.ts';

/** Names from the top of the backup's folder down. */
export type Path = readonly [string, ...string[]];

/**
 * The folder that a backup lies in. Every method may fail with Failure: 'backup-away' (it is not there, or no longer), 'backup-permission'
 * (the browser wants to be asked again), 'backup-full'.
 */
export interface Folder {
  /** What lies in a folder; empty when there is none. []: the top. */
  list(path: readonly string[]): Promise<readonly string[]>;
  /** null: it is not there. */
  read(path: Path): Promise<Blob | null>;
  /** Whole or not at all: what was there before stays until the new one is whole. Folders on the way are made. */
  write(path: Path, content: readonly BlobPart[]): Promise<void>;
  /** A file is overwritten with zeros first. A folder goes with all that is in it. Removing what is not there is no error. */
  remove(path: Path): Promise<void>;
}

/** Zeros that are written at a time over a file that goes. */
const ZEROS = new Uint8Array(1 << 16);
/** Only what is small enough to be a key or words is overwritten: of ciphertext without its key nothing needs to be. */
const OVERWRITTEN_MAX = 1 << 24;

/** A folder of the computer, as the host has chosen it. */
export function chosenFolder(root: FileSystemDirectoryHandle): Folder {
  async function folderAt(path: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle> {
    let at = root;
    for (const name of path) at = await at.getDirectoryHandle(name, { create });
    return at;
  }
  /** A name that is not there is no failure, a folder that is gone is one. */
  async function orMissing<T>(work: () => Promise<T>, missing: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isNamed(error, 'NotFoundError', 'TypeMismatchError')) throw folderFailure(error);
      await failing(() => root.keys().next());
      return missing;
    }
  }
  async function put(folder: FileSystemDirectoryHandle, name: string, content: readonly BlobPart[]): Promise<void> {
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    try {
      for (const part of content) await stream.write(part as FileSystemWriteChunkType);
      // A crash, or a full disk, before this leaves what was there before.
      await stream.close();
    } catch (error) {
      await stream.abort().catch((late: unknown) => console.debug('nothing left to abort', late));
      throw error;
    }
  }
  return {
    list: (path) =>
      orMissing(async () => {
        const found: string[] = [];
        for await (const name of (await folderAt(path, false)).keys()) found.push(name);
        return found;
      }, []),
    read: (path) =>
      orMissing(async () => {
        const folder = await folderAt(path.slice(0, -1), false);
        return (await folder.getFileHandle(nameOf(path))).getFile();
      }, null),
    write: (path, content) => failing(async () => put(await folderAt(path.slice(0, -1), true), nameOf(path), content)),
    remove: (path) =>
      orMissing(async () => {
        const folder = await folderAt(path.slice(0, -1), false);
        const file = await orMissing(() => folder.getFileHandle(nameOf(path)), null);
        const size = file ? (await file.getFile()).size : 0;
        if (file && size <= OVERWRITTEN_MAX) await put(folder, nameOf(path), zeros(size));
        await folder.removeEntry(nameOf(path), { recursive: true });
      }, undefined),
  };
}

function zeros(size: number): BlobPart[] {
  const whole = Array.from({ length: Math.floor(size / ZEROS.length) }, () => ZEROS);
  return [...whole, ZEROS.subarray(0, size % ZEROS.length)];
}

function nameOf(path: Path): string {
  return path.at(-1) ?? '';
}

async function failing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw folderFailure(error);
  }
}

/** What the file system threw, as a code with a next step. */
export function folderFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (isNamed(error, 'NotAllowedError', 'SecurityError')) return new Failure('backup-permission', '', { cause: error });
  if (isNamed(error, 'QuotaExceededError')) return new Failure('backup-full', '', { cause: error });
  return new Failure('backup-away', (error as Error).message, { cause: error });
}

function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof DOMException && names.includes(error.name);
}
