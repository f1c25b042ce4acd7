import type { LogRow } from '../database/schema.ts';
import type { Opened, ReadLeaf } from '../log/store.ts';
import type { Purpose } from '../model/ask.ts';
import type { DisclosedField, Entry, EntryOf } from '../model/entry.ts';
import type { AskId, ParticipantKey } from '../model/id.ts';
import { type ExportOrder, goOn } from './bundle.ts';
import { EVERYTHING, isChosen } from './choice.ts';
import { ERASED, fullNames, LEFT_OUT, type Names } from './names.ts';

export type Fields = Readonly<Partial<Record<DisclosedField, string>>>;

/** One entry with what may be told beside it: under no naming but `full` are there words of people. */
export interface Told {
  readonly read: ReadLeaf;
  readonly fields: Fields;
  readonly chosen: boolean;
}

/** What entries before say of one meeting, and later ones build on: names, asks, when it began. */
export class Telling {
  readonly names: Names;
  readonly asks = new Map<AskId, EntryOf<'asked'>>();
  /** Text of a notice by its ask; absent once erased. */
  readonly notices = new Map<AskId, string>();
  /** ISO 8601 UTC. */
  openedAt: string;
  private readonly called = new Map<ParticipantKey, string>();
  /** Names that stand for erased ones; null while nobody needed them. */
  private corrected: ReadonlyMap<ParticipantKey, string> | null = null;

  constructor(
    private readonly order: ExportOrder,
    readonly row: LogRow,
  ) {
    this.names = order.names ?? fullNames();
    this.openedAt = new Date(row.openedAt).toISOString();
  }

  /** As in this export; '' for somebody who has no name in it. */
  nameOf = (participant: ParticipantKey): string => this.called.get(participant) ?? '';

  /** Page by page, each entry after what it says was learnt. wrote: told how many entries were read. */
  async *entries(wrote: (entries: number) => void): AsyncGenerator<readonly Told[], void> {
    const { source, signal } = this.order;
    for await (const page of source.pages(this.row)) {
      goOn(signal);
      const [first, last] = [page[0]?.logged.index ?? 0, page.at(-1)?.logged.index ?? -1];
      const opened = byEntry(await source.opened(this.row.log, first, last));
      const told: Told[] = [];
      for (const read of page) told.push(await this.learn(read, opened.get(read.logged.index) ?? {}));
      yield told;
      wrote(page.length);
    }
  }

  /** Whether what this entry says of somebody and an ask was chosen, whoever else the entry is about. */
  isTold(participant: ParticipantKey, ask: AskId, { read }: Told): boolean {
    const { choice = EVERYTHING } = this.order;
    const purposes = this.asks.get(ask)?.purposes.map(({ purpose }) => purpose) ?? null;
    return isChosen(choice, { participant, at: read.logged.at, purposes });
  }

  /** What stands for a field in a table or a sentence: its value, that it is erased or left out, or '' where there never was one. */
  words({ read, fields }: Told, field: DisclosedField): string {
    if (read.leaf.sealed[field] === undefined) return '';
    return this.names.how === 'full' ? (fields[field] ?? ERASED) : LEFT_OUT;
  }

  private async learn(read: ReadLeaf, opened: Fields): Promise<Told> {
    const { entry } = read.leaf;
    if (entry.kind === 'meeting-opened') this.openedAt = read.leaf.time;
    if (isNaming(entry)) {
      const gone = read.leaf.sealed.name === undefined ? '' : ERASED;
      const name = opened.name ?? (gone === '' ? gone : ((await this.correctedNames()).get(entry.participant) ?? gone));
      this.called.set(entry.participant, await this.names.of(entry.participant, name));
    }
    if (entry.kind === 'asked') {
      this.asks.set(entry.ask, entry);
      if (opened.text !== undefined) this.notices.set(entry.ask, opened.text);
    }
    const { choice = EVERYTHING } = this.order;
    const of = { participant: subjectOf(entry), at: read.logged.at, purposes: this.purposesOf(entry) };
    return { read, fields: this.names.how === 'full' ? opened : {}, chosen: isChosen(choice, of) };
  }

  /** A corrected name is theirs from the beginning: only where one is erased is the log looked through for it. */
  private async correctedNames(): Promise<ReadonlyMap<ParticipantKey, string>> {
    if (this.corrected) return this.corrected;
    const found = new Map<ParticipantKey, string>();
    const { source, signal } = this.order;
    for await (const page of source.pages(this.row)) {
      goOn(signal);
      for (const { leaf } of page) {
        if (leaf.entry.kind !== 'name-corrected') continue;
        const opened = await source.opened(this.row.log, leaf.index, leaf.index);
        const name = opened.find(({ field }) => field === 'name')?.value;
        if (name !== undefined) found.set(leaf.entry.participant, name);
      }
    }
    this.corrected = found;
    return found;
  }

  private purposesOf(entry: Entry): readonly Purpose[] | null {
    if (!('ask' in entry) || entry.ask === null) return null;
    return this.asks.get(entry.ask)?.purposes.map(({ purpose }) => purpose) ?? null;
  }
}

/** After such an entry somebody has another name than before. */
export function isNaming(
  entry: Entry,
): entry is EntryOf<'participant-joined'> | EntryOf<'participant-renamed'> | EntryOf<'name-corrected'> {
  return entry.kind === 'participant-joined' || entry.kind === 'participant-renamed' || entry.kind === 'name-corrected';
}

/** Whom an entry is about; null: nobody, or several. */
export function subjectOf(entry: Entry): ParticipantKey | null {
  return 'participant' in entry ? (entry.participant ?? null) : null;
}

function byEntry(opened: readonly Opened[]): Map<number, Fields> {
  const entries = new Map<number, Fields>();
  for (const { index, field, value } of opened) entries.set(index, { ...entries.get(index), [field]: value });
  return entries;
}
