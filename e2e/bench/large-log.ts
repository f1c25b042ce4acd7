import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../../src/log/bundle.ts';
import { commitmentOf, disclosureText } from '../../src/log/commitment.ts';
import { leafHash, makeLeaf, NO_LEAF, SALT_BYTES } from '../../src/log/leaf.ts';
import type { Entry } from '../../src/model/entry.ts';
import { ID_BYTES, idOf } from '../../src/model/id.ts';

export interface LargeLog {
  /** The export. */
  readonly text: string;
  readonly leaves: readonly string[];
  readonly disclosures: readonly string[];
}

const NINE = Date.UTC(2026, 2, 2, 9);
const PEOPLE = 20;

/**
 * An export of one meeting with so many entries that is in order: people who come and go by name, and a roster that is read again and again, as a
 * watched page gives them. Nothing is recorded in it. Every fourth entry has a name beside it.
 */
export async function largeLog(size: number): Promise<LargeLog> {
  const log = idOf('log', new Uint8Array(ID_BYTES).fill(1));
  const leaves: string[] = [];
  const disclosures: { index: number; field: 'name'; disclosure: string }[] = [];
  let prev = NO_LEAF;
  for (let index = 0; index < size; index++) {
    const salt = saltOf(index);
    const entry = entryAt(index);
    const named = entry.kind === 'participant-joined';
    const disclosure = named ? disclosureText(salt, 'name', `Person ${index % PEOPLE}`) : null;
    if (disclosure) disclosures.push({ index, field: 'name', disclosure });
    const sealed = disclosure ? { name: await commitmentOf(disclosure) } : {};
    const leaf = makeLeaf({ log, index, prev, at: NINE + index * 250, salt, seen: '', sealed, entry });
    prev = await leafHash(leaf.bytes);
    leaves.push(leaf.text);
  }
  const bundled = { log, platform: 'sandbox', size, head: prev, leaves, disclosures };
  const exportedAt = new Date(NINE + size * 250).toISOString();
  const text = JSON.stringify({ format: BUNDLE_FORMAT, version: BUNDLE_VERSION, exportedAt, logs: [bundled] });
  return { text, leaves, disclosures: disclosures.map((one) => one.disclosure) };
}

function entryAt(index: number): Entry {
  if (index === 0)
    return { kind: 'meeting-opened', platform: 'sandbox', software: '0.1.0', policy: 'floor', lagMs: 2000 };
  const participant = idOf('participant', new Uint8Array(ID_BYTES).fill(1 + (Math.floor(index / 4) % PEOPLE)));
  if (index % 4 === 1) return { kind: 'participant-joined', participant, self: false, stable: true };
  if (index % 4 === 3) return { kind: 'participant-left', participant };
  return { kind: 'roster-read', completeness: 'complete', rows: index % 4, counter: index % 4, source: 'dom' };
}

/** As different as random ones, and the same in every run. */
function saltOf(index: number): Uint8Array<ArrayBuffer> {
  const salt = new Uint8Array(SALT_BYTES);
  new DataView(salt.buffer).setUint32(0, index);
  return salt;
}
