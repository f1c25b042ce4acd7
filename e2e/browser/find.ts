import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

export interface FindOptions {
  /** Told in one line each what was found, tried or installed. */
  readonly say?: (line: string) => void;
  /** May a browser be installed when there is none? Yes by default. */
  readonly install?: boolean;
}

const EXPLICIT = ['ATR_CHROMIUM', 'CHROMIUM_PATH'] as const;
const NAMES = ['chromium', 'chromium-browser'];

const WELL_KNOWN: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
  darwin: ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
    join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    join(folder, 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
  ]),
  win32: [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].flatMap((folder) =>
    folder
      ? [
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Google/Chrome for Testing/Application/chrome.exe'),
        ]
      : [],
  ),
};

const BRANDED_PATH = /[\\/]Google[\\/]Chrome[\\/]|Google Chrome\.app|google-chrome(?!-for-testing)/;

/** Google's own Chrome ignores --load-extension since version 137; Chromium and Chrome for Testing do not. */
function isBranded(path: string): boolean {
  if (BRANDED_PATH.test(path)) return true;
  // On Windows --version opens a window instead of answering, so there the path must do.
  if (process.platform === 'win32') return false;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return /^Google Chrome (?!for Testing)/.test(stdout ?? '');
}

function explicit(): { name: string; path: string } | null {
  for (const name of EXPLICIT) {
    const path = process.env[name];
    if (path) return { name, path };
  }
  return null;
}

function onSystem(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const named =
    process.platform === 'win32' ? [] : folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [...named, ...(WELL_KNOWN[process.platform] ?? [])];
  return candidates.find((path) => existsSync(path) && !isBranded(path)) ?? null;
}

function fromPlaywright(): string | null {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

/** The prefix that lets apt-get run without asking, or null where it cannot. */
function aptPrefix(): string[] | null {
  if (!existsSync('/etc/debian_version')) return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

function run(command: readonly string[], say: (line: string) => void): boolean {
  say(`Running: ${command.join(' ')}`);
  const [program = '', ...args] = command;
  try {
    execFileSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return true;
  } catch {
    say(`That did not work: ${command.join(' ')}`);
    return false;
  }
}

function installed(say: (line: string) => void): string | null {
  const apt = aptPrefix();
  if (apt && run([...apt, 'apt-get', 'update'], say) && run([...apt, 'apt-get', 'install', '-y', 'chromium'], say)) {
    const path = onSystem();
    if (path) return path;
  }
  return run(['npx', 'playwright', 'install', 'chromium'], say) ? fromPlaywright() : null;
}

/** The path of a Chromium that loads unpacked extensions; installs one if there is none. Throws with one next step. */
export function findChromium({ say = () => undefined, install = true }: FindOptions = {}): string {
  const wanted = explicit();
  if (wanted) {
    if (!existsSync(wanted.path)) {
      throw new Error(`${wanted.name} names ${wanted.path}, which does not exist. Correct or unset ${wanted.name}.`);
    }
    if (isBranded(wanted.path)) {
      throw new Error(
        `${wanted.name} names Google Chrome, which ignores --load-extension, so the extension would not be there. ` +
          `Point ${wanted.name} to Chromium or to Chrome for Testing, or unset it.`,
      );
    }
    say(`Using the browser that ${wanted.name} names: ${wanted.path}`);
    return wanted.path;
  }
  const system = onSystem();
  if (system) {
    say(`Using the system's Chromium: ${system}`);
    return system;
  }
  const own = fromPlaywright();
  if (own) {
    say(`Using Playwright's Chromium: ${own}`);
    return own;
  }
  if (install) {
    say('No Chromium found.');
    const path = installed(say);
    if (path) {
      say(`Installed Chromium: ${path}`);
      return path;
    }
  }
  throw new Error(
    'No Chromium found. Install Chromium or Chrome for Testing yourself and set ATR_CHROMIUM to the path of its program.',
  );
}
