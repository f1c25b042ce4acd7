import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Permit } from '../../src/capture/ports.ts';
import { acknowledgement, type OffscreenToWorker, permit } from '../../src/messages/offscreen-to-worker.ts';

const FIRST_MS = 250;
const LONGEST_MS = 5000;

/** Sends until the worker has acknowledged: it may be cold, or may have been killed with the message in hand. */
export async function deliver(message: () => Promise<OffscreenToWorker>, signal: AbortSignal): Promise<void> {
  for (let wait = FIRST_MS; !signal.aborted; wait = Math.min(LONGEST_MS, wait * 2)) {
    if (await isAcknowledged(await message())) return;
    await pause(wait, signal);
  }
}

async function isAcknowledged(message: OffscreenToWorker): Promise<boolean> {
  try {
    return v.is(acknowledgement, await browser.runtime.sendMessage(message));
  } catch (error) {
    console.warn('the worker did not take', message.report, (error as Error).message);
    return false;
  }
}

/** Sends a chunk report once. Rejects when no permit comes back that can be understood. */
export async function askForPermit(message: OffscreenToWorker): Promise<Permit> {
  return v.parse(permit, await browser.runtime.sendMessage(message));
}

export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
