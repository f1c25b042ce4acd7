import type { EntryOf } from '../model/entry.ts';
import { counter, type ExportOrder, headsOf } from './bundle.ts';
import { csvLine } from './csv-cell.ts';
import { Telling, type Told } from './telling.ts';

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
  /** participant; host, by whose word it is; guardian, of a minor, by the host's word as well. */
  'given_by',
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
    const telling = new Telling(order, row);
    for await (const page of telling.entries(wrote)) {
      const text = page.flatMap((told) => lineOf(telling, told)).join('');
      if (text !== '') yield text;
    }
  }
}

/** The CSV line of an entry, or nothing when it is no answer that was chosen. */
function lineOf(telling: Telling, told: Told): string[] {
  const { entry } = told.read.leaf;
  if (!told.chosen) return [];
  if (entry.kind === 'answered') return [answerLine(telling, told, entry)];
  return entry.kind === 'guardian-answered' ? [guardianLine(telling, told, entry)] : [];
}

function answerLine(telling: Telling, told: Told, entry: EntryOf<'answered'>): string {
  const { purposes, media, grade, person, notice, by } = entry;
  return lineWith(telling, told, entry, {
    purposes: purposes.join(' '),
    media,
    grade,
    person: `${person}`,
    words: telling.words(told, 'words'),
    notice_hash: notice,
    given_by: by,
  });
}

/** For what has to be agreed to: what else somebody may choose, a guardian is not asked. */
function guardianLine(telling: Telling, told: Told, entry: EntryOf<'guardian-answered'>): string {
  const asked = telling.asks.get(entry.ask);
  const purposes = (asked?.purposes ?? []).filter(({ required }) => required && entry.answer === 'consented');
  return lineWith(telling, told, entry, {
    purposes: purposes.map(({ purpose }) => purpose).join(' '),
    media: asked?.media ?? '',
    grade: 'attested',
    person: '',
    words: '',
    notice_hash: asked?.notice.hash ?? '',
    given_by: 'guardian',
  });
}

type Own = 'purposes' | 'media' | 'grade' | 'person' | 'words' | 'notice_hash' | 'given_by';

function lineWith(
  telling: Telling,
  told: Told,
  entry: EntryOf<'answered'> | EntryOf<'guardian-answered'>,
  own: Pick<Row, Own>,
): string {
  const { leaf, hash } = told.read;
  const notice = telling.asks.get(entry.ask)?.notice;
  const row: Row = {
    ...own,
    meeting_opened: telling.openedAt,
    platform: telling.row.platform,
    participant_name: telling.nameOf(entry.participant),
    participant_key: entry.participant,
    answer: entry.answer,
    channel: entry.channel,
    time: leaf.time,
    ask_id: entry.ask,
    notice_language: notice?.language ?? '',
    notice_version: notice ? `${notice.version}` : '',
    log_id: leaf.log,
    entry_index: `${leaf.index}`,
    leaf_hash: hash,
  };
  return csvLine(CSV_COLUMNS.map((column) => row[column]));
}
