import { exportCsv } from '../../src/export/csv.ts';
import { exportJson } from '../../src/export/json.ts';
import { saveWebm } from '../../src/export/webm.ts';
import type { LogId } from '../../src/model/id.ts';
import type { SavedSound } from '../../src/ui/records/intents.ts';
import type { Library } from './library.ts';
import { handOver, makeScratch } from './scratch.ts';

/** What leaves the vault: to the ear, to a file, to a log export. */

export interface SaveJob {
  readonly sound: SavedSound;
  readonly name: string;
  /** 0..1 */
  readonly share: (done: number) => void;
  readonly signal: AbortSignal;
  /** Called when the file is whole and before it is handed over: logs that it leaves. */
  readonly before: () => Promise<void>;
}

/** Makes one seekable file and gives it to the browser's downloads. Cancelled or failed, nothing stays behind. */
export async function saveRecording(library: Library, log: LogId, job: SaveJob): Promise<void> {
  const { recordedMs } = await library.record(log);
  const scratch = await makeScratch('recording.webm');
  try {
    const progress = (ms: number) => job.share(recordedMs > 0 ? Math.min(1, ms / recordedMs) : 0);
    const segments = await library.segments(log, job.signal);
    await saveWebm({ segments, sound: job.sound, write: scratch.write, progress, signal: job.signal });
    await job.before();
  } catch (error) {
    await scratch.remove();
    throw error;
  }
  await handOver(scratch, job.name, 'video/webm');
}

/** One file with all stretches for the player, channels as recorded. `release` removes it. */
export async function openForPlaying(
  library: Library,
  log: LogId,
): Promise<{ readonly src: string; readonly picture: boolean; readonly release: () => void }> {
  const scratch = await makeScratch('play.webm');
  const { signal } = new AbortController();
  try {
    const segments = await library.segments(log, signal);
    const parts = await saveWebm({ segments, sound: 'apart', write: scratch.write, progress: () => undefined, signal });
    const src = URL.createObjectURL(await scratch.file());
    const release = () => {
      URL.revokeObjectURL(src);
      scratch.remove().catch((error: unknown) => console.warn('a scratch file stays until the next visit', error));
    };
    return { src, picture: parts.some((part) => part.picture), release };
  } catch (error) {
    await scratch.remove();
    throw error;
  }
}

export async function exportLog(library: Library, log: LogId, format: 'json' | 'csv', name: string): Promise<void> {
  const scratch = await makeScratch(`log.${format}`);
  const order = {
    source: library.store,
    logs: [log],
    at: Date.now(),
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  try {
    const encoder = new TextEncoder();
    for await (const text of format === 'json' ? exportJson(order) : exportCsv(order))
      await scratch.write.write(encoder.encode(text));
    await scratch.write.close();
  } catch (error) {
    await scratch.remove();
    throw error;
  }
  await handOver(scratch, name, format === 'json' ? 'application/json' : 'text/csv');
}
