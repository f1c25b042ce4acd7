import type { Reserve } from '../../database/reserve.ts';
import { type Database, openDatabase } from '../../database/schema.ts';
import type { DisclosedField, Entry } from '../../model/entry.ts';
import { type IdKind, idOf } from '../../model/id.ts';
import { type KeyFiles, memoryKeyFiles } from '../../vault/key-files.ts';
import type { Item } from '../append.ts';
import { type LogStore, openLogStore } from '../store.ts';

/** Bytes that look random and are the same in every run: 0, 1, 2, ... never twice the same block. */
export function countedBytes(): (n: number) => Uint8Array<ArrayBuffer> {
  let block = 0;
  return (n) => {
    block += 1;
    return Uint8Array.from({ length: n }, (_, i) => (block * 31 + i * 7 + (block >> 8)) & 0xff);
  };
}

export interface Bench {
  readonly db: Database;
  readonly keys: KeyFiles;
  readonly store: LogStore;
}

export async function openBench(random = countedBytes(), keys = memoryKeyFiles(), reserve?: Reserve): Promise<Bench> {
  const db = await openDatabase(() => {});
  return { db, keys, store: openLogStore({ db, keys, random, ...(reserve && { reserve }) }) };
}

export function id<K extends IdKind>(kind: K, number: number) {
  return idOf(
    kind,
    Uint8Array.from({ length: 9 }, (_, i) => (number * 17 + i * 29) & 0xff),
  );
}

export const LOG = id('log', 1);
export const HOST = id('participant', 1);
export const ANA = id('participant', 2);
export const ASK = id('ask', 1);
export const EPOCH = id('epoch', 1);
export const COPY = id('copy', 1);
/** 2026-03-02T09:00:00.000Z */
export const NINE = Date.UTC(2026, 2, 2, 9);
export const NOTICE = 'n5Wb0Yp8kqzqJ2yTn1v0m8o2l7sQ3dX9aR4uE6tCwHk';

export function item(
  entry: Entry,
  at = NINE,
  subject: typeof ANA | null = null,
  disclosures: Partial<Record<DisclosedField, string>> = {},
): Item {
  return { draft: { entry, subject, disclosures }, at, seen: '' };
}

export const opened = item({
  kind: 'meeting-opened',
  platform: 'sandbox',
  software: '0.1.0',
  policy: 'floor',
  lagMs: 2000,
});

export function joined(participant: typeof ANA, name: string, at: number, self = false): Item {
  const entry: Entry = { kind: 'participant-joined', participant, self, stable: true };
  return item(entry, at, participant, { name, site: `site-of-${name}` });
}

export const asked: Item = item(
  {
    kind: 'asked',
    ask: ASK,
    notice: { language: 'en', version: 1, hash: NOTICE },
    purposes: [
      { purpose: 'quality', required: true },
      { purpose: 'training', required: false },
    ],
    media: 'sound',
    keepDays: 30,
    proofDays: 365,
    by: 'host',
  },
  NINE + 3000,
  HOST,
  { text: 'May we record this conversation?' },
);

export function answered(answer: 'consented' | 'refused' | 'withdrawn', words: string, at: number): Item {
  const entry: Entry = {
    kind: 'answered',
    ask: ASK,
    notice: NOTICE,
    participant: ANA,
    person: 1,
    answer,
    purposes: answer === 'consented' ? ['quality', 'training'] : [],
    media: 'sound',
    grade: 'chat',
    channel: 'chat',
    by: 'participant',
    signed: null,
  };
  return item(entry, at, ANA, { words, site: `message-${at}` });
}

export const gateOpened = (epoch = EPOCH, at = NINE + 9000): Item =>
  item({ kind: 'gate-opened', epoch, ask: ASK, media: 'sound', roster: [ANA, HOST], answers: [4] }, at);

/** A whole small meeting: opened, two joins, ask, yes, capture, withdrawal. */
export const MEETING: readonly Item[] = [
  opened,
  joined(HOST, 'Héctor Ruiz', NINE + 1000, true),
  joined(ANA, 'Ana 🌿 Silva', NINE + 2000),
  asked,
  answered('consented', 'Yes, I agree "fully"', NINE + 8000),
  gateOpened(),
  answered('withdrawn', '=stop, please', NINE + 60_000),
  item({ kind: 'gate-closed', epoch: EPOCH, reasons: ['withdrawn'] }, NINE + 60_000),
];

/** Creates LOG and appends the items in one go. */
export async function write(store: LogStore, items: readonly Item[], log = LOG) {
  const row = await store.create({ log, platform: 'sandbox', meeting: 'hash', at: NINE });
  const done = await store.append(log, row, items, null);
  if (!done.ok) throw new Error(done.code);
  return done;
}
