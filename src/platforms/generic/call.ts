import type { Place } from '../../model/roster.ts';
import { isCall, type Playing, playing } from './streams.ts';

/** Pages change their layout, and a connection stumbles: a call is over when nothing has played for this long, ms. */
export const OVER_MS = 3000;
/** A voice that was never heard in this call is told for this long, ms: at least one look of once a second falls into it. */
export const NEW_MS = 5000;

/**
 * Whether a page is in a call, by the streams that it plays.
 *
 *   elsewhere ──streams play──▶ call ──nothing has played for OVER_MS──▶ left ──streams play──▶ call
 */
export class Call {
  private state: Place = 'elsewhere';
  private playedAt = Number.NEGATIVE_INFINITY;
  private newAt = Number.NEGATIVE_INFINITY;
  private id = '';
  private readonly voices = new Set<string>();

  constructor(
    private readonly page: Document,
    private readonly now: () => number = () => performance.now(),
    private readonly read: (page: Document) => Playing[] = playing,
  ) {}

  place(): Place {
    this.look();
    return this.state;
  }

  /** The address at which the call began: pages change it during a call. Two calls at two addresses are two meetings. */
  meeting(): string {
    return this.state === 'elsewhere' ? address(this.page) : this.id;
  }

  /**
   * Somebody may have come in: a voice plays that was not there before. It is the only sign of a newcomer that pages have in common,
   * and not a sure one: some sites play everybody's voice as one.
   */
  somebodyNew(): boolean {
    return this.now() - this.newAt < NEW_MS;
  }

  private look(): void {
    const now = this.now();
    const streams = this.read(this.page);
    if (isCall(streams)) {
      if (this.state !== 'call') this.begin();
      this.playedAt = now;
    } else if (this.state === 'call' && now - this.playedAt >= OVER_MS) this.state = 'left';
    if (this.state !== 'call') return;
    for (const { own, voices } of streams) {
      if (own) continue;
      for (const voice of voices) {
        if (!this.voices.has(voice)) this.newAt = now;
        this.voices.add(voice);
      }
    }
  }

  private begin(): void {
    this.state = 'call';
    this.id = address(this.page);
    this.voices.clear();
  }
}

/** What names the meeting is in one of these on one site or another. */
function address({ location }: Document): string {
  const { host, pathname, search, hash } = location;
  return `${host}${pathname}${search}${hash}`.slice(0, 300);
}
