import type { Outcome } from '../../src/model/failure.ts';
import { settingAt } from '../../src/model/setting-at.ts';
import type { Known } from '../../src/model/setting-fields.ts';
import { effective, readStored } from '../../src/model/setting-merge.ts';
import { readFlat } from '../../src/model/setting-reading.ts';
import type { Effective, SettingChanges, SettingPath, SettingsView } from '../../src/model/settings.ts';

/** One key, so that a change is one write: what a host changed, with the version of how it is written. */
export const SETTINGS_KEY = 'settings';

/** As far as the browser's storage areas are needed. */
export interface Areas {
  readonly local: {
    get(key: string): Promise<Record<string, unknown>>;
    set(items: Record<string, unknown>): Promise<void>;
  };
  readonly managed: { get(key: null): Promise<Record<string, unknown>> };
}

/**
 * The settings, read once and again after every change in either area. Only the worker writes them, one change after the other. What cannot
 * be read counts as the strictest, never as untouched: an organisation's lock must not fall because a read failed.
 */
export class SettingsStore {
  #read: Promise<Read> | null = null;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly areas: Areas,
    private readonly known: Known,
  ) {}

  async effective(): Promise<Effective> {
    return (await this.#now()).effective;
  }

  async view(): Promise<SettingsView> {
    const { effective: now, own } = await this.#now();
    return { ...now, own };
  }

  /** Something changed in an area: what was read no longer counts. */
  forget(): void {
    this.#read = null;
  }

  /** Some settings, by path, as a page sent them; all of them or none. */
  change(changes: unknown): Promise<Outcome<SettingsView>> {
    return this.#write(changes, ({ own, effective: { locked } }, read) =>
      locked.some((path) => path in read) ? null : { ...own, ...read },
    );
  }

  /**
   * In place of everything that the host ever changed: a reset ({}), or taking one back. What an organisation has locked meanwhile is no longer
   * the host's to replace, and stays as it lies there.
   */
  replace(changes: unknown): Promise<Outcome<SettingsView>> {
    return this.#write(changes, ({ own, effective: { locked } }, read) => ({
      ...only(read, (path) => !locked.includes(path)),
      ...only(own, (path) => locked.includes(path)),
    }));
  }

  /** join: what the host's changes become, or null to refuse. */
  #write(
    changes: unknown,
    join: (now: Read, read: SettingChanges) => SettingChanges | null,
  ): Promise<Outcome<SettingsView>> {
    const written = this.#writing.then(async (): Promise<Outcome<SettingsView>> => {
      const read = readFlat(changes, this.known);
      if (read.problems.length > 0) return { ok: false, code: 'setting-refused' };
      const now = await this.#fresh();
      // Written over, what could not be read would be lost.
      if (now.failed) return { ok: false, code: 'storage-failed' };
      const next = join(now, read.changes);
      if (!next || !this.#isSound(next)) return { ok: false, code: 'setting-refused' };
      // A crash before this leaves the old settings, a crash after it the new ones: one key is written whole.
      await this.areas.local.set({ [SETTINGS_KEY]: { version: 1, changes: next } });
      this.forget();
      return { ok: true, value: await this.view() };
    });
    const outcome = written.catch((error: unknown): Outcome<SettingsView> => {
      console.error('settings', error);
      return { ok: false, code: 'storage-failed' };
    });
    this.#writing = outcome;
    return outcome;
  }

  /** Together, too: a proof that ends before its recording is corrected when read, but not taken. */
  #isSound(next: SettingChanges): boolean {
    const { settings } = effective({ version: 1, changes: next }, {}, this.known);
    const meant = (path: 'terms.keepDays' | 'terms.proofDays', now: number) =>
      next[path] === undefined || next[path] === now;
    return meant('terms.keepDays', settings.terms.keepDays) && meant('terms.proofDays', settings.terms.proofDays);
  }

  async #now(): Promise<Read> {
    this.#read ??= this.#fresh();
    const read = await this.#read;
    if (read.failed) this.#read = null;
    return read;
  }

  async #fresh(): Promise<Read> {
    let failed = false;
    const unreadable = (error: unknown) => {
      console.error('settings cannot be read', error);
      failed = true;
      return null;
    };
    const [stored, policy] = await Promise.all([
      this.areas.local.get(SETTINGS_KEY).then((items) => items[SETTINGS_KEY], unreadable),
      this.areas.managed.get(null).catch(unreadable),
    ]);
    const now = effective(stored, policy, this.known);
    const mine = readStored(stored, this.known);
    // What stands in for something unreadable is the host's from now on: the next change must not turn it into what is looser.
    const standIns = mine.bad.map((path) => [path, settingAt(now.settings, path)]);
    return { effective: now, own: { ...mine.changes, ...Object.fromEntries(standIns) }, failed };
  }
}

function only(changes: SettingChanges, wanted: (path: SettingPath) => boolean): SettingChanges {
  return Object.fromEntries(Object.entries(changes).filter(([path]) => wanted(path as SettingPath)));
}

interface Read {
  readonly effective: Effective;
  readonly own: SettingChanges;
  /** An area did not answer: the strictest counts until it does. */
  readonly failed: boolean;
}
