import type { FramePass, ShownLine } from '../../model/frame-chat.ts';
import type { Composer } from '../../model/roster.ts';
import { isShown } from '../page/first.ts';
import { until } from '../page/type-in.ts';
import type { FrameLine } from '../platform.ts';

/** Meetings of an organisation may have Google Chat in place of Meet's own, in a frame of another site. Grade 2. */
const FRAME = 'iframe[src*="chat.google.com"]';
/** It is asked this often while somebody relies on it, and what it said holds this long, ms. */
const ASK_MS = 500;
const FRESH_MS = 2500;
/** How long writing may take there, ms. */
const WRITE_MS = 6000;

type Shown = Extract<FramePass, { what: 'shown' }>;

/** The chat in that frame, as our script in it tells. A script that is silent, or was never there, is a chat that cannot be read. */
export class Framed {
  private shown: Shown | null = null;
  private heardAt = Number.NEGATIVE_INFINITY;
  private askedAt = Number.NEGATIVE_INFINITY;
  private writes = 0;
  private readonly wrote = new Map<number, boolean>();
  private changed: () => void = () => undefined;

  constructor(
    private readonly page: Document,
    private readonly line: FrameLine | null,
  ) {
    line?.hear((pass) => {
      if (pass.what === 'wrote') this.wrote.set(pass.n, pass.sent);
      if (pass.what !== 'shown') return;
      this.shown = pass;
      this.heardAt = performance.now();
      this.changed();
    });
  }

  /** Somebody relies on the page. */
  ask(): void {
    if (performance.now() - this.askedAt < ASK_MS || !this.isThere()) return;
    this.askedAt = performance.now();
    this.line?.tell({ what: 'read' });
  }

  isThere(): boolean {
    return [...this.page.querySelectorAll(FRAME)].some(isShown);
  }

  lines(): readonly ShownLine[] | null {
    return this.now()?.lines ?? null;
  }

  /** foreign: nothing in the frame can be read. */
  composer(): Composer {
    if (!this.isThere()) return 'closed';
    const now = this.now();
    return now && (now.lines !== null || now.composer !== 'closed') ? now.composer : 'foreign';
  }

  async write(text: string, signal: AbortSignal): Promise<boolean> {
    if (this.composer() !== 'ready') return false;
    this.writes += 1;
    const n = this.writes;
    this.line?.tell({ what: 'write', n, text });
    await until(() => this.wrote.has(n), WRITE_MS, signal);
    const sent = this.wrote.get(n) === true;
    this.wrote.delete(n);
    return sent;
  }

  watch(changed: () => void, signal: AbortSignal): void {
    this.changed = changed;
    signal.addEventListener('abort', () => {
      this.changed = () => undefined;
    });
  }

  private now(): Shown | null {
    return performance.now() - this.heardAt < FRESH_MS && this.isThere() ? this.shown : null;
  }
}
