import { backUpChosen } from '../../src/backup/by-itself.ts';
import { knownKey } from '../../src/log/device-signer.ts';
import { Failure } from '../../src/model/failure.ts';
import type { Ground } from '../../src/vault/ground.ts';

let running: Promise<void> | null = null;

/** One run of the backup, of which the pages read the outcome from what it leaves; a second order finds it running. */
export function backUpHere(ground: Ground, signal: AbortSignal): void {
  if (running) return;
  running = run(ground, signal).finally(() => {
    running = null;
  });
}

async function run(ground: Ground, signal: AbortSignal): Promise<void> {
  try {
    const key = await knownKey(await ground.database());
    await backUpChosen(ground, key, { signal, progress: () => undefined });
  } catch (error) {
    console.warn('backup:', error instanceof Failure ? error.code : error);
  }
}
