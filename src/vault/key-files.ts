import { Failure } from '../model/failure.ts';
import type { Locks } from './locks.ts';

/**
 * Keys that must be destroyable: one small file each. IndexedDB leaves deleted bytes readable on disk for long, a file that is
 * overwritten and removed does not stay in a database's free pages.
 */
export interface KeyFiles {
  /** Writes the key and resolves when the file is closed. A crash before that leaves no file or an empty one: never a wrong key. */
  put(folder: string, name: string, key: Uint8Array<ArrayBuffer>): Promise<void>;
  /** What lies there, or null when the key was destroyed or never whole. */
  get(folder: string, name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * Writes another form of a key that lies there: what was there before stays until the new one is whole. False, and nothing is written,
   * when the key is gone: one that was destroyed never comes back.
   */
  replace(folder: string, name: string, key: Uint8Array<ArrayBuffer>): Promise<boolean>;
  /** Overwrites with zeros, then removes. Removing what is not there is no error. */
  destroy(folder: string, name: string): Promise<void>;
  names(folder: string): Promise<string[]>;
}

/** Folder of the epochs' keys; all others are those of persons, one folder a log. */
export const EPOCH_KEYS = 'epochs';
/** Bytes of a bare key; and of a file with a wrapped one at the most. */
export const KEY_BYTES = 32;
export const KEY_FILE_MAX = 8192;
const safeName = /^[A-Za-z0-9_-]{1,64}$/;

/** Key files in the origin private file system: keys/<folder>/<name>. Works in the worker, the offscreen document and pages. */
export function opfsKeyFiles(root: () => Promise<FileSystemDirectoryHandle>, locks: Locks): KeyFiles {
  /** Found before. Each step to a folder asks another process, and a log of 300 people has as many keys in one. */
  const found = new Map<string, FileSystemDirectoryHandle>();
  async function folderOf(folder: string, create: boolean): Promise<FileSystemDirectoryHandle> {
    if (!safeName.test(folder)) throw new Failure('unexpected', 'unsafe key folder name');
    const keys = await (await root()).getDirectoryHandle('keys', { create });
    const handle = await keys.getDirectoryHandle(folder, { create });
    found.set(folder, handle);
    return handle;
  }
  /** The file as it lies there now, whole or not; null when there is none. */
  async function bytesIn(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      return await read(await folder.getFileHandle(name));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }
  /** The new bytes take the old ones' place in one step, when all are there. */
  async function write(file: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const stream = await file.createWritable();
    await stream.write(bytes);
    await stream.close();
  }
  async function read(file: FileSystemFileHandle): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await (await file.getFile()).arrayBuffer());
  }
  /** Whoever writes anew and whoever destroys take turns, in whichever window they are. */
  const inTurn = <T>(folder: string, name: string, work: () => Promise<T>) =>
    locks.alone(`key/${folder}/${name}`, work);
  return {
    async put(folder, name, key) {
      if (!isKeyFile(key) || !safeName.test(name)) throw new Failure('unexpected', 'not a key');
      await write(await (await folderOf(folder, true)).getFileHandle(name, { create: true }), key);
    },
    async get(folder, name) {
      try {
        const before = found.get(folder);
        // What is not in a folder that was found before may be in one that took its place.
        const bytes = (before && (await bytesIn(before, name))) ?? (await bytesIn(await folderOf(folder, false), name));
        return bytes && isKeyFile(bytes) && !isOverwritten(bytes) ? bytes : null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw new Failure('storage-failed', 'key file could not be read', { cause: error });
      }
    },
    async replace(folder, name, key) {
      if (!isKeyFile(key)) throw new Failure('unexpected', 'not a key');
      return inTurn(folder, name, async () => {
        try {
          await write(await (await folderOf(folder, false)).getFileHandle(name), key);
          return true;
        } catch (error) {
          if (isMissing(error)) return false;
          throw error;
        }
      });
    },
    async destroy(folder, name) {
      await inTurn(folder, name, async () => {
        try {
          const directory = await folderOf(folder, false);
          const file = await directory.getFileHandle(name);
          await write(file, new Uint8Array((await file.getFile()).size));
          await directory.removeEntry(name);
        } catch (error) {
          if (isMissing(error)) return;
          throw new Failure('storage-failed', 'key file could not be removed', { cause: error });
        }
      });
    },
    async names(folder) {
      const found: string[] = [];
      try {
        for await (const name of (await folderOf(folder, false)).keys()) if (safeName.test(name)) found.push(name);
      } catch (error) {
        if (!isMissing(error)) throw new Failure('storage-failed', 'key files could not be listed', { cause: error });
      }
      return found;
    },
  };
}

function isKeyFile(bytes: Uint8Array): boolean {
  return bytes.length >= KEY_BYTES && bytes.length <= KEY_FILE_MAX;
}

/** A crash in the middle of `destroy` leaves zeros, which no key is. */
function isOverwritten(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}

/** For Node: the same promise, in memory. */
export function memoryKeyFiles(): KeyFiles {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const at = (folder: string, name: string) => `${folder}/${name}`;
  return {
    put: async (folder, name, key) => void files.set(at(folder, name), key.slice()),
    get: async (folder, name) => files.get(at(folder, name))?.slice() ?? null,
    replace: async (folder, name, key) => files.has(at(folder, name)) && !!files.set(at(folder, name), key.slice()),
    destroy: async (folder, name) => void files.delete(at(folder, name)),
    names: async (folder) =>
      [...files.keys()].flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [])),
  };
}
