import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { de } from '../consent/notices/de.ts';
import type { Item } from '../log/append.ts';
import { disclosureText } from '../log/commitment.ts';
import { fingerprintOf } from '../log/fingerprint.ts';
import type { Receipt } from '../log/receipt.ts';
import { EPOCH, openBench, write } from '../log/testdata/meeting.ts';
import { fromBase64url } from '../model/id.ts';
import { crowd, receiptOf } from '../verify/testdata/receipts.ts';
import { says } from '../verify/testdata/story.ts';
import { receiptPage } from './receipt-page.ts';
import { statementIn } from './receipt-words/registry.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

async function pageOf(
  change: (receipt: Receipt) => void = () => undefined,
  more: readonly Item[] = [],
): Promise<string> {
  const items = [...(await crowd()), ...more];
  const { store, db } = await openBench();
  await write(store, items);
  const receipt = structuredClone((await receiptOf(store)).receipt);
  db.close();
  change(receipt);
  const fingerprint = await fingerprintOf(fromBase64url(receipt.key) ?? new Uint8Array());
  return receiptPage(receipt, { fingerprint, purposes: de.purposeNames, site: 'Sandbox' });
}

it('says what was asked and answered, until when it is kept, how to take it back, and what to compare', async () => {
  const page = await pageOf((receipt) => (receipt.statement = statementIn('de', false)));
  expect(page).toContain('<html lang="de" dir="ltr">');
  expect(page).toContain('<h1>Beleg</h1>');
  expect(page).toContain('May we record this conversation?');
  expect(page).toContain('Sie haben zugestimmt</b>: Qualität');
  expect(page).toContain('Sie haben Ihr Ja zurückgenommen');
  expect(page).toContain('von Ihrer eigenen Erweiterung signiert');
  expect(page).toContain('Aufnahme von 9 s');
  expect(page).toContain('aufbewahrt bis <b>1. April 2026');
  expect(page).toContain('Fingerabdruck des Schlüssels des Hosts');
  // What it says beside the notice, which is shown as it was posted, is in one language.
  expect(page.replace(/<blockquote.*<\/blockquote>/gs, '')).not.toMatch(/\b(?:the|of|your)\b/);
  expect(page).toContain('Aufnahme stoppen');
  expect(page).toMatch(/(\d{5} ){7}\d{5}/);
});

it('says until when by what the host made shorter since, from the end of the meeting and not of what was done later', async () => {
  const day = 86_400;
  const page = await pageOf(
    (receipt) => {
      receipt.statement = statementIn('en', false);
    },
    [
      says(5 * day, { kind: 'retention-shortened', keepDays: 7, proofDays: 20, by: 'host' }),
      says(6 * day, { kind: 'deleted', epoch: EPOCH, why: 'shortened' }),
    ],
  );
  expect(page).toMatch(/Recording of 9 s that ended March 2, 2026[^<]*: deleted, with its key/);
  expect(page).toContain('until <b>March 22, 2026');
  const kept = await pageOf(
    (receipt) => {
      receipt.statement = statementIn('en', false);
    },
    [says(5 * day, { kind: 'retention-shortened', keepDays: 7, proofDays: 20, by: 'host' })],
  );
  expect(kept).toContain('kept until <b>March 9, 2026');
});

it('is written from right to left where its words are', async () => {
  const page = await pageOf((receipt) => (receipt.statement = statementIn('ar', false)));
  expect(page).toContain('<html lang="ar" dir="rtl">');
});

it('runs and fetches nothing, whatever people are called and wrote', async () => {
  const evil = '"><script src=//evil.example></script><img src=x onerror=alert(1)>';
  const page = await pageOf((receipt) => {
    receipt.statement = { language: 'en', text: evil };
    receipt.platform = evil;
    receipt.disclosures = receipt.disclosures.map(({ index, field }) => {
      return { index, field, disclosure: disclosureText(new Uint8Array(16), field, evil) };
    });
  });
  expect(page).not.toContain(evil);
  expect(page).not.toMatch(/<(?:script|img|link|iframe|object|form|base)\b/i);
  expect(page).not.toMatch(/<[^>]*\s(?:on\w+|src|href)=/i);
  expect(page.match(/evil\.example/g)?.length).toBeGreaterThan(3);
  expect(page).toContain("default-src 'none'");
});

it('says so when the words of the notice are gone', async () => {
  const page = await pageOf((receipt) => (receipt.disclosures = []));
  expect(page).toContain('were erased');
});
