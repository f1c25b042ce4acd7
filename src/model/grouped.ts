/** By a key, groups in the order in which their first comes. `Map.groupBy` is not in Node 20. */
export function grouped<Item, Key>(all: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const found = new Map<Key, Item[]>();
  for (const item of all) {
    const key = keyOf(item);
    const before = found.get(key);
    if (before) before.push(item);
    else found.set(key, [item]);
  }
  return found;
}
