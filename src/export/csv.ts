import type { Opened, ReadLeaf } from '../log/store.ts';
import type { DisclosedField, EntryOf } from '../model/entry.ts';
import { counter, type ExportOrder, goOn, headsOf } from './bundle.ts';
import { csvLine } from './csv-cell.ts';

/** Stands for what was disclosed once and is erased. */
export const ERASED = '(erased)';

/** Stable names, the same in every language: programs read them. Times are ISO 8601 UTC. */
export const CSV_COLUMNS = [
  'meeting_opened',
  'platform',
  'participant_name',
  'participant_key',
  'answer',
  'purposes',
  'media',
  'grade',
  'channel',
  'person',
  'words',
  'time',
  'ask_id',
  'notice_hash',
  'notice_language',
  'notice_version',
  'log_id',
  'entry_index',
  'leaf_hash',
] as const;
type Row = Record<(typeof CSV_COLUMNS)[number], string>;

/**
 * One row an answer of the logs, in log order: UTF-8 with a byte order mark, RFC 4180 with CRLF, every cell quoted and none able to
 * start a formula. Page by page; Failure('damaged') or Failure('cancelled') as exportJson. Whoever reads rows as proof takes the
 * JSON export: a table leaves out the entries between.
 */
export async function* exportCsv(order: ExportOrder): AsyncGenerator<string, void> {
  const rows = await headsOf(order);
  const wrote = counter(rows, order.progress);
  yield `\ufeff${csvLine(CSV_COLUMNS)}`;
  for (const row of rows) {
    const meeting = new Meeting(row.platform, new Date(row.openedAt).toISOString());
    for await (const page of order.source.pages(row)) {
      goOn(order.signal);
      const opened = await order.source.opened(row.log, page[0]?.logged.index ?? 0, page.at(-1)?.logged.index ?? -1);
      const fields = byEntry(opened);
      const text = page.flatMap((leaf) => meeting.take(leaf, fields.get(leaf.logged.index) ?? {})).join('');
      if (text !== '') yield text;
      wrote(page.length);
    }
  }
}

type Fields = Readonly<Partial<Record<DisclosedField, string>>>;

function byEntry(opened: readonly Opened[]): Map<number, Fields> {
  const entries = new Map<number, Fields>();
  for (const { index, field, value } of opened) entries.set(index, { ...entries.get(index), [field]: value });
  return entries;
}

/** What the rows of one log take from entries before: newest name of each participant, terms of each ask. */
class Meeting {
  private readonly names = new Map<string, string>();
  private readonly asks = new Map<string, EntryOf<'asked'>>();

  constructor(
    private readonly platform: string,
    private openedAt: string,
  ) {}

  /** The CSV line of a leaf, or nothing when it is no answer. */
  take(read: ReadLeaf, fields: Fields): string[] {
    const { entry } = read.leaf;
    const disclosed = (field: DisclosedField) => fields[field] ?? (read.leaf.sealed[field] === undefined ? '' : ERASED);
    switch (entry.kind) {
      case 'meeting-opened':
        this.openedAt = read.leaf.time;
        return [];
      case 'participant-joined':
      case 'participant-renamed':
        this.names.set(entry.participant, disclosed('name'));
        return [];
      case 'asked':
        this.asks.set(entry.ask, entry);
        return [];
      case 'answered':
        return [this.line(read, entry, disclosed('words'))];
      default:
        return [];
    }
  }

  private line({ leaf, hash }: ReadLeaf, entry: EntryOf<'answered'>, words: string): string {
    const notice = this.asks.get(entry.ask)?.notice;
    const row: Row = {
      meeting_opened: this.openedAt,
      platform: this.platform,
      participant_name: this.names.get(entry.participant) ?? '',
      participant_key: entry.participant,
      answer: entry.answer,
      purposes: entry.purposes.join(' '),
      media: entry.media,
      grade: entry.grade,
      channel: entry.channel,
      person: `${entry.person}`,
      words,
      time: leaf.time,
      ask_id: entry.ask,
      notice_hash: entry.notice,
      notice_language: notice?.language ?? '',
      notice_version: notice ? `${notice.version}` : '',
      log_id: leaf.log,
      entry_index: `${leaf.index}`,
      leaf_hash: hash,
    };
    return csvLine(CSV_COLUMNS.map((column) => row[column]));
  }
}
