import type { ChatLine, SendOutcome } from '../../src/model/chat.ts';
import type { PostId } from '../../src/model/id.ts';
import type { Site } from '../../src/platforms/platform.ts';

/** A send is confirmed by its echo in the message list, never by the editor: rich editors show what their model does not hold. */
const ECHO_MS = 6000;
const LOOK_MS = 100;

/** Writes posts one after the other. The same post asked for twice is written once. */
export class Poster {
  private queue: Promise<void> = Promise.resolve();
  private readonly outcomes = new Map<PostId, SendOutcome | 'under-way'>();

  constructor(
    private readonly site: Site,
    /** null: there is no chat to write to. */
    private readonly limit: number | null,
    private readonly tell: (post: PostId, outcome: SendOutcome) => void,
    private readonly signal: AbortSignal,
  ) {}

  /** parts: the messages that it takes, in order. It has arrived when each of them is seen in the chat. */
  post(post: PostId, parts: readonly string[]): void {
    const known = this.outcomes.get(post);
    if (known === 'under-way') return;
    if (known) return this.tell(post, known);
    this.outcomes.set(post, 'under-way');
    this.queue = this.queue.then(async () => {
      const outcome = await this.sendAll(parts);
      this.outcomes.set(post, outcome);
      if (!this.signal.aborted) this.tell(post, outcome);
    });
  }

  /** After one that did not arrive the rest is not sent: the end of a question without its beginning is none. */
  private async sendAll(parts: readonly string[]): Promise<SendOutcome> {
    for (const part of parts) {
      const outcome = await this.send(part);
      if (outcome !== 'echoed') return outcome;
    }
    return 'echoed';
  }

  /** The same words may stand in the chat already (the notice, for those who came earlier): only one more of them is an echo. */
  private async send(text: string): Promise<SendOutcome> {
    if (this.limit === null || text.length > this.limit) return 'refused';
    const before = this.echoes(text);
    if (!(await this.site.write(text, this.signal))) return 'refused';
    for (let waited = 0; waited < ECHO_MS && !this.signal.aborted; waited += LOOK_MS) {
      if (this.echoes(text) > before) return 'echoed';
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return 'unsure';
  }

  private echoes(text: string): number {
    const wanted = spaceless(text);
    return (this.site.chat() ?? []).filter((line: ChatLine) => line.sender.self && spaceless(line.text) === wanted)
      .length;
  }
}

/** Sites change white space, turn the line break before a tag into a blank, and shorten nothing else. */
function spaceless(text: string): string {
  return text.replace(/\s+/gu, '');
}
