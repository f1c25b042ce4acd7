import type { Disclosed } from '../consent/directory.ts';
import type { LogRow } from '../database/schema.ts';
import type { Logged } from '../model/entry.ts';
import type { LogId } from '../model/id.ts';
import type { Use, UsedLog } from '../model/use.ts';

/** The entries whose disclosures a report of the uses shows: the meeting's name, and who it was. */
export function usedBy(entries: readonly Logged[]): number[] {
  return entries
    .filter(({ entry: { kind } }) => kind === 'meeting-opened' || kind === 'accessed')
    .map(({ index }) => index);
}

/**
 * Every use that a log tells of. A file that left is for what it was opened for just before, by whoever opened it; what is worked on in a review is of
 * whoever opened that. Logs, receipts and reports are the proof itself, and have no purpose.
 */
export function usesOf(row: LogRow, entries: readonly Logged[], texts: ReadonlyMap<number, Disclosed>): UsedLog {
  const opened = entries.find(({ entry }) => entry.kind === 'meeting-opened');
  const uses: Use[] = [];
  const log = row.log as LogId;
  const last = new Map<string, Pick<Use, 'purpose' | 'who'>>();
  const nothing = { purpose: null, who: null };
  for (const { index, at, entry } of entries) {
    if (entry.kind === 'accessed') {
      const own = { purpose: entry.purpose, who: texts.get(index)?.text?.trim() || null };
      last.set(entry.how, own);
      uses.push({ log, index, at, did: entry.how, what: '', ...own });
    } else if (entry.kind === 'reviewed') {
      const who = (last.get('reviewed') ?? nothing).who;
      uses.push({ log, index, at, did: 'worked', what: '', purpose: entry.purpose, who });
    } else if (entry.kind === 'exported') {
      const own = OPENED_TO[entry.format];
      const before = own === undefined ? nothing : (last.get(own) ?? nothing);
      uses.push({
        log,
        index,
        at,
        did: 'left',
        what: entry.format,
        ...before,
        ...(entry.purpose && { purpose: entry.purpose }),
      });
    }
  }
  const meeting = opened ? (texts.get(opened.index)?.meeting ?? '') : '';
  return { log, meeting, platform: row.platform, openedAt: row.openedAt, uses };
}

/** What is opened before a file of this kind leaves. */
const OPENED_TO: Readonly<Record<string, string>> = { webm: 'saved', review: 'reviewed' };
