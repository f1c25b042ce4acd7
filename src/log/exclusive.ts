const tails = new Map<string, Promise<unknown>>();

/**
 * Runs `work` while nobody else in this origin runs work of the same name. Web Locks reach across contexts and fall away with a
 * context that dies; where there are none (Node 20) the turn is kept within the process.
 */
export function exclusive<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (locks) return locks.request(name, work) as Promise<T>;
  const before = tails.get(name) ?? Promise.resolve();
  const turn = before.then(work);
  const tail = Promise.allSettled([turn]).then(() => {
    if (tails.get(name) === tail) tails.delete(name);
  });
  tails.set(name, tail);
  return turn;
}
