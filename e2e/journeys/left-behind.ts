import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright';

/** A file that a closed browser has left in its profile. */
export interface Left {
  readonly path: string;
  readonly bytes: Buffer;
}

export function filesLeft(profile: string): Left[] {
  return readdirSync(profile, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .map((path) => ({ path: relative(profile, path), bytes: readFileSync(path) }));
}

/** Those in which the extension keeps what it stores. */
export function ownFiles(files: readonly Left[], extension: string): Left[] {
  return files.filter(({ path }) => path.includes(extension) || path.includes('File System'));
}

export function whereIs(needle: Buffer, among: readonly Left[]): string[] {
  return among.filter(({ bytes }) => bytes.includes(needle)).map(({ path }) => path);
}

/** What media in the clear begins with: EBML DocType "webm", and the head of an Opus track. */
export const MEDIA_HEADS: readonly Buffer[] = [Buffer.from('4282847765626d', 'hex'), Buffer.from('OpusHead')];

/** Every key of a recording, and those of one person: each file whole, and its end, which in an age file is the wrapped key itself. */
export async function keyFiles(page: Page, participant: string | null = null): Promise<Buffer[]> {
  const texts = await page.evaluate(async (who) => {
    const found: string[] = [];
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('keys');
    for await (const folder of root.values()) {
      if (!(folder instanceof FileSystemDirectoryHandle)) continue;
      for await (const file of folder.values()) {
        if (!(file instanceof FileSystemFileHandle)) continue;
        if (folder.name !== 'epochs' && file.name !== who) continue;
        found.push(new Uint8Array(await (await file.getFile()).arrayBuffer()).toBase64());
      }
    }
    return found;
  }, participant);
  const whole = texts.map((text) => Buffer.from(text, 'base64'));
  return [...whole, ...whole.map((bytes) => bytes.subarray(-24))];
}
