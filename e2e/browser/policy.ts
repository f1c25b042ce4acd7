import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Chromium on Linux looks for what an organisation has set, for the whole machine. */
const FOLDER = '/etc/chromium';

/** Whether a program of this user can be given a view of the file system of its own here. */
export function canBeManaged(): boolean {
  return process.platform === 'linux' && spawnSync('unshare', [...own(), 'test', '-d', FOLDER]).status === 0;
}

/**
 * A way to start a browser that an organisation has set up, and that browser alone: it sees a policy file of its own where all others on this
 * machine see none.
 *
 * @param folder an empty folder of the test's own
 * @param settings what is managed, by extension id
 * @returns the path to start in the place of `executablePath`
 */
export function managedBrowser(folder: string, executablePath: string, settings: Record<string, object>): string {
  const policies = join(folder, 'etc', 'policies', 'managed');
  mkdirSync(policies, { recursive: true });
  writeFileSync(join(policies, 'ask-to-record.json'), JSON.stringify({ '3rdparty': { extensions: settings } }));
  const start = join(folder, 'chromium');
  const inside = `mount --bind "${join(folder, 'etc')}" ${FOLDER} && exec "${executablePath}" "$@"`;
  writeFileSync(start, `#!/bin/sh\nexec unshare ${own().join(' ')} sh -c '${inside}' chromium "$@"\n`);
  chmodSync(start, 0o755);
  return start;
}

function own(): string[] {
  return process.getuid?.() === 0 ? ['-m'] : ['-Urm'];
}
