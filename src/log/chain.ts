import type { Leaf } from '../model/entry.ts';
import { leafHash, NO_LEAF, timeOf } from './leaf.ts';

/** Why a leaf does not follow the one before. The codes are those of check.ts. */
export const CHAIN_FAULTS = ['log', 'index', 'time', 'link'] as const;
export type ChainFault = (typeof CHAIN_FAULTS)[number];

/** Where a log stands after some leaves: how many, the last leaf's hash and time (ms UTC, null before the first). */
export interface Link {
  readonly size: number;
  readonly head: string;
  readonly at: number | null;
}

export const START: Link = { size: 0, head: NO_LEAF, at: null };

/** What is wrong with `leaf` as the next one; empty when it follows. */
export function chainFaults(before: Link, log: string, leaf: Leaf): ChainFault[] {
  const faults: ChainFault[] = [];
  if (leaf.log !== log) faults.push('log');
  if (leaf.index !== before.size) faults.push('index');
  if (before.at !== null && timeOf(leaf) < before.at) faults.push('time');
  if (leaf.prev !== before.head) faults.push('link');
  return faults;
}

/**
 * The link after these bytes. `leaf` is null when they cannot be read: the place counts, the time stays. After a gap the count goes
 * on from the leaf's own index, so that one missing entry is one finding.
 */
export async function linkAfter(before: Link, bytes: Uint8Array, leaf: Leaf | null): Promise<Link> {
  return linkTo(before, await leafHash(bytes), leaf);
}

/** The same where the bytes are hashed already. head: base64url. */
export function linkTo(before: Link, head: string, leaf: Leaf | null): Link {
  if (leaf === null) return { size: before.size + 1, head, at: before.at };
  return { size: leaf.index + 1, head, at: timeOf(leaf) };
}
