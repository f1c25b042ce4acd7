import { execFileSync } from 'node:child_process';

/**
 * Signals to a whole browser, found by its profile: SIGKILL is a crash of everything at once, SIGSTOP and SIGCONT a lid that is closed
 * and opened. Playwright starts each browser as the leader of a process group, so that all of its processes are reached.
 */
export function signalBrowser(profileDir: string, signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  const lines = execFileSync('ps', ['-axww', '-o', 'pgid=,args='], { encoding: 'utf8' }).split('\n');
  const ours = lines.filter((line) => line.includes(`--user-data-dir=${profileDir}`) && !line.includes('--type='));
  const groups = new Set(ours.map((line) => Number.parseInt(line, 10)));
  const [group] = groups;
  if (group === undefined || groups.size !== 1) throw new Error(`no single browser with the profile ${profileDir}`);
  process.kill(-group, signal);
}
