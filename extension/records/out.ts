import { saveWebm } from '../../src/export/webm.ts';
import { hashOfFile } from '../../src/files/hash-of-file.ts';
import { handOver, makeScratch, type Scratch } from '../../src/files/scratch.ts';
import { Failure } from '../../src/model/failure.ts';
import type { LogId } from '../../src/model/id.ts';
import type { SavedSound } from '../../src/ui/records/intents.ts';
import type { Leave, Library } from './library.ts';

/** What leaves the vault as a file. Cancelled or failed, nothing of it stays behind. */

interface Making {
  /** Length of what is recorded, as the log says, ms. */
  readonly recordedMs: number;
  /** 0..1 */
  readonly share: (done: number) => void;
  readonly signal: AbortSignal;
}

interface Opening {
  readonly leave: Leave;
}

interface Leaving {
  readonly name: string;
  /** Called when the file is whole and before it is handed over, with its SHA-256 (base64url): logs that it leaves. */
  readonly before: (hash: string) => Promise<void>;
}

/** Makes one seekable file and gives it to the browser's downloads. */
export async function saveRecording(
  library: Library,
  log: LogId,
  job: Making & Opening & Leaving & { readonly sound: SavedSound },
): Promise<void> {
  const scratch = await made('recording.webm', async ({ write, file }) => {
    const segments = await library.segments(log, job.leave, job.signal);
    await saveWebm({ segments, sound: job.sound, write, progress: ofLength(job), signal: job.signal });
    goOn(job.signal);
    await job.before(await hashOfFile(await file(), job.signal));
  });
  await handOver(scratch, job.name, 'video/webm');
}

/** A scratch file that `make` fills; removed when it fails. */
export async function made(name: string, make: (scratch: Scratch) => Promise<void>): Promise<Scratch> {
  const scratch = await makeScratch(name);
  try {
    await make(scratch);
    return scratch;
  } catch (error) {
    await scratch.remove();
    throw error;
  }
}

function ofLength({ recordedMs, share }: Making): (ms: number) => void {
  return (ms) => share(recordedMs > 0 ? ms / recordedMs : 0);
}

function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled');
}
