import type { Locking } from '../../src/export/age.ts';
import { lockedInThread } from '../../src/export/age-thread.ts';
import { type FullOrder, filesOf, isSingle, piecesOf, SINGLE } from '../../src/export/formats.ts';
import { bytesOf, measured, zipOf } from '../../src/export/zip.ts';
import { handOver, makeScratch } from '../../src/files/scratch.ts';
import type { ExportFormat } from '../../src/model/export.ts';
import { Failure } from '../../src/model/failure.ts';

export interface Making {
  readonly formats: readonly ExportFormat[];
  readonly order: FullOrder;
  readonly locking: Locking | null;
  readonly zip: boolean;
  /** Called when the file is whole and before it is handed over: logs that it leaves. */
  readonly before: () => Promise<void>;
}

export interface Made {
  readonly name: string;
  readonly bytes: number;
  /** hex */
  readonly sha256: string;
}

/**
 * Makes the file in the origin's private file system, so that it never lies in memory, has it logged as exported, and gives it to the browser's
 * downloads. Cancelled or failed, nothing of it stays behind.
 */
export async function makeExport(making: Making): Promise<Made> {
  const { order, before } = making;
  const { stream, name, type } = kindOf(making);
  const scratch = await makeScratch(name);
  // Whatever ends the work ends the thread that locks it, too.
  const thread = new AbortController();
  try {
    const meter = measured();
    const out = making.locking ? await lockedInThread(stream, making.locking, either(thread, order.signal)) : stream;
    await out.pipeThrough(meter.through).pipeTo(scratch.write as WritableStream<Uint8Array>, { signal: order.signal });
    if (order.signal.aborted) throw new Failure('cancelled');
    await before();
    const { bytes, sha256 } = meter.result();
    await handOver(scratch, name, type);
    return { name, bytes, sha256 };
  } catch (error) {
    await scratch.remove();
    throw error;
  } finally {
    thread.abort();
  }
}

function either(thread: AbortController, signal: AbortSignal): AbortSignal {
  signal.addEventListener('abort', () => thread.abort());
  return thread.signal;
}

function kindOf({ formats, order, locking, zip }: Making): {
  readonly stream: ReadableStream<Uint8Array>;
  readonly name: string;
  readonly type: string;
} {
  const day = new Date(order.at).toISOString().slice(0, 16).replaceAll(':', '.').replace('T', ' ');
  const [only] = formats;
  if (!zip && only !== undefined && isSingle(only)) {
    const { name, type } = SINGLE[only];
    return { stream: bytesOf(piecesOf(only, order)), name: `Ask to Record ${day} ${name}`, type };
  }
  const { signer } = order;
  if (!signer) throw new Failure('unexpected', 'a zip is always signed');
  const name = `Ask to Record ${day}.zip`;
  const stream = zipOf(filesOf(formats, order), order.at, signer);
  return locking
    ? { stream, name: `${name}.age`, type: 'application/octet-stream' }
    : { stream, name, type: 'application/zip' };
}
