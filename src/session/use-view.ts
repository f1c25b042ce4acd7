import type { Disclosed } from '../consent/directory.ts';
import type { LogRow } from '../database/schema.ts';
import type { Access } from '../model/access.ts';
import type { EntryKind, Logged } from '../model/entry.ts';
import type { LogId } from '../model/id.ts';
import type { Use, UsedLog } from '../model/use.ts';

/** The entries whose disclosures a report of the uses shows: the meeting's name, and who it was. */
export function usedBy(entries: readonly Logged[]): number[] {
  return entries.filter(({ entry: { kind } }) => NAMING.has(kind)).map(({ index }) => index);
}

const NAMING: ReadonlySet<EntryKind> = new Set(['meeting-opened', 'accessed', 'hold-set', 'hold-lifted']);

type Known = Pick<Use, 'purpose' | 'who'>;
const NOTHING: Known = { purpose: null, who: null };

/**
 * Every use that a log tells of, and what was done to what is recorded. A file that left is for what it was opened for just before, by whoever opened
 * it; what is worked on in a review is of whoever opened that, and a copy of whoever opened the recording for it. Logs, receipts and reports are the
 * proof itself, and have no purpose.
 */
export function usesOf(row: LogRow, entries: readonly Logged[], texts: ReadonlyMap<number, Disclosed>): UsedLog {
  const opened = entries.find(({ entry }) => entry.kind === 'meeting-opened');
  const log = row.log as LogId;
  const last = new Map<Access, Known>();
  const uses = entries.flatMap((logged): Use[] => {
    const use = useOf(logged, texts.get(logged.index), last);
    return use ? [{ log, index: logged.index, at: logged.at, ...use }] : [];
  });
  const meeting = opened ? (texts.get(opened.index)?.meeting ?? '') : '';
  return { log, meeting, platform: row.platform, openedAt: row.openedAt, uses };
}

/** last: what was opened how, for what and by whom, the newest of each; grows here. */
function useOf(
  { entry }: Logged,
  said: Disclosed | undefined,
  last: Map<Access, Known>,
): Omit<Use, 'log' | 'index' | 'at'> | null {
  const plain = { what: '', copy: false, ...NOTHING };
  switch (entry.kind) {
    case 'accessed': {
      const own = { purpose: entry.purpose, who: said?.text?.trim() || null };
      last.set(entry.how, own);
      return { ...plain, did: entry.how, copy: entry.copy !== undefined, ...own };
    }
    case 'reviewed':
      return { ...plain, did: 'worked', purpose: entry.purpose, who: (last.get('reviewed') ?? NOTHING).who };
    case 'exported': {
      const before = OPENED_TO[entry.format];
      const known = before && last.get(before);
      const purpose = entry.purpose ?? known?.purpose ?? null;
      const copy = entry.copy !== undefined;
      return { did: 'left', what: entry.format, copy, purpose, who: known?.who ?? null };
    }
    case 'copy-made':
      return { ...plain, did: 'made', ...last.get('copied'), purpose: 'training' };
    case 'copy-deleted':
      return { ...plain, did: 'unmade', what: entry.why, copy: true };
    case 'cut':
      return { ...plain, did: 'cut' };
    case 'deleted':
      return { ...plain, did: entry.epoch === null ? 'forgotten' : 'deleted', what: entry.why };
    case 'hold-set':
    case 'hold-lifted':
      return { ...plain, did: entry.kind === 'hold-set' ? 'held' : 'lifted', who: said?.who?.trim() || null };
    default:
      return null;
  }
}

/** What is opened before a file of this kind leaves. */
const OPENED_TO: Readonly<Record<string, Access>> = { webm: 'saved', review: 'reviewed' };
