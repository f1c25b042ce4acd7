import type { ChatLine } from '../../src/model/chat.ts';
import { NAME_MAX, TEXT_MAX } from '../../src/model/roster.ts';

/** A line that is new, or that reads differently from before. */
export interface FreshLine {
  readonly key: string;
  readonly line: ChatLine;
  /** It was there when we first looked (history, reload): never a yes. */
  readonly replayed: boolean;
}

/**
 * Turns whole readings of the message list into the lines that changed, in list order. A message with a site id is known by it; one
 * without is known by sender, words and how many times the same was said before, so that a reload finds the same keys again.
 */
export class ChatReader {
  private first = true;
  private last: readonly ChatLine[] = [];
  private readonly texts = new Map<string, string>();
  private readonly keys = new Set<string>();

  read(lines: readonly ChatLine[], history: boolean): FreshLine[] {
    const found: FreshLine[] = [];
    const times = new Map<string, number>();
    lines.forEach((raw, i) => {
      const line = within(raw);
      const said = line.id === null ? anonymousKey(line, times) : `c:${line.id}`;
      const key = line.id === null ? said : `${said}:${fingerprint(line.text)}`;
      const before = line.id === null ? this.replacedAt(lines, i) : this.texts.get(said);
      if (line.id !== null) this.texts.set(said, line.text);
      if (this.keys.has(key)) return;
      this.keys.add(key);
      const edited = line.edited || (before !== undefined && before !== line.text);
      found.push({ key, line: { ...line, edited }, replayed: this.first || history });
    });
    this.first = false;
    this.last = lines;
    return found;
  }

  /** Without ids an edit shows as one line that differs while sender and all other lines stay. */
  private replacedAt(lines: readonly ChatLine[], i: number): string | undefined {
    const was = this.last[i];
    const is = lines[i];
    if (!was || !is || was.id !== null || was.text === is.text || lines.length < this.last.length) return undefined;
    const sameSender = was.sender.name === is.sender.name && was.sender.id === is.sender.id;
    const next = this.last[i + 1];
    const restStays = next === undefined ? lines.length === this.last.length : next.text === lines[i + 1]?.text;
    return sameSender && restStays ? was.text : undefined;
  }
}

function anonymousKey(line: ChatLine, times: Map<string, number>): string {
  const said = `n:${fingerprint(`${line.sender.id ?? ''}\u0000${line.sender.name ?? ''}\u0000${line.sender.self}\u0000${line.text}`)}`;
  const nth = (times.get(said) ?? 0) + 1;
  times.set(said, nth);
  return `${said}:${nth}`;
}

function within(line: ChatLine): ChatLine {
  const { id, name, self } = line.sender;
  return {
    id: line.id === null ? null : line.id.slice(0, 250),
    sender: { id: id === null ? null : id.slice(0, 250), name: name === null ? null : name.slice(0, NAME_MAX), self },
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
