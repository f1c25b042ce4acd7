/** Locks over all windows of the extension: whoever waits for a lock goes on when it is let go, however its holder ended. */
export interface Locks {
  /** With others that share it, but with nobody who has it alone. */
  shared<T>(name: string, work: () => Promise<T>): Promise<T>;
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export const browserLocks: Locks = {
  shared: (name, work) => navigator.locks.request(name, { mode: 'shared' }, work) as Promise<never>,
  alone: (name, work) => navigator.locks.request(name, work) as Promise<never>,
};

/** For Node: the same promise within one process; who shares waits as if alone. */
export function memoryLocks(): Locks {
  const last = new Map<string, Promise<unknown>>();
  function queued<T>(name: string, work: () => Promise<T>): Promise<T> {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, mine);
    return mine;
  }
  return { shared: queued, alone: queued };
}
