/**
 * Large files are made in the origin private file system, so that they never lie in memory as a whole, and are handed to the browser
 * from there. Scratch files are in the clear: each is removed as soon as it is not needed, and all of them when the page opens.
 */
const FOLDER = 'scratch';
/** The browser copies a download from the scratch file; it has long begun to after this, ms. */
const HAND_OVER_MS = 60_000;

async function folder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

/** Removes what an earlier page left behind. */
export async function clearScratch(): Promise<void> {
  const directory = await folder();
  for await (const name of directory.keys()) await directory.removeEntry(name);
}

export interface Scratch {
  readonly write: FileSystemWritableFileStream;
  file(): Promise<File>;
  remove(): Promise<void>;
}

export async function makeScratch(name: string): Promise<Scratch> {
  const directory = await folder();
  const unique = `${crypto.randomUUID()}-${name}`;
  const handle = await directory.getFileHandle(unique, { create: true });
  const write = await handle.createWritable();
  return {
    write,
    file: () => handle.getFile(),
    async remove() {
      // A file that is still being written cannot be removed; one that was closed cannot be aborted, and need not be.
      await write.abort().catch((error: unknown) => console.debug('nothing left to abort', error));
      await directory.removeEntry(unique);
    },
  };
}

/** Gives a finished scratch file to the browser's downloads. */
export async function handOver(scratch: Scratch, name: string, type: string): Promise<void> {
  const url = URL.createObjectURL(new File([await scratch.file()], name, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
    scratch.remove().catch((error: unknown) => console.warn('a scratch file stays until the next visit', error));
  }, HAND_OVER_MS);
}
