import type { ChatLine } from '../../src/model/chat.ts';
import { NAME_MAX, TEXT_MAX } from '../../src/model/roster.ts';
import type { SiteLine } from '../../src/platforms/platform.ts';

/** A line that is new, or that reads differently from before. */
export interface FreshLine {
  readonly key: string;
  readonly line: ChatLine;
  /** It was there when we first looked (history, reload): never a yes. */
  readonly replayed: boolean;
}

/** Sites do not always show lines in the very order in which they were written, ms. */
const DISORDER_MS = 3000;

/**
 * Turns whole readings of the message list into the lines that changed, in list order. A message with a site id is known by it; one
 * without is known by sender, words and how many times the same was said before, so that a reload finds the same keys again.
 */
export class ChatReader {
  private first = true;
  /** When the newest line that was ever read was written, by the site's own clock, ms. */
  private newest = Number.NEGATIVE_INFINITY;
  /** Lines without an id, as they were last. */
  private last: readonly ChatLine[] = [];
  /** By message id: its text now, and how often that changed while we looked. */
  private readonly texts = new Map<string, { text: string; version: number }>();
  /** By words and sender: how often it was said while we looked. */
  private readonly said = new Map<string, number>();
  /** A reading that an adapter gives again is the same line: it is cut to size once. */
  private readonly cut = new WeakMap<ChatLine, ChatLine>();

  read(raw: readonly SiteLine[], history: boolean): FreshLine[] {
    const old = this.first || history;
    const lines = raw.map((line) => this.within(line));
    const named = this.named(lines, old, this.late(raw, lines));
    const nameless = this.nameless(lines, old);
    this.first = false;
    return lines.flatMap((line) => (line.id === null ? nameless : named).get(line) ?? []);
  }

  /** By the site's own clock these were written before what was read long ago, wherever they turn up: they are history. */
  private late(raw: readonly SiteLine[], lines: readonly ChatLine[]): ReadonlySet<ChatLine> {
    const times = raw.map(({ writtenAt }) => writtenAt ?? Number.POSITIVE_INFINITY);
    const late = lines.filter((_, i) => (times[i] ?? 0) < this.newest - DISORDER_MS);
    for (const time of times) if (Number.isFinite(time) && time > this.newest) this.newest = time;
    return new Set(late);
  }

  private within(line: ChatLine): ChatLine {
    const before = this.cut.get(line);
    if (before) return before;
    const made = within(line);
    this.cut.set(line, made);
    return made;
  }

  /** Known by id. What turns up above a line that we knew was loaded late: it is history. */
  private named(lines: readonly ChatLine[], old: boolean, late: ReadonlySet<ChatLine>): Map<ChatLine, FreshLine> {
    const newestKnown = lines.findLastIndex((line) => line.id !== null && this.texts.has(line.id));
    const fresh = new Map<ChatLine, FreshLine>();
    for (const [i, line] of lines.entries()) {
      if (line.id === null) continue;
      const before = this.texts.get(line.id);
      if (before?.text === line.text) continue;
      const version = (before?.version ?? -1) + 1;
      this.texts.set(line.id, { text: line.text, version });
      const replayed = old || (before === undefined && (i < newestKnown || late.has(line)));
      const key = `c:${line.id}:${fingerprint(line.text)}:${version}`;
      fresh.set(line, { key, line: { ...line, edited: line.edited || before !== undefined }, replayed });
    }
    return fresh;
  }

  /**
   * Known by place: the list as it was is found in the list as it is (its top may have scrolled away, a line may have been edited),
   * and what follows is new. Where nothing fits, the chat was wiped or loaded anew: words that were there before may be history.
   */
  private nameless(lines: readonly ChatLine[], old: boolean): Map<ChatLine, FreshLine> {
    const now = lines.filter((line) => line.id === null);
    const start = this.last.findIndex((_, from) => fits(this.last.slice(from), now));
    const kept = start === -1 ? [] : this.last.slice(start);
    const fresh = new Map<ChatLine, FreshLine>();
    for (const [i, line] of now.entries()) {
      const was = kept[i];
      if (was?.text === line.text) continue;
      const { id, name, self } = line.sender;
      const words = fingerprint([id ?? '', name ?? '', String(self), line.text].join('\u0000'));
      const nth = (this.said.get(words) ?? 0) + 1;
      this.said.set(words, nth);
      const replayed = old || (nth > 1 && kept.length === 0);
      fresh.set(line, {
        key: `n:${words}:${nth}`,
        line: { ...line, edited: line.edited || was !== undefined },
        replayed,
      });
    }
    this.last = now;
    return fresh;
  }
}

/** The old lines stand at the beginning of the new ones, but for one edited text at most. */
function fits(before: readonly ChatLine[], now: readonly ChatLine[]): boolean {
  if (before.length > now.length) return false;
  let edited = 0;
  for (const [i, was] of before.entries()) {
    const is = now[i];
    if (!is || is.sender.name !== was.sender.name || is.sender.id !== was.sender.id) return false;
    if (is.text !== was.text) edited++;
  }
  return edited === 0 || (edited === 1 && before.length > 1);
}

function within(line: ChatLine): ChatLine {
  const { id, name, self } = line.sender;
  return {
    id: line.id ? line.id.slice(0, 250) : null,
    sender: { id: id ? id.slice(0, 250) : null, name: name === null ? null : name.slice(0, NAME_MAX), self },
    text: line.text.slice(0, TEXT_MAX),
    edited: line.edited,
  };
}

/** 53 bits, not cryptographic: two versions of one message must differ, nobody gains by making their own two collide (cyrb53). */
export function fingerprint(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
