import type { CheckedLog } from '../log/check.ts';
import { readDisclosure } from '../log/commitment.ts';

/** Who a participant was called by the site at an entry, as far as the names were given along. */
export function namesIn({ bundled, leaves }: CheckedLog): (participant: string, at: number) => string | null {
  const names = new Map<string, { index: number; name: string }[]>();
  for (const { index, field, disclosure } of bundled.disclosures) {
    const entry = leaves.get(index)?.entry;
    if (field !== 'name' || !entry || !('participant' in entry) || entry.participant === null) continue;
    const name = readDisclosure(disclosure)?.value ?? '';
    const known = names.get(entry.participant);
    if (known) known.push({ index, name });
    else names.set(entry.participant, [{ index, name }]);
  }
  return (participant, at) => names.get(participant)?.findLast(({ index }) => index <= at)?.name ?? null;
}
