import { Failure } from '../model/failure.ts';

/**
 * Keys that must be destroyable: one small file each. IndexedDB leaves deleted bytes readable on disk for long, a file that is
 * overwritten and removed does not stay in a database's free pages.
 */
export interface KeyFiles {
  /** Writes the key and resolves when the file is closed. A crash before that leaves no file or an unreadable one: never a wrong key. */
  put(folder: string, name: string, key: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The 32 bytes, or null when the key was destroyed or never whole. */
  get(folder: string, name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Overwrites with zeros, then removes. Removing what is not there is no error. */
  destroy(folder: string, name: string): Promise<void>;
}

export const KEY_BYTES = 32;
const safeName = /^[A-Za-z0-9_-]{1,64}$/;

/** Key files in the origin private file system: keys/<folder>/<name>. Works in the worker, the offscreen document and pages. */
export function opfsKeyFiles(root: () => Promise<FileSystemDirectoryHandle>): KeyFiles {
  async function folderOf(folder: string, create: boolean): Promise<FileSystemDirectoryHandle> {
    if (!safeName.test(folder)) throw new Failure('unexpected', 'unsafe key folder name');
    const keys = await (await root()).getDirectoryHandle('keys', { create });
    return keys.getDirectoryHandle(folder, { create });
  }
  async function write(file: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const stream = await file.createWritable();
    await stream.write(bytes);
    await stream.close();
  }
  return {
    async put(folder, name, key) {
      if (key.length !== KEY_BYTES || !safeName.test(name)) throw new Failure('unexpected', 'not a key');
      await write(await (await folderOf(folder, true)).getFileHandle(name, { create: true }), key);
    },
    async get(folder, name) {
      try {
        const file = await (await (await folderOf(folder, false)).getFileHandle(name)).getFile();
        const bytes = new Uint8Array(await file.arrayBuffer());
        return bytes.length === KEY_BYTES ? bytes : null;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return null;
        throw new Failure('storage-failed', 'key file could not be read', { cause: error });
      }
    },
    async destroy(folder, name) {
      try {
        const directory = await folderOf(folder, false);
        await write(await directory.getFileHandle(name), new Uint8Array(KEY_BYTES));
        await directory.removeEntry(name);
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return;
        throw new Failure('storage-failed', 'key file could not be removed', { cause: error });
      }
    },
  };
}

/** For Node: the same promise, in memory. */
export function memoryKeyFiles(): KeyFiles {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const at = (folder: string, name: string) => `${folder}/${name}`;
  return {
    put: async (folder, name, key) => void files.set(at(folder, name), key.slice()),
    get: async (folder, name) => files.get(at(folder, name))?.slice() ?? null,
    destroy: async (folder, name) => void files.delete(at(folder, name)),
  };
}
