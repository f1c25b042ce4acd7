/**
 * Large files are made in the origin private file system, so that they never lie in memory as a whole, and are handed to the browser
 * from there. Scratch files are in the clear: each is removed as soon as it is not needed, and when a page opens all those whose own
 * page is gone. A page that is open holds a lock of its name, and the browser lets go of it however the page ends.
 */
const FOLDER = 'scratch';
const LOCK = 'scratch/';
const page = crypto.randomUUID();
let holding: Promise<void> | null = null;
/** The browser copies a download from the scratch file; it has long begun to after this, ms. */
const HAND_OVER_MS = 60_000;

async function folder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

function hold(): Promise<void> {
  holding ??= new Promise((held, failed) => {
    const asLongAsThePage = () => {
      held();
      return new Promise<never>(() => undefined);
    };
    navigator.locks.request(LOCK + page, asLongAsThePage).catch(failed);
  });
  return holding;
}

/** Removes what pages left behind that are not open any more. */
export async function clearScratch(): Promise<void> {
  const directory = await folder();
  // Names first: whoever makes a file after this look is left alone, and whoever made one before it holds their lock by now.
  const names: string[] = [];
  for await (const name of directory.keys()) names.push(name);
  const { held = [] } = await navigator.locks.query();
  const open = new Set(held.map(({ name }) => name));
  for (const name of names) if (!open.has(LOCK + name.slice(0, page.length))) await gone(directory, name);
}

/** Two pages that open at once clear up the same files. */
async function gone(directory: FileSystemDirectoryHandle, name: string): Promise<void> {
  await directory.removeEntry(name).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  });
}

export interface Scratch {
  readonly write: FileSystemWritableFileStream;
  file(): Promise<File>;
  remove(): Promise<void>;
}

export async function makeScratch(name: string): Promise<Scratch> {
  await hold();
  const directory = await folder();
  const unique = `${page}-${crypto.randomUUID()}-${name}`;
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
