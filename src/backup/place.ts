import { folderFailure } from './folder.ts';
import { ROOT } from './layout.ts';

/** In a folder that has other things in it, a backup gets one of its own. */
const OWN = 'Ask to Record backup';

/** As far as they are not in the library that TypeScript ships: Chromium alone has them. */
interface Asked {
  queryPermission(how: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(how: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}
interface Picker {
  showDirectoryPicker(how: {
    readonly id: string;
    readonly mode: 'read' | 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

/** Asks for a folder; null when the person thought better of it. From a press of a button only. */
export async function pickFolder(mode: 'read' | 'readwrite'): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (globalThis as unknown as Picker).showDirectoryPicker({ id: 'ask-to-record-backup', mode });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw folderFailure(error);
  }
}

export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await (folder as unknown as Asked).queryPermission({ mode: 'readwrite' })) === 'granted';
}

/** From a press of a button only. */
export async function askToWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await (folder as unknown as Asked).requestPermission({ mode: 'readwrite' })) === 'granted';
}

/** Where in a chosen folder a backup goes: to the one that is there, into an empty folder itself, else into one of its own. */
export async function placeIn(chosen: FileSystemDirectoryHandle): Promise<FileSystemDirectoryHandle> {
  try {
    const there = await backupIn(chosen);
    if (there) return there;
    const first = await chosen.keys().next();
    return first.done ? chosen : await chosen.getDirectoryHandle(OWN, { create: true });
  } catch (error) {
    throw folderFailure(error);
  }
}

/** The backup in a chosen folder, or in the one of its own in it; null when there is none. */
export async function backupIn(chosen: FileSystemDirectoryHandle): Promise<FileSystemDirectoryHandle | null> {
  if (await has(chosen)) return chosen;
  const own = await chosen.getDirectoryHandle(OWN).catch(nothing);
  return own && (await has(own)) ? own : null;
}

async function has(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await folder.getFileHandle(ROOT[0]).catch(nothing)) !== null;
}

function nothing(error: unknown): null {
  if (error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'TypeMismatchError'))
    return null;
  throw error;
}
