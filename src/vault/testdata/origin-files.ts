/**
 * The origin private file system in memory, as far as keys need it: what is written is there when it is closed, not before, and what is missing is
 * a NotFoundError (File System Standard).
 */
export class OriginFiles {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** All that was ever closed, oldest first: what a file system may still hold of a file. */
  readonly written: [path: string, bytes: Uint8Array<ArrayBuffer>][] = [];
  readonly folders = new Set(['']);
  /** Called before each step; throws where a step is to fail. */
  step: (what: 'open' | 'write' | 'close' | 'read' | 'remove' | 'list', path: string) => void = () => undefined;

  readonly root = async (): Promise<FileSystemDirectoryHandle> => this.#folder('');

  #folder(path: string): FileSystemDirectoryHandle {
    const at = (name: string) => `${path}/${name}`;
    const folder = {
      getDirectoryHandle: async (name: string, options?: FileSystemGetDirectoryOptions) => {
        this.step('open', at(name));
        if (options?.create) this.folders.add(at(name));
        if (!this.folders.has(at(name))) throw missing();
        return this.#folder(at(name));
      },
      getFileHandle: async (name: string, options?: FileSystemGetFileOptions) => {
        this.step('open', at(name));
        if (options?.create && !this.files.has(at(name))) this.files.set(at(name), new Uint8Array());
        if (!this.files.has(at(name))) throw missing();
        return this.#file(at(name));
      },
      removeEntry: async (name: string) => {
        this.step('remove', at(name));
        if (!this.files.delete(at(name))) throw missing();
      },
      keys: async function* (this: OriginFiles) {
        this.step('list', path);
        for (const name of this.files.keys())
          if (name.startsWith(`${path}/`) && !name.slice(path.length + 1).includes('/'))
            yield name.slice(path.length + 1);
      }.bind(this),
    };
    return folder as unknown as FileSystemDirectoryHandle;
  }

  #file(path: string): FileSystemFileHandle {
    const file = {
      getFile: async () => {
        this.step('read', path);
        const bytes = this.files.get(path);
        if (!bytes) throw missing();
        return new Blob([bytes]);
      },
      createWritable: async () => {
        let bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
        return {
          write: async (more: Uint8Array<ArrayBuffer>) => {
            this.step('write', path);
            bytes = new Uint8Array([...bytes, ...more]);
          },
          close: async () => {
            this.step('close', path);
            if (!this.files.has(path)) throw missing();
            this.files.set(path, bytes);
            this.written.push([path, bytes]);
          },
        };
      },
    };
    return file as unknown as FileSystemFileHandle;
  }
}

function missing(): DOMException {
  return new DOMException('not there', 'NotFoundError');
}
