import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { makeNotice } from '../consent/notice.ts';
import type { Item } from '../log/append.ts';
import { readCheckpointText } from '../log/checkpoint.ts';
import type { Receipt } from '../log/receipt.ts';
import { readNote } from '../log/signed-note.ts';
import { ANA, ASK, EPOCH, HOST, id, item, LOG, NINE, openBench, write } from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import type { EntryOf } from '../model/entry.ts';
import { encodeTag } from '../model/tag-format.ts';
import { BEN, crowd, receiptOf, TWIN } from '../verify/testdata/receipts.ts';
import { HASH, opens, reads, says, signed } from '../verify/testdata/story.ts';

/** In a database of its own. */
async function storeOf(items: readonly Item[]) {
  globalThis.indexedDB = new IDBFactory();
  const bench = await openBench();
  await write(bench.store, items);
  return bench;
}

const of = (kind: string, participant: string) => (one: Item) =>
  one.draft.entry.kind === kind && 'participant' in one.draft.entry && one.draft.entry.participant === participant;

/** Up to everybody's yes, Ana's with these parts. */
async function yeses(part: Partial<EntryOf<'answered'>> = {}, changed: (items: Item[]) => void = () => undefined) {
  const items = await crowd({ doubts: false });
  items.splice(items.findLastIndex(of('answered', ANA)));
  items[items.findIndex(of('answered', ANA))] = await signed(await testSigner(2), ANA, 8, part);
  changed(items);
  return items;
}

const asked = (items: readonly Item[]) => items.find(({ draft }) => draft.entry.kind === 'asked') as Item;
function asks(items: Item[], part: Partial<EntryOf<'asked'>>): void {
  const one = asked(items);
  const entry = { ...one.draft.entry, ...part } as EntryOf<'asked'>;
  items[items.indexOf(one)] = { ...one, draft: { ...one.draft, entry } };
}
async function german() {
  const entry = asked(await crowd()).draft.entry as EntryOf<'asked'>;
  const made = await makeNotice(entry, 'de');
  if (!made) throw new Error('no German notice');
  return made;
}
const told = async (items: readonly Item[], who = ANA) => (await receiptOf((await storeOf(items)).store, who)).receipt;
const languages = ({ notices }: Receipt) => notices.map(({ language }) => language);

describe('the texts in a receipt', () => {
  it('are the one that she read in her language, which is also the receipt’s', async () => {
    const { notice, words } = await german();
    const receipt = await told(await yeses({ shown: [notice] }));
    expect(receipt.notices).toEqual([{ ...notice, text: words }]);
    expect(receipt.statement.language).toBe('de');
    // He read what was asked, which stands beside the question.
    const his = await told(await yeses({ shown: [notice] }), BEN);
    expect([his.notices, his.statement.language]).toEqual([[], 'en']);
  });

  it('are both where both were shown, and which of them she read nobody knows', async () => {
    const { notice } = await german();
    const receipt = await told(await yeses({ shown: [notice, { language: 'en', version: 1, hash: HASH }] }));
    expect([languages(receipt), receipt.statement.language]).toEqual([['de'], 'en']);
  });

  it('are the second text of the question as well', async () => {
    const { notice } = await german();
    const also = (items: Item[]) => asks(items, { also: notice });
    expect(languages(await told(await yeses({ shown: [notice] }, also)))).toEqual(['de']);
    expect(languages(await told(await yeses({}, also)))).toEqual(['de']);
  });

  it.each([
    ['with another hash', { language: 'de', version: 1, hash: HASH }],
    ['in a language that there is no notice in', { language: 'xx', version: 1, hash: 'A'.repeat(43) }],
  ])('are none that are not known: %s', async (_, shown) => {
    expect((await told(await yeses({ shown: [shown as never] }))).notices).toEqual([]);
  });

  it('are the question’s own where the host, whose words they were, was erased', async () => {
    const made = await makeNotice(asked(await crowd()).draft.entry as EntryOf<'asked'>, 'en');
    const { store } = await storeOf(await yeses({}, (items) => asks(items, { notice: made?.notice as never })));
    await store.erase(LOG, HOST);
    const { receipt } = await receiptOf(store);
    expect(receipt.notices).toEqual([{ ...made?.notice, text: made?.words }]);
    expect(receipt.disclosures.some(({ field }) => field === 'text')).toBe(false);
  });

  it('are those of the question that was answered last, and of no other one', async () => {
    const { notice, words } = await german();
    const second = id('ask', 2);
    const { draft, ...rest } = asked(await crowd());
    const again = {
      ...draft,
      entry: { ...draft.entry, ask: second, notice } as EntryOf<'asked'>,
      disclosures: { text: words },
    };
    const items = await yeses();
    items.push({ ...rest, draft: again, at: NINE + 40_000 });
    expect((await told(items)).statement.language).toBe('en');
    items.push(await signed(await testSigner(2), ANA, 41, { ask: second, notice: notice.hash }));
    const receipt = await told(items);
    expect([receipt.statement.language, receipt.notices]).toEqual(['de', []]);
  });
});

it('nothing is disclosed that the format does not name, though it lies beside a name of hers', async () => {
  const renamed = item({ kind: 'participant-renamed', participant: ANA }, NINE + 9000, ANA, {
    name: 'Ana S.',
    site: 'secret',
  });
  const items = await yeses();
  items.push(renamed);
  const { disclosures } = await told(items);
  expect(disclosures.filter(({ index }) => index === items.length - 1).map(({ field }) => field)).toEqual(['name']);
});

describe('the roots in a receipt', () => {
  const post = (text: string, number = 9, as: EntryOf<'post-ordered'>['says'] = 'recording'): Item =>
    item({ kind: 'post-ordered', post: id('post', number), says: as, ask: ASK, people: [] }, NINE + 12_000, HOST, {
      text,
    });
  const on = (size: number, epoch = EPOCH) =>
    `Recording is on.\n${encodeTag({ kind: 'on', ask: ASK, epoch, root: { size, hash: HASH } })}`;
  const sizes = async (items: readonly Item[], who = ANA) => (await told(items, who)).roots.map(({ size }) => size);
  const opening = (items: readonly Item[]) => items.findIndex(({ draft }) => draft.entry.kind === 'gate-opened');

  it('are those that our posts told the chat, in their order, each once', async () => {
    const items = await yeses();
    const [own] = await sizes(items);
    expect(own).toBe(opening(items) + 2);
    expect(await sizes([...items, post(on(7)), post(`${on(9)}\n\n${on(7)}`, 8)])).toEqual([7, 9, own]);
  });

  it.each<[string, (size: number) => Item]>([
    ['a post of another kind', () => post(on(7), 9, 'stopped')],
    ['a post without a tag', () => post('Recording is on.')],
    ['a post of an epoch that she was not in', () => post(on(7, id('epoch', 2)))],
    ['a post that tells more entries than there are', (size) => post(on(size + 2))],
  ])('are none of %s', async (_, extra) => {
    const items = await yeses();
    expect(await sizes([...items, extra(items.length)])).toEqual([opening(items) + 2]);
  });

  it('may be of the whole log', async () => {
    const items = await yeses();
    expect(await sizes([...items, post(on(items.length + 1))])).toEqual([opening(items) + 2, items.length + 1]);
  });

  it('of an epoch that she was not in are theirs who were', async () => {
    const second = id('epoch', 2);
    const items = [...(await yeses()), opens(30, [HOST, BEN], [], second), post('', 8), post(on(7, second))];
    const [own] = await sizes(items);
    expect(await sizes(items)).toEqual([own]);
    expect(await sizes(items, BEN)).toEqual([7, own]);
  });

  it('are all that it can have been where the words of the post were erased, and not those of a whole meeting', async () => {
    const erased = async (between: number) => {
      const items = await yeses();
      const at = items.findIndex(({ draft }) => draft.entry.kind === 'post-ordered');
      items.splice(at, 0, ...Array.from({ length: between }, () => reads(11, 3)));
      const { store } = await storeOf(items);
      await store.erase(LOG, HOST);
      return { gate: opening(items), sizes: (await receiptOf(store)).receipt.roots.map(({ size }) => size) };
    };
    const near = await erased(0);
    expect(near.sizes).toEqual([near.gate + 1, near.gate + 2]);
    const far = await erased(60);
    expect([far.sizes[0], far.sizes.at(-1), far.sizes.length]).toEqual([far.gate + 1, far.gate + 50, 50]);
  });
});

describe('what a receipt goes on from', () => {
  const given = (size?: number, participant: typeof ANA = ANA) =>
    says(50, { kind: 'exported', format: 'receipt', participant, ...(size !== undefined && { size }) });
  const checkpointOf = (note = '') => readCheckpointText(readNote(note)?.text ?? '');
  async function later() {
    const bench = await storeOf((await yeses()).slice(0, 5));
    await bench.store.checkpoint(await rowOf(bench), await testSigner());
    await add(bench, (await yeses()).slice(5));
    return { bench, first: await receiptOf(bench.store) };
  }
  const rowOf = async ({ store }: Awaited<ReturnType<typeof storeOf>>) => {
    const row = await store.row(LOG);
    if (!row) throw new Error('no log');
    return row;
  };
  const add = async (bench: Awaited<ReturnType<typeof storeOf>>, items: readonly Item[]) =>
    expect((await bench.store.append(LOG, await rowOf(bench), items, null)).ok).toBe(true);
  const no = async () => signed(await testSigner(2), ANA, 51, { answer: 'withdrawn' });

  it('is the one that was given, though her no came before that was noted', async () => {
    const { bench, first } = await later();
    await add(bench, [await no(), given(first.size)]);
    const { receipt } = await receiptOf(bench.store);
    expect(receipt.since?.checkpoint).toBe(first.receipt.checkpoint);
  });

  it('is signed anew, of the very same tree, where its note is gone', async () => {
    const { bench, first } = await later();
    await add(bench, [given(first.size), await no()]);
    await bench.db.clear('checkpoints');
    await bench.db.put('checkpoints', { log: LOG, size: 3, note: 'x' });
    const { receipt } = await receiptOf(bench.store);
    expect(checkpointOf(receipt.since?.checkpoint)).toEqual(checkpointOf(first.receipt.checkpoint));
  });

  it.each<[string, (size: number) => Item]>([
    ['of no size', () => given()],
    ['of a size that the log does not have', () => given(9999)],
    ['somebody else’s', (size) => given(size, BEN)],
  ])('is none that was %s', async (_, note) => {
    const { bench, first } = await later();
    await add(bench, [note(first.size), await no()]);
    expect((await receiptOf(bench.store)).receipt.since).toBeUndefined();
  });
});

it('somebody who was there and did not answer has none, nor has anybody of a log that is not there', async () => {
  const items = await yeses();
  items.push(item({ kind: 'participant-joined', participant: TWIN, self: false, stable: true }, NINE + 30_000));
  const { store } = await storeOf(items);
  await expect(receiptOf(store, TWIN)).rejects.toMatchObject({ code: 'unexpected' });
  globalThis.indexedDB = new IDBFactory();
  await expect(receiptOf((await openBench()).store)).rejects.toMatchObject({ code: 'unexpected' });
});
