import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';

/**
 * Room on the disk, as the browser gives it to the extension. The browser's own command for tests bites at every write, and only says so
 * where `unlimitedStorage` is asked for (measured, Chromium 156: `estimate` tells the smaller room, and writes beyond it go through). So
 * there are two ways to be short of room: the extension as it is, which is told of it, and a copy without that one permission, whose
 * writes fail with the browser's own QuotaExceededError and which is told of nothing before.
 */
export function copyWithLimitedRoom(extensionDir: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'ask-to-record-extension-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  cpSync(extensionDir, dir, { recursive: true });
  const file = join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
  if (!manifest.permissions.includes('unlimitedStorage'))
    throw new Error('the extension does not ask for unlimitedStorage');
  manifest.permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  writeFileSync(file, JSON.stringify(manifest));
  return dir;
}

export interface Room {
  /** Leaves so many bytes from now on. */
  leave(bytes: number): Promise<void>;
  /** As much as before. */
  giveBack(): Promise<void>;
}

/** page: one of the extension, open for as long as the room is to be short. */
export async function roomOf(page: Page): Promise<Room> {
  // Node knows no origin of an extension's address.
  const { protocol, host } = new URL(page.url());
  const origin = `${protocol}//${host}`;
  const session = await page.context().newCDPSession(page);
  return {
    async leave(bytes) {
      const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + bytes });
    },
    async giveBack() {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
    },
  };
}
