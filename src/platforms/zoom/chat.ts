import type { ChatLine } from '../../model/chat.ts';
import { type Head, isAtTheEnd, type Said, shownLines } from './lines.ts';

/** A new message is scrolled to in a moment; who has scrolled up to read does not see the next one, ms. */
const AWAY_MS = 1500;
/** How Zoom calls oneself, in English; elsewhere it is told by the mark of one's own lines. Grade 3. */
const ONESELF = new Set(['You', 'Me']);

/**
 * The chat's lines on the screen. Zoom writes the sender over the first line of a run only, and takes lines that are scrolled away out of
 * the page: so whose a line is, is remembered by its id, and a line without a head belongs to the line right before it. A line to one person
 * is nobody's answer to everybody: it gets no sender, so that it is at most a question, while a no in it closes like any other.
 */
export class Chat {
  private readonly heads = new Map<string, Head>();
  private endedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly view: () => Document,
    private readonly names: () => ReadonlySet<string>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  read(): ChatLine[] | null {
    const view = this.view();
    const said = shownLines(view);
    if (!said) return null;
    if (isAtTheEnd(view)) this.endedAt = this.now();
    if (this.now() - this.endedAt > AWAY_MS) return null;
    return this.headed(said).flatMap(({ line, head }) => this.lineOf(line, head) ?? []);
  }

  /** A conversation with one person is on the screen. */
  showsPrivate(): boolean {
    return this.headed(shownLines(this.view()) ?? []).some(({ line, head }) => this.isPrivate(line, head));
  }

  private headed(said: readonly Said[]): { readonly line: Said; readonly head: Head | null }[] {
    let before: { readonly line: Said; readonly head: Head | null } | null = null;
    return said.map((line) => {
      const known = line.id === null ? null : this.heads.get(line.id);
      const head: Head | null = line.head ?? known ?? (before && follows(line, before.line) ? before.head : null);
      if (head && line.id !== null) this.heads.set(line.id, head);
      before = { line, head };
      return before;
    });
  }

  private lineOf(line: Said, head: Head | null): ChatLine | null {
    const { id, text } = line;
    const own = line.own || (head !== null && ONESELF.has(head.name) && !this.names().has(head.name));
    const closed = this.isPrivate(line, head);
    // What one says to one person oneself is neither an answer nor a post.
    if (own && closed) return null;
    const name = own || closed ? null : (head?.name ?? null);
    return { id, sender: { id: null, name, self: own }, text, edited: false };
  }

  private isPrivate(line: Said, head: Head | null): boolean {
    if (!head) return false;
    const { receiver, marked } = head;
    return marked || (receiver !== null && (this.names().has(receiver) || (!line.own && ONESELF.has(receiver))));
  }
}

/** Right after it, by its own count of lines; where the page does not count them, by standing after it. */
function follows(line: Said, before: Said): boolean {
  return line.own === before.own && (line.place === null || before.place === null || line.place === before.place + 1);
}
