import type { Picked } from './state.ts';

/** More than any folder of exports; what a whole disk would be is not read to its end. */
export const PICKED_MAX = 20_000;

/** Files that were chosen in a dialog; of a folder with their paths. */
export function pickedFrom(files: FileList | null): Picked[] {
  return [...(files ?? [])].slice(0, PICKED_MAX).map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Files that were dropped, and all in the folders that were. To be called in the drop event itself: its items are gone after it. */
export async function pickedFromDrop({ items }: DataTransfer): Promise<Picked[]> {
  const entries = [...items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry ? [entry] : [];
  });
  const picked: Picked[] = [];
  for (const entry of entries) await gather(entry, picked);
  return picked;
}

async function gather(entry: FileSystemEntry, into: Picked[]): Promise<void> {
  if (into.length >= PICKED_MAX) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((found, failed) => entry.file(found, failed));
    into.push({ path: entry.fullPath.replace(/^\//, ''), file });
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    // A folder is told in parts, and the last one is empty.
    for (let part = await read(reader); part.length > 0; part = await read(reader))
      for (const one of part) await gather(one, into);
  }
}

function read(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((found, failed) => reader.readEntries(found, failed));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
