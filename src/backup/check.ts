import type { BackupFound, Checked } from '../model/backup.ts';
import { Failure } from '../model/failure.ts';
import { KEPT } from './layout.ts';
import { mediaOf, meetingFolders, type ReadJob, readMeeting, readPart } from './read.ts';
import { openRows } from './sealed-rows.ts';

/** progress: 0..1. */
export type CheckJob = Omit<ReadJob, 'found'> & { readonly progress: (share: number) => void };

/** Reads everything back as a restore does, and writes nothing. Failure('cancelled') after an abort. */
export async function checkBackup(order: CheckJob): Promise<Checked> {
  const found: BackupFound[] = [];
  const job: ReadJob = { ...order, found: (one) => void found.push(one) };
  let [meetings, parts, bytes, opened, others] = [0, 0, 0, 0, 0];
  if (order.who) await checkKept(job);
  const folders = await meetingFolders(order.folder);
  for (const [at, name] of folders.entries()) {
    if (order.signal.aborted) throw new Failure('cancelled');
    const meeting = await readMeeting(job, name);
    order.progress((at + 0.2) / folders.length);
    if (!meeting) continue;
    meetings++;
    for (const media of mediaOf(meeting)) {
      const whole = await readPart(job, meeting, media, {
        key: async ({ raw }) => {
          if (raw) opened++;
          else others++;
        },
        chunk: async ({ sealed }) => {
          bytes += sealed.byteLength;
        },
      });
      if (whole) parts++;
    }
    order.progress((at + 1) / folders.length);
  }
  return { meetings, parts, bytes, opened, others, found };
}

async function checkKept({ folder, who, found }: ReadJob): Promise<void> {
  const file = await folder.read(KEPT);
  if (!file || !who) return;
  try {
    await openRows(who, file);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code === 'damaged') found({ fault: 'kept', folder: '' });
  }
}
