import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { ask } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, records, says } from './party.ts';

/** A host and somebody else who reads the question in the chat. */
export async function asked(host: Host, other: Guest): Promise<void> {
  await says(host, 'Ready to ask');
  await host.panel.getByText(other.name).first().waitFor({ timeout: LONG });
  await ask(host);
  await other.page.getByText('May we record this meeting?').waitFor({ timeout: LONG });
}

/** What every fault begins with: both recorded, with something stored that could be lost. */
export async function recording(host: Host, other: Guest, chunks = 1): Promise<string> {
  await asked(host, other);
  await chat(other, 'I agree');
  await records(host);
  return (await recorded(host, chunks)).epoch;
}

/** The newest epoch with more than so many chunks, and their ends: under load one may lapse and another take its place. */
export async function recorded(host: Host, chunks: number): Promise<{ epoch: string; ends: number[] }> {
  const found = { epoch: '', ends: [] as number[] };
  const look = async () => {
    found.epoch = only(await logOf(host), 'gate-opened').at(-1)?.epoch ?? '';
    found.ends = await storedEnds(host.panel, found.epoch);
    return found.ends.length;
  };
  await expect.poll(look, { timeout: LONG }).toBeGreaterThan(chunks);
  return found;
}

/** When each stored chunk of an epoch ended, ms UTC, by its number. */
export async function storedEnds(page: Page, epoch: string): Promise<number[]> {
  return (await storedChunks(page, epoch)).map(({ endAt }) => endAt);
}

/** Every stored chunk of an epoch, provisional or kept, by its number. endAt: ms UTC. */
export async function storedChunks(page: Page, epoch: string): Promise<{ seq: number; endAt: number }[]> {
  const rows = await page.evaluate(async (of) => {
    // In a list, because a function that is given a name cannot be sent to a page from the command line (npm start).
    const [answered] = [
      <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        }),
    ];
    const db = await answered(indexedDB.open('ask-to-record'));
    const reading = db.transaction(['live', 'chunks']);
    const range = IDBKeyRange.bound([of, 0], [of, Number.MAX_SAFE_INTEGER]);
    const found: [number, number][] = [];
    for (const name of ['chunks', 'live'] as const) {
      const all = (await answered(reading.objectStore(name).getAll(range))) as { seq: number; endAt: number }[];
      found.push(...all.map(({ seq, endAt }) => [seq, endAt] as [number, number]));
    }
    db.close();
    return found;
  }, epoch);
  return [...new Map(rows)].toSorted(([a], [b]) => a - b).map(([seq, endAt]) => ({ seq, endAt }));
}

/** The browser ends the extension's worker, as it does when it needs room. */
export async function killWorker({ context, panel }: Host): Promise<void> {
  const session = await context.newCDPSession(panel);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}
