import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import Ajv4Module from 'ajv-draft-04';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  ANA,
  ASK,
  answered,
  type Bench,
  HOST,
  id,
  item,
  LOG,
  MEETING,
  NINE,
  openBench,
  write,
} from '../log/testdata/meeting.ts';
import { SETTINGS } from '../model/settings.ts';
import type { ExportOrder } from './bundle.ts';
import { EVERYTHING } from './choice.ts';
import { exportDpv } from './dpv.ts';
import { countKantara, exportKantara } from './kantara.ts';
import { Names } from './names.ts';
import { missingFor, type Stated } from './stated.ts';
import { orderOf, textOf } from './testdata/order.ts';

/** Its types say less than it is: a class, as that of ajv. */
const Ajv4 = Ajv4Module as unknown as typeof Ajv;

const STATED: Stated = {
  ...SETTINGS,
  controller: {
    name: 'Beispiel GmbH',
    contact: 'datenschutz@example.com',
    address: 'Beispielweg 1, 10115 Berlin',
    email: 'datenschutz@example.com',
    phone: '+49 30 5550100',
    policyUrl: '',
    place: 'DE',
    organisation: true,
  },
};

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
});

const order = (part: Partial<ExportOrder> = {}) => orderOf(bench, part);

interface DpvFile {
  readonly '@context': Readonly<Record<string, unknown>>;
  readonly '@graph': readonly {
    readonly 'dct:identifier': string;
    readonly 'dpv:hasDataSubject': { readonly 'dct:identifier': string; readonly 'dpv:hasName'?: string };
    readonly 'dpv:hasConsentStatus': readonly {
      readonly '@type': readonly string[];
      readonly 'dpv:isIndicatedBy': unknown;
    }[];
    readonly 'dpv:hasNotice': object;
    readonly 'dpv:hasProcess': readonly object[];
  }[];
}

async function dpv(part: Partial<ExportOrder> = {}, stated = STATED): Promise<DpvFile> {
  return JSON.parse(await textOf(exportDpv(order(part), stated))) as DpvFile;
}

async function receipts(part: Partial<ExportOrder> = {}, stated = STATED): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for await (const { text } of exportKantara(order(part), stated, () => {})) found.push(JSON.parse(text));
  return found;
}

const shape = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(
  JSON.parse(readFileSync(new URL('./schema/dpv-27560-record.schema.json', import.meta.url), 'utf8')),
);
const complaints = (file: unknown) =>
  shape(file) ? [] : (shape.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);

/** Every word with a prefix, wherever it stands: what the context must explain. */
function prefixesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^([a-z-]+):[^/ ]/.exec(value)?.[1] ? [value.slice(0, value.indexOf(':'))] : [];
  if (Array.isArray(value)) return value.flatMap(prefixesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [
    ...(key.startsWith('@') ? [] : prefixesIn(key)),
    ...(['dpv:hasName', 'dct:description'].includes(key) ? [] : prefixesIn(one)),
  ]);
}

describe('records in the Data Privacy Vocabulary', () => {
  it('have all that the guide says they must', async () => {
    await write(bench.store, MEETING);
    const file = await dpv();
    expect(complaints(file)).toEqual([]);
    expect(file['@graph']).toHaveLength(2);
  });

  it('tell the states of a consent in order, who said so, and which kind it is', async () => {
    await write(bench.store, [...MEETING, answered('consented', 'yes again', NINE + 70_000)]);
    const ana = (await dpv())['@graph'].find((one) => one['dpv:hasDataSubject']['dct:identifier'] === ANA);
    expect(ana?.['dpv:hasConsentStatus'].map((event) => event['@type'])).toEqual([
      ['dpv:ConsentUnknown'],
      ['dpv:ConsentGiven', 'dpv:ExpressedConsent'],
      ['dpv:ConsentWithdrawn'],
      ['dpv:RenewedConsentGiven', 'dpv:ExpressedConsent'],
    ]);
    expect(ana?.['dpv:hasConsentStatus'][0]?.['dpv:isIndicatedBy']).toBe('dpv:DataController');
    expect(ana?.['dpv:hasConsentStatus'][1]?.['dpv:isIndicatedBy']).toEqual({ '@id': `atr:${LOG}:${ANA}` });
  });

  it('say that the host ended it where they went on without', async () => {
    await write(bench.store, [...MEETING.slice(0, 5), item({ kind: 'went-on-without', ask: null }, NINE + 9000)]);
    const ana = (await dpv())['@graph'].find((one) => one['dpv:hasDataSubject']['dct:identifier'] === ANA);
    expect(ana?.['dpv:hasConsentStatus'].at(-1)?.['@type']).toEqual(['dpv:ConsentRevoked']);
  });

  it('keep what a guardian said apart from what the minor said', async () => {
    const said = (participant: typeof ANA, answer: 'consented' | 'refused') =>
      item({ kind: 'guardian-answered', ask: ASK, participant, answer, channel: 'paper', by: 'host' }, NINE + 90_000);
    const away = id('participant', 9);
    await write(bench.store, [...MEETING, said(ANA, 'consented'), said(away, 'refused')]);
    const file = await dpv();
    expect(complaints(file)).toEqual([]);
    const of = (key: string) => file['@graph'].find((one) => one['dpv:hasDataSubject']['dct:identifier'] === key);
    const ana = of(ANA);
    expect(ana).toMatchObject({
      'atr:status': 'dpv:ConsentWithdrawn',
      'atr:guardianStatus': [
        {
          '@type': ['dpv:ConsentGiven', 'dpv:ExplicitlyExpressedConsent'],
          'dpv:isIndicatedBy': 'dpv:GuardianOfDataSubject',
          'dpv:hasIndicationMethod': 'on paper, as noted by the host',
          'atr:entry': MEETING.length,
        },
      ],
    });
    expect(of(away)).toMatchObject({
      'atr:status': 'dpv:ConsentUnknown',
      'atr:guardianStatus': [{ '@type': ['dpv:ConsentRefused'] }],
    });
    expect(JSON.stringify(of(HOST))).not.toContain('guardianStatus');
  });

  it('explain every prefix by themselves, and fetch nothing', async () => {
    await write(bench.store, MEETING);
    const file = await dpv();
    const used = new Set(prefixesIn(file['@graph']));
    expect(used.size).toBeGreaterThan(5);
    expect([...used].filter((prefix) => prefix !== 'urn' && typeof file['@context'][prefix] !== 'string')).toEqual([]);
  });

  it('have the same identifiers in every export, and no name where none was to be told', async () => {
    await write(bench.store, MEETING);
    const [full, none] = [await dpv(), await dpv({ names: new Names('none', new Uint8Array(32)) })];
    const ids = (file: DpvFile) => file['@graph'].map((one) => one['dct:identifier']);
    expect(ids(none)).toEqual(ids(full));
    expect(JSON.stringify(none)).not.toMatch(/Silva|Héctor/);
    expect(complaints(none)).toEqual([]);
    expect(JSON.stringify(full)).toContain('Silva');
  });

  it('are those that were chosen', async () => {
    await write(bench.store, MEETING);
    const some = await dpv({ choice: { ...EVERYTHING, people: new Set([ANA]) } });
    expect(some['@graph'].map((one) => one['dpv:hasDataSubject']['dct:identifier'])).toEqual([ANA]);
    expect((await dpv({ choice: { ...EVERYTHING, purpose: 'research' } }))['@graph']).toEqual([]);
  });

  it('lacking any one of the parts are refused by the schema', async () => {
    await write(bench.store, MEETING);
    const file = await dpv();
    const [record] = file['@graph'];
    if (!record) throw new Error('no record');
    const optional = new Set(['dct:isPartOf', 'atr:status']);
    const keys = Object.keys(record).filter((key) => !optional.has(key));
    expect(keys.length).toBeGreaterThan(7);
    for (const key of keys) {
      const { [key]: _, ...less } = record as unknown as Record<string, unknown>;
      expect(complaints({ ...file, '@graph': [less] }), key).not.toEqual([]);
    }
    const [process] = record['dpv:hasProcess'];
    for (const key of Object.keys(process ?? {}).filter((one) => one !== 'dpv:hasProcessing')) {
      const { [key]: _, ...less } = process as Record<string, unknown>;
      expect(complaints({ ...file, '@graph': [{ ...record, 'dpv:hasProcess': [less] }] }), key).not.toEqual([]);
    }
  });
});

/** The public schema, with the line comments that it is published with; beside the project where somebody put it there. */
const PUBLIC = new URL('../../../shared/vectors/kantara-consent-receipt-1.1.schema.json', import.meta.url);
const withoutComments = (text: string) => text.replace(/^\s*\/\/.*$/gm, '');

describe('Kantara receipts', () => {
  const LATER = [answered('refused', 'no', NINE + 70_000), answered('consented', 'well, yes', NINE + 80_000)];

  it('are one for each consent that was given, with what the specification requires', async () => {
    await write(bench.store, [...MEETING, ...LATER]);
    const found = await receipts();
    expect(found).toHaveLength(2);
    expect(await countKantara(order())).toBe(2);
    expect(found[0]).toMatchObject({
      version: 'KI-CR-v1.1.0',
      jurisdiction: 'DE',
      consentTimestamp: (NINE + 8000) / 1000,
      piiPrincipalId: 'Ana 🌿 Silva',
      sensitive: false,
      spiCat: [],
      'x-ask-to-record': { log: LOG, entry: 4 },
    });
    for (const one of found) {
      expect(requiredOf(one, KANTARA_REQUIRED)).toEqual([]);
      for (const controller of one.piiControllers as object[])
        expect(requiredOf(controller, ['piiController', 'contact', 'address', 'email', 'phone'])).toEqual([]);
      for (const { purposes } of one.services as { purposes: { thirdPartyDisclosure: boolean }[] }[]) {
        expect(purposes.length).toBeGreaterThan(0);
        for (const purpose of purposes) expect(requiredOf(purpose, PURPOSE_REQUIRED)).toEqual([]);
      }
      expect(Number.isInteger(one.consentTimestamp)).toBe(true);
      expect(one.consentReceiptID).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(new Set(found.map((one) => one.consentReceiptID)).size).toBe(2);
  });

  it('have one for what a guardian agreed to, and none for what a guardian refused', async () => {
    const said = (answer: 'consented' | 'refused') =>
      item(
        { kind: 'guardian-answered', ask: ASK, participant: ANA, answer, channel: 'paper', by: 'host' },
        NINE + 90_000,
      );
    await write(bench.store, [...MEETING, said('refused'), said('consented')]);
    const [own, guardian, ...more] = await receipts();
    expect(more).toEqual([]);
    expect(await countKantara(order())).toBe(2);
    expect(own?.['x-ask-to-record']).toMatchObject({ grade: 'chat', givenBy: 'participant' });
    expect(guardian).toMatchObject({
      piiPrincipalId: 'Ana 🌿 Silva',
      collectionMethod: 'on paper, as noted by the host, by a guardian',
      services: [{ purposes: [{ purpose: 'quality', consentType: 'EXPLICIT', primaryPurpose: true }] }],
      'x-ask-to-record': { entry: MEETING.length + 1, participant: ANA, grade: 'attested', givenBy: 'guardian' },
    });
    expect(requiredOf(guardian ?? {}, KANTARA_REQUIRED)).toEqual([]);
  });

  it('name whom it is disclosed to, if to anybody', async () => {
    await write(bench.store, MEETING);
    const [alone] = await receipts();
    const [shared] = await receipts({}, { ...STATED, recipients: 'our quality team' });
    expect(JSON.stringify(alone)).toContain('"thirdPartyDisclosure":false');
    expect(JSON.stringify(shared)).toContain('"thirdPartyDisclosure":true,"thirdPartyName":"our quality team"');
  });

  it('name nobody where no names were to be told', async () => {
    await write(bench.store, MEETING);
    const [one] = await receipts({ names: new Names('none', new Uint8Array(32)) });
    expect(one?.piiPrincipalId).toBe(ANA);
    const [code] = await receipts({ names: new Names('pseudonyms', new Uint8Array(32)) });
    expect(code?.piiPrincipalId).toMatch(/^Person [2-9A-Z]{4}-[2-9A-Z]{4}$/);
  });

  it.skipIf(!existsSync(PUBLIC))(
    'fit the public schema (skipped where it does not lie beside the project)',
    async () => {
      await write(bench.store, [...MEETING, ...LATER]);
      const check = new Ajv4({ strict: false }).compile(JSON.parse(withoutComments(readFileSync(PUBLIC, 'utf8'))));
      const all = [...(await receipts()), ...(await receipts({}, { ...STATED, recipients: 'our quality team' }))];
      expect(all).toHaveLength(4);
      for (const one of all) expect(check(one) ? [] : check.errors).toEqual([]);
      const { policyUrl: _, ...less } = all[0] as Record<string, unknown>;
      expect(check(less)).toBe(false);
    },
  );
});

/** The required members of the public schema, so that they are looked at where it is not at hand. */
const KANTARA_REQUIRED = [
  'version',
  'jurisdiction',
  'consentTimestamp',
  'collectionMethod',
  'consentReceiptID',
  'piiPrincipalId',
  'piiControllers',
  'services',
  'policyUrl',
  'sensitive',
  'spiCat',
];
const PURPOSE_REQUIRED = ['consentType', 'purposeCategory', 'piiCategory', 'termination', 'thirdPartyDisclosure'];

function requiredOf(value: object, keys: readonly string[]): string[] {
  const all = value as Record<string, unknown>;
  return keys.filter((key) => all[key] === undefined || all[key] === '');
}

describe('what is missing', () => {
  it('is named, by the setting that it stands in', () => {
    expect(missingFor('kantara', STATED)).toEqual([]);
    expect(missingFor('csv', SETTINGS)).toEqual([]);
    expect(missingFor('dpv', SETTINGS)).toEqual(['controller.name', 'controller.contact']);
    expect(missingFor('kantara', { ...STATED, controller: { ...STATED.controller, phone: '' } })).toEqual([
      'controller.phone',
    ]);
  });
});
