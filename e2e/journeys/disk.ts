import type { BrowserContext, Page } from 'playwright';

/**
 * A folder as the browser would give it, in a test: its own dialogue cannot be driven. A folder of the page's private file system stands in for
 * the chosen one; everything behind the dialogue is the product's.
 */
export const DISK = 'disk';

/** Every page of the context that is opened from now on picks this folder. */
export async function picksDisk(context: BrowserContext): Promise<void> {
  await context.addInitScript((name) => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true }),
    });
  }, DISK);
}

export type Files = Record<string, string>;

/** All files of the disk, base64 by their path, without those that go while it is read. */
export function readDisk(page: Page): Promise<Files> {
  return page.evaluate(async (name) => {
    const found: Record<string, string> = {};
    const root = await navigator.storage.getDirectory();
    const left: [string, FileSystemDirectoryHandle][] = [['', await root.getDirectoryHandle(name, { create: true })]];
    for (let next = left.pop(); next; next = left.pop()) {
      for await (const [own, handle] of next[1].entries()) {
        const path = `${next[0]}${own}`;
        if (handle.kind === 'directory') left.push([`${path}/`, handle as FileSystemDirectoryHandle]);
        else {
          try {
            const file = await (handle as FileSystemFileHandle).getFile();
            found[path] = new Uint8Array(await file.arrayBuffer()).toBase64();
          } catch (error) {
            if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
          }
        }
      }
    }
    return found;
  }, DISK);
}

/** As if the disk were carried to this browser. What it holds here goes first. */
export async function writeDisk(page: Page, files: Files): Promise<void> {
  await page.evaluate(
    async ({ name, files }) => {
      const root = await navigator.storage.getDirectory();
      await root.getDirectoryHandle(name, { create: true });
      await root.removeEntry(name, { recursive: true });
      for (const [path, bytes] of Object.entries(files)) {
        let at = await root.getDirectoryHandle(name, { create: true });
        const parts = path.split('/');
        for (const part of parts.slice(0, -1)) at = await at.getDirectoryHandle(part, { create: true });
        const stream = await (await at.getFileHandle(parts.at(-1) ?? '', { create: true })).createWritable();
        await stream.write(Uint8Array.fromBase64(bytes));
        await stream.close();
      }
    },
    { name: DISK, files },
  );
}

/** The disk is pulled out. */
export async function pullDisk(page: Page): Promise<void> {
  await page.evaluate(async (name) => {
    await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true });
  }, DISK);
}
