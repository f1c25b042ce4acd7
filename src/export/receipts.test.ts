import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Receipt } from '../log/receipt.ts';
import { ANA, type Bench, HOST, item, LOG, NINE, openBench, write } from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { verifyReceipt } from '../verify/receipt.ts';
import { BEN, BENS, crowd, SAID, TWIN } from '../verify/testdata/receipts.ts';
import { says } from '../verify/testdata/story.ts';
import type { ExportOrder } from './bundle.ts';
import { EVERYTHING } from './choice.ts';
import { Names } from './names.ts';
import { countReceipts, exportReceipts, type ReceiptFile, receiptsSaid } from './receipts.ts';
import { orderOf } from './testdata/order.ts';

let bench: Bench;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function made(part: Partial<ExportOrder> = {}): Promise<{ files: ReceiptFile[]; wrote: number[] }> {
  const files: ReceiptFile[] = [];
  const wrote: number[] = [];
  for await (const file of exportReceipts(await order(part), SAID, (entries) => wrote.push(entries))) files.push(file);
  return { files, wrote };
}
const order = async (part: Partial<ExportOrder> = {}): Promise<ExportOrder> => ({
  ...orderOf(bench),
  at: NINE + 3_600_000,
  signer: await testSigner(),
  ...part,
});
const fill = async (items: Awaited<ReturnType<typeof crowd>>) => {
  bench = await openBench();
  await write(bench.store, items);
};
const whose = (files: readonly ReceiptFile[]) =>
  files.filter(({ name }) => name.endsWith('.json')).map(({ text }) => JSON.parse(text).participants as string[]);

describe('receipts of a meeting', () => {
  it('are one of each who answered, valid, with nobody else in it, and a page beside it', async () => {
    await fill(await crowd());
    const { files, wrote } = await made();
    expect(files.map(({ name }) => name)).toEqual(
      [`Hector-Ruiz-${LOG}-${HOST}`, `Ana-Silva-${LOG}-${ANA}`, `Ben-only-again-${LOG}-${BEN}`].flatMap((name) => [
        `${name}.json`,
        `${name}.html`,
      ]),
    );
    for (const { name, text } of files) {
      if (name.endsWith('.html')) expect(text).toMatch(/^<!doctype html>/);
      else expect((await verifyReceipt(text, ed25519Of(crypto.subtle))).verdict, name).toBe('valid');
      if (!name.startsWith('Ben')) expect(text, name).not.toContain(BENS);
      if (!name.startsWith('Ana')) expect(text, name).not.toContain('Silva');
    }
    const size = (await bench.store.row(LOG))?.size ?? 0;
    expect(wrote.reduce((sum, one) => sum + one, 0)).toBeCloseTo(size);
    expect(Math.max(...wrote)).toBeLessThan(size);
    expect(await countReceipts(await order())).toBe(files.length);
  });

  it('are one of somebody who came in twice and answered both times', async () => {
    const items = await crowd({ doubts: false });
    const yes = items.find(({ draft: { entry } }) => entry.kind === 'answered' && entry.participant === BEN);
    if (yes?.draft.entry.kind !== 'answered') throw new Error('he did not answer');
    const twin = { kind: 'participant-joined', participant: TWIN, self: false, stable: true } as const;
    items.push(item(twin, NINE + 30_000, TWIN, { name: '王' }));
    items.push(item({ ...yes.draft.entry, participant: TWIN }, NINE + 31_000, TWIN, { words: 'yes' }));
    items.push(says(32, { kind: 'participant-matched', participant: TWIN, as: BEN, by: 'host' }));
    await fill(items);
    const { files } = await made({ choice: { ...EVERYTHING, people: new Set([BEN, TWIN]) } });
    expect(whose(files)).toEqual([[BEN, TWIN].sort()]);
    // A name that no disk is sure to write is left out of the file's.
    expect(files[0]?.name).toBe(`${LOG}-${[BEN, TWIN].sort()[0]}.json`);
  });

  it.each([
    [`(Ana) ${'x'.repeat(50)}`, `Ana-${'x'.repeat(35)}`],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
    ['Ana   Łucja Ñuñez', 'Ana-ucja-Nunez'],
  ])('are named after whom they are for, as far as any disk can write it: %s', async (name, slug) => {
    const items = await crowd();
    items.push(item({ kind: 'participant-renamed', participant: ANA }, NINE + 30_000, ANA, { name }));
    await fill(items);
    const { files } = await made({ choice: { ...EVERYTHING, people: new Set([ANA]) } });
    expect(files[0]?.name).toBe(`${slug}-${LOG}-${ANA}.json`);
  });

  it('are those that were chosen, by person, time and purpose', async () => {
    await fill(await crowd());
    const people = async (choice: Partial<typeof EVERYTHING>) =>
      whose((await made({ choice: { ...EVERYTHING, ...choice } })).files).flat();
    expect(await people({ people: new Set([ANA]) })).toEqual([ANA]);
    expect(await people({ from: NINE + 20_000 })).toEqual([BEN]);
    expect(await people({ to: NINE + 6000 })).toEqual([HOST]);
    expect(await people({ purpose: 'publication' })).toEqual([]);
    expect(await people({ purpose: 'quality' })).toHaveLength(3);
  });

  it('are none, and the work is told as done, where nobody answered', async () => {
    await fill((await crowd()).slice(0, 4));
    const { files, wrote } = await made();
    expect([files, wrote]).toEqual([[], [(await bench.store.row(LOG))?.size]]);
    expect(await countReceipts(await order())).toBe(0);
  });

  it('are not made without names, without a key, or after a cancel', async () => {
    await fill(await crowd());
    await expect(made({ names: new Names('none', new Uint8Array(32)) })).rejects.toMatchObject({ code: 'unexpected' });
    const { signer: _, ...unsigned } = await order();
    const without = exportReceipts(unsigned, SAID, () => undefined);
    await expect(without.next()).rejects.toMatchObject({ code: 'unexpected' });
    const stop = new AbortController();
    const files = exportReceipts(await order({ signal: stop.signal }), SAID, () => undefined);
    await files.next();
    await files.next();
    stop.abort();
    await expect(files.next()).rejects.toMatchObject({ code: 'cancelled' });
  });
});

it('a receipt speaks the language of its statement, and names the site as the product does', () => {
  const purposes = (language: string) => ({ ...SAID.page({} as Receipt).purposes, quality: `quality in ${language}` });
  const said = receiptsSaid(SAID.notice, purposes, (platform) => `The ${platform}`);
  const statement = said.statement({ language: 'de', addendum: false });
  expect(statement.language).toBe('de');
  expect(said.statement({ language: 'de', addendum: true }).text).not.toBe(statement.text);
  const page = said.page({ statement, platform: 'sandbox' } as Receipt);
  expect([page.purposes.quality, page.site]).toEqual(['quality in de', 'The sandbox']);
});
