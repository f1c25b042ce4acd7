import type { PageObservation } from '../../src/messages/content-to-worker.ts';

/**
 * Observations stay here until the worker says that they are durably in the log: a worker that dies in between loses nothing.
 * Order is kept. Only the newest reading of roster, place, mute and screen is kept: an older one says nothing that the newer does not.
 */
export class Outbox {
  private readonly waiting = new Map<string, PageObservation>();
  private readonly later = new Set<string>();

  /** Asks for the worker are small; a page that floods us loses its oldest chatter, never a reading of the roster. */
  static readonly LIMIT = 2000;

  put(observation: PageObservation): void {
    if (observation.what !== 'chat' && observation.what !== 'post') {
      for (const [key, other] of this.waiting) if (other.what === observation.what) this.waiting.delete(key);
    }
    this.waiting.set(observation.key, observation);
    if (this.waiting.size > Outbox.LIMIT) {
      const oldest = [...this.waiting.values()].find((o) => o.what === 'chat');
      if (oldest) this.waiting.delete(oldest.key);
    }
  }

  done(keys: readonly string[]): void {
    for (const key of keys) {
      this.waiting.delete(key);
      this.later.delete(key);
    }
  }

  defer(keys: readonly string[]): void {
    for (const key of keys) if (this.waiting.has(key)) this.later.add(key);
  }

  /** Everything not acknowledged, oldest first, in batches that the worker takes. */
  all(): PageObservation[][] {
    return batches([...this.waiting.values()]);
  }

  deferred(): PageObservation[][] {
    return batches([...this.later].flatMap((key) => this.waiting.get(key) ?? []));
  }
}

/** As many at a time as the worker takes. */
export function batches(items: readonly PageObservation[]): PageObservation[][] {
  const out: PageObservation[][] = [];
  for (let i = 0; i < items.length; i += 100) out.push(items.slice(i, i + 100));
  return out;
}
