import { IDBFactory } from 'fake-indexeddb';
import { makeNotice } from '../../consent/notice.ts';
import { en } from '../../consent/notices/en.ts';
import { makeReceipt } from '../../export/receipt.ts';
import type { ReceiptsSaid } from '../../export/receipts.ts';
import type { Item } from '../../log/append.ts';
import { type Hash, rootAt, treeOf } from '../../log/merkle.ts';
import type { LogStore } from '../../log/store.ts';
import {
  ANA,
  ASK,
  EPOCH,
  HOST,
  id,
  item,
  joined,
  LOG,
  NINE,
  openBench,
  opened,
  write,
} from '../../log/testdata/meeting.ts';
import { testSigner } from '../../log/testdata/signer.ts';
import type { Entry } from '../../model/entry.ts';
import { base64url, fromBase64url } from '../../model/id.ts';
import { encodeTag } from '../../model/tag-format.ts';
import { asks, closes, described, HASH, opens, reads, says, seals, signed, starts, withRequirements } from './story.ts';

/** A meeting of the host, Ana, and Ben, who is nobody's business in Ana's receipt: whatever is his begins with this. */
export const BEN = id('participant', 3);
export const TWIN = id('participant', 4);
export const BENS = 'Ben-only';
const second = (n: number) => NINE + n * 1000;

const chat = (participant: typeof ANA, at: number, answer: 'consented' | 'refused', words: string): Item =>
  item(
    {
      kind: 'answered',
      ask: ASK,
      notice: HASH,
      participant,
      person: 1,
      answer,
      purposes: answer === 'consented' ? ['quality'] : [],
      media: 'sound',
      grade: 'chat',
      channel: 'chat',
      by: 'participant',
      signed: null,
      shown: [{ language: 'en', version: 1, hash: HASH }],
    },
    second(at),
    participant,
    { words, site: `${words}-message` },
  );

const doubt = (number: number, participant: typeof ANA | null, at: number, words: string): Item => {
  const entry: Entry = {
    kind: 'doubted',
    doubt: id('doubt', number),
    ask: ASK,
    participant,
    reason: 'perhaps-yes',
    reads: 'consented',
    closes: false,
  };
  return item(entry, second(at), participant ?? HOST, { words, sender: `${words}-sender`, site: `${words}-message` });
};

const settles = (number: number, participant: typeof ANA | null, at: number): Item =>
  says(at, { kind: 'settled', doubt: id('doubt', number), as: participant ? 'consented' : 'nothing', participant });

/** A name that was changed, and lines that may be hers, or his, or nobody's. */
const tangled = (): Item[] => [
  item({ kind: 'participant-renamed', participant: BEN }, second(9), BEN, { name: `${BENS}-again` }),
  doubt(1, ANA, 9, 'Ana-perhaps'),
  settles(1, ANA, 9),
  doubt(2, ANA, 9, `${BENS}-who-was-taken-for-Ana`),
  settles(2, BEN, 9),
  doubt(3, null, 9, `${BENS}-unsettled`),
  doubt(4, ANA, 9, `${BENS}-nothing`),
  settles(4, null, 9),
];

/** Up to the yeses of all three, the recording with its line in the chat, and Ana's no; Ben says no as well. */
export async function crowd({ doubts = true } = {}): Promise<Item[]> {
  const [host, ana] = [await testSigner(1), await testSigner(2)];
  const before = withRequirements([
    opened,
    says(1, described),
    joined(HOST, 'Héctor Ruiz', second(2), true),
    joined(ANA, 'Ana 🌿 Silva', second(3)),
    joined(BEN, BENS, second(3)),
    reads(3, 3),
    says(4, { kind: 'capture-armed' }),
    asks(5),
    await signed(host, HOST, 5),
    await signed(ana, ANA, 8),
    ...(doubts ? tangled() : []),
    chat(BEN, 10, 'consented', `${BENS}-yes`),
  ]);
  const yeses = before.flatMap(({ draft }, index) => (draft.entry.kind === 'answered' ? [index] : []));
  const opening = [...before, opens(10, [HOST, ANA, BEN], yeses), starts(10)];
  const told = await rootOf(opening);
  return [
    ...opening,
    item({ kind: 'post-ordered', post: id('post', 1), says: 'recording', ask: ASK, people: [] }, second(11), HOST, {
      text: onLine(told),
    }),
    says(12, {
      kind: 'place-stated',
      participant: BEN,
      places: ['FR'],
      residence: null,
      known: 'declared',
      by: 'participant',
    }),
    await signed(ana, ANA, 19, { answer: 'withdrawn' }),
    closes(19, ['withdrawn']),
    seals(20, 9_000, HASH),
    chat(BEN, 21, 'refused', `${BENS}-no`),
  ];
}

export const onLine = (root: { size: number; hash: string }) =>
  `Recording is on.\n${encodeTag({ kind: 'on', ask: ASK, epoch: EPOCH, root })}`;

/** Size and root of the log that these items make: in a database of its own, which is gone then. */
async function rootOf(items: readonly Item[]): Promise<{ size: number; hash: string }> {
  globalThis.indexedDB = new IDBFactory();
  const { db, store } = await openBench();
  await write(store, items);
  const root = await rootIn(store);
  db.close();
  globalThis.indexedDB = new IDBFactory();
  return root;
}

export async function rootIn(store: LogStore): Promise<{ size: number; hash: string }> {
  const row = await store.row(LOG);
  const hashes: Hash[] = [];
  if (row)
    for await (const page of store.pages(row)) for (const { hash } of page) hashes.push(fromBase64url(hash) as Hash);
  return { size: hashes.length, hash: base64url(await rootAt(await treeOf(hashes))) };
}

/** As little as a receipt can say. */
export const SAID: ReceiptsSaid = {
  statement: ({ language, addendum }) => ({ language, text: addendum ? 'An addendum.' : 'A receipt.' }),
  notice: (terms, language) => (language === 'xx' ? Promise.resolve(null) : makeNotice(terms, language)),
  page: () => ({ purposes: en.purposeNames, site: 'Sandbox' }),
};

export async function receiptOf(store: LogStore, participant: typeof ANA = ANA, at = second(3600), key = 42) {
  return makeReceipt({
    source: store,
    log: LOG,
    participant,
    at,
    signer: await testSigner(key),
    signal: new AbortController().signal,
    progress: () => undefined,
    ...SAID,
  });
}
