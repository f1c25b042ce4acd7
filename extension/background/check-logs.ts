import { checkOn } from '../../src/log/check-run.ts';
import { knownKey } from '../../src/log/device-signer.ts';
import { storage } from './storage.ts';

export const CHECK_ALARM = 'check-logs';
/** How often the logs are looked at. One that has not grown is due once a week (src/log/check-run.ts). */
export const CHECK_MINUTES = 30;
/** A worker is ended after half a minute in which nothing happens to it: what is not done by then is gone on with the next time. */
const WORK_MS = 20_000;
/** How soon it stops when recording begins, ms. Its transactions are short, so a closing gate does not wait for it even then. */
const LOOK_MS = 200;

let running = false;

/** The full check of all logs, a part at a time, and never while anything is recorded. */
export async function checkLogs(desk: { isOpen(): boolean }): Promise<void> {
  if (running || desk.isOpen()) return;
  running = true;
  const stop = new AbortController();
  const over = performance.now() + WORK_MS;
  const watch = setInterval(() => {
    if (desk.isOpen() || performance.now() > over) stop.abort();
  }, LOOK_MS);
  try {
    const { db, log } = await storage();
    const tools = log.checkTools(await knownKey(db));
    await checkOn({ tools, now: () => Date.now(), signal: stop.signal, progress: () => undefined });
  } finally {
    clearInterval(watch);
    running = false;
  }
}
