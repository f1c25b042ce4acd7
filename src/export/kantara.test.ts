import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../log/store.ts';
import { EVERY_KIND } from '../log/testdata/every-kind.ts';
import {
  ANA,
  answered,
  asked,
  type Bench,
  HOST,
  item,
  joined,
  LOG,
  MEETING,
  NINE,
  NOTICE,
  openBench,
  opened,
  write,
} from '../log/testdata/meeting.ts';
import type { EntryOf } from '../model/entry.ts';
import { SETTINGS } from '../model/settings.ts';
import type { ExportOrder } from './bundle.ts';
import { EVERYTHING } from './choice.ts';
import { countKantara, exportKantara } from './kantara.ts';
import type { Stated } from './stated.ts';
import { orderOf } from './testdata/order.ts';

const CONTROLLER = {
  name: 'Beispiel GmbH',
  contact: 'Frau Beispiel',
  address: 'Beispielweg 1, 10115 Berlin',
  email: 'datenschutz@example.com',
  phone: '+49 30 5550100',
  policyUrl: '',
  place: null,
  organisation: true,
} as const;
const STATED: Stated = { ...SETTINGS, controller: CONTROLLER, place: null, specialCategory: false, recipients: '' };

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

async function made(items: readonly Item[], stated = STATED, part: Partial<ExportOrder> = {}) {
  await write(bench.store, items);
  const found: { name: string; receipt: Record<string, unknown> }[] = [];
  for await (const { name, text } of exportKantara(orderOf(bench, part), stated, () => undefined))
    found.push({ name, receipt: JSON.parse(text) });
  expect(await countKantara(orderOf(bench, part))).toBe(found.length);
  return found;
}

const start = [opened, joined(ANA, 'Ana Silva', NINE + 1000)];
const pictured: EntryOf<'asked'> = {
  ...EVERY_KIND.asked,
  purposes: [
    { purpose: 'quality', required: true },
    { purpose: 'training', required: false },
  ],
};
const yes: EntryOf<'answered'> = { ...EVERY_KIND.answered, purposes: ['quality', 'training'], grade: 'implied' };
const yesTo = (part: Partial<EntryOf<'answered'>> = {}) => [
  ...start,
  item(pictured, NINE + 2000),
  item({ ...yes, ...part }, NINE + 3500, ANA),
];

describe('a Kantara receipt', () => {
  it('says what was agreed to, by whom and how, and where in the log it stands', async () => {
    const [one] = await made(yesTo(), { ...STATED, specialCategory: true, recipients: 'our quality team' });
    const purpose = (name: string, primaryPurpose: boolean) => ({
      purpose: name,
      consentType: 'IMPLICIT',
      purposeCategory: [name],
      piiCategory: ['voice', 'picture', 'name'],
      primaryPurpose,
      termination: 'deleted after 30 days, or when consent is withdrawn, if that is earlier',
      thirdPartyDisclosure: true,
      thirdPartyName: 'our quality team',
    });
    expect(one?.name).toBe(`${LOG}-3.json`);
    expect(one?.receipt).toEqual({
      version: 'KI-CR-v1.1.0',
      jurisdiction: 'not stated',
      consentTimestamp: NINE / 1000 + 3,
      collectionMethod: 'button in the question shown by their own extension',
      consentReceiptID: '90392169-ea0d-8c19-875b-a7ed70397e86',
      language: 'de',
      piiPrincipalId: 'Ana Silva',
      piiControllers: [
        {
          piiController: 'Beispiel GmbH',
          onBehalf: false,
          contact: 'Frau Beispiel',
          address: { streetAddress: 'Beispielweg 1, 10115 Berlin' },
          email: 'datenschutz@example.com',
          phone: '+49 30 5550100',
        },
      ],
      policyUrl: `urn:ask-to-record:notice:${NOTICE}`,
      services: [
        {
          service: 'recording of a meeting (sandbox)',
          purposes: [purpose('quality', true), purpose('training', false)],
        },
      ],
      sensitive: true,
      spiCat: ['health, politics, religion, a union or sex life, as the talk may bring it'],
      'x-ask-to-record': {
        log: LOG,
        entry: 3,
        leafHash: expect.stringMatching(/^[\w-]{43}$/),
        participant: ANA,
        grade: 'implied',
        givenBy: 'participant',
        notice: { language: 'de', version: 1, sha256: NOTICE },
      },
    });
  });

  it('of sound alone claims no picture, and of a yes that was said no silence', async () => {
    const [one] = await made(MEETING);
    expect(one?.receipt).toMatchObject({
      collectionMethod: 'message in the chat of the meeting',
      language: 'en',
      sensitive: false,
      spiCat: [],
      services: [
        { purposes: [{ consentType: 'EXPLICIT', piiCategory: ['voice', 'name'], thirdPartyDisclosure: false }, {}] },
      ],
    });
  });

  it('names the policy, and the place, that the host settled', async () => {
    const controller = { ...CONTROLLER, policyUrl: 'https://example.com/privacy' };
    const [one] = await made(yesTo(), { ...STATED, controller, place: 'FR' });
    expect(one?.receipt).toMatchObject({
      jurisdiction: 'FR',
      policyUrl: 'https://example.com/privacy',
      piiControllers: [{ piiControllerUrl: 'https://example.com/privacy' }],
    });
  });

  it('of somebody whose name was erased has their key, and no word that stands for a name', async () => {
    await write(bench.store, MEETING);
    await bench.store.erase(LOG, ANA);
    for await (const { text } of exportKantara(orderOf(bench), STATED, () => undefined))
      expect(JSON.parse(text).piiPrincipalId).toBe(ANA);
  });
});

describe('there is none', () => {
  it('of a refusal, nor of a withdrawal', async () => {
    const items = [...start, asked, answered('refused', 'no', NINE + 4000), answered('withdrawn', 'no', NINE + 5000)];
    expect(await made(items)).toEqual([]);
  });

  it('of somebody who was not chosen', async () => {
    expect(await made(MEETING, STATED, { choice: { ...EVERYTHING, people: new Set([HOST]) } })).toEqual([]);
  });
});
