import { SENSES, type Sense } from '../../src/model/panel.ts';

/** What of `storage.session` is used here. */
export interface SessionStore {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const KEY = 'worked';
/** Meetings that are remembered; nobody is in so many at once. */
const MEETINGS = 20;

type Rows = readonly (readonly [string, readonly Sense[]])[];

/**
 * What was seen to work in each meeting, by its keyed hash: it is missed only when it worked before. Kept where a worker that starts anew
 * finds it, and gone with the browser.
 */
export class Worked {
  private loading: Promise<Map<string, Set<Sense>>> | null = null;

  constructor(private readonly store: SessionStore) {}

  async in(meeting: string): Promise<Set<Sense>> {
    this.loading ??= this.load();
    const all = await this.loading;
    const worked = all.get(meeting) ?? new Set();
    all.set(meeting, worked);
    return worked;
  }

  /** Called after something more was seen to work. A write that fails costs a warning after a restart, and nothing else. */
  async keep(): Promise<void> {
    const rows: Rows = [...((await this.loading) ?? [])]
      .slice(-MEETINGS)
      .map(([meeting, worked]) => [meeting, [...worked]]);
    await this.store.set({ [KEY]: rows });
  }

  private async load(): Promise<Map<string, Set<Sense>>> {
    const stored = (await this.store.get(KEY))[KEY];
    const rows = Array.isArray(stored) ? (stored as Rows) : [];
    return new Map(
      rows.map(([meeting, worked]) => [meeting, new Set(worked.filter((sense) => SENSES.includes(sense)))]),
    );
  }
}
