/** A line of the chat, and what the page calls its sender. */
export interface Labelled {
  readonly label: string | null;
  readonly text: string;
}

/**
 * Which chat lines are one's own, where the page does not say so: it leaves their sender out, or calls them "You" in its language, or by one's name.
 * So what it says is learned: the first line that shows the very words that we wrote has the label of one's own lines.
 */
export class OwnLines {
  /** Words that we wrote, or tried to, and how many lines said the same before: the next one is ours. */
  private readonly awaited = new Map<string, number>();
  private readonly written = new Set<string>();
  private label: string | null = null;

  /** @param known labels that are one's own on this site before anything was learned */
  constructor(private readonly known: ReadonlySet<string>) {}

  /** What one's own row says is one's name is the label too, on a site that writes names over all lines. */
  named(name: string): void {
    this.label = name;
  }

  /** Called before a message is sent, with the lines as they are. */
  expect(text: string, lines: readonly Labelled[]): void {
    const words = bare(text);
    this.written.add(words);
    this.awaited.set(words, lines.filter((line) => bare(line.text) === words).length);
  }

  learn(lines: readonly Labelled[]): void {
    for (const [words, before] of this.awaited) {
      const ours = lines.filter((line) => bare(line.text) === words)[before];
      if (!ours) continue;
      this.awaited.delete(words);
      if (ours.label !== null) this.label = ours.label;
    }
  }

  /**
   * label: what stands where the sender is, '' when nothing does, null when that place was not found. others: names of everybody else
   * who is known to be here. `unclear`: it might be one's own or somebody else's, so it is nobody's.
   */
  judge(line: Labelled, lines: readonly Labelled[], others: ReadonlySet<string>): 'own' | 'other' | 'unclear' {
    const { label, text } = line;
    if (label === null || label === '') {
      if (this.written.has(bare(text))) return 'own';
      // Where no line at all has a sender, it is the page that has changed.
      const leftOut = label === '' && this.label === '' && lines.some((other) => other.label);
      return leftOut ? 'own' : 'unclear';
    }
    if (!this.known.has(label) && label !== this.label) return 'other';
    return others.has(label) ? 'unclear' : 'own';
  }
}

/** Sites change white space. */
function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
