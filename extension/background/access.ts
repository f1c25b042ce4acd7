import type { PanelToWorker } from '../../src/messages/panel-to-worker.ts';
import type { EntryOf } from '../../src/model/entry.ts';
import { purposesOf } from '../../src/session/purposes.ts';
import { storage } from './storage.ts';

/**
 * What must be in the log before anybody reads a key: somebody opens a recording, and for which purpose. Null where not everybody in it agreed to
 * that. It is judged anew here, by the log: the page may have read it before somebody agreed to less.
 */
export async function accessEntry({
  log,
  epochs,
  purpose,
  how,
}: Extract<PanelToWorker, { ask: 'access' }>): Promise<EntryOf<'accessed'> | null> {
  const { log: store } = await storage();
  const leave = purposesOf(await store.read(log), epochs).find((one) => one.purpose === purpose);
  return leave?.refused === null ? { kind: 'accessed', epochs, purpose, how } : null;
}
