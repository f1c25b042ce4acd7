/** `chrome.storage.session`, as far as it is needed. */
export interface SessionArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

export const UNLOCKED = 'vault-unlocked';
/** By itself, so that whoever notes a use never writes a secret: a lock in another window at that very moment stays locked. */
const USED = 'vault-used';

/** by: what it was unlocked with. */
export interface Opened {
  readonly identity: string;
  readonly by: 'passphrase' | 'passkey';
  readonly idleMs: number;
}

/**
 * The vault's identity while it is unlocked. It lies in the browser's session storage, which is memory: it is never written to disk, content
 * scripts cannot read it, and it is gone with the browser, or when the extension is reloaded. A worker or a page would lose it as soon as the browser
 * ends it, after half a minute; the offscreen document needs no secret at all. Whoever reads it asks first whether its time is over,
 * so that a missed alarm, or a computer that slept, unlocks nothing.
 */
export class Unlocked {
  constructor(
    private readonly area: SessionArea,
    private readonly now: () => number,
  ) {}

  async read(): Promise<Opened | null> {
    const { [UNLOCKED]: found, [USED]: usedAt } = await this.area.get([UNLOCKED, USED]);
    if (!isOpened(found)) return null;
    const idle = typeof usedAt === 'number' ? this.now() - usedAt : Number.NaN;
    // A clock that was put back counts as over too.
    if (idle >= 0 && idle < found.idleMs) return found;
    await this.lock();
    return null;
  }

  async unlock(identity: string, by: Opened['by'], idleMinutes: number): Promise<void> {
    const opened: Opened = { identity, by, idleMs: idleMinutes * 60_000 };
    await this.area.set({ [UNLOCKED]: opened, [USED]: this.now() });
  }

  /** Somebody is at work with it: the time begins anew. Nothing when it is locked. */
  async touch(): Promise<void> {
    if (await this.read()) await this.area.set({ [USED]: this.now() });
  }

  lock(): Promise<void> {
    return this.area.remove(UNLOCKED);
  }
}

function isOpened(value: unknown): value is Opened {
  if (typeof value !== 'object' || value === null) return false;
  const { identity, by, idleMs } = value as Opened;
  return typeof identity === 'string' && (by === 'passphrase' || by === 'passkey') && Number.isFinite(idleMs);
}
