import { expect, it } from 'vitest';
import { EVERY_KIND } from '../log/testdata/every-kind.ts';
import { ANA, LOG, NOTICE } from '../log/testdata/meeting.ts';
import { SETTINGS } from '../model/settings.ts';
import { type Consent, type ConsentEvent, recordOf } from './dpv-record.ts';
import { BROADER, LEGAL_BASIS, PERSONAL_DATA, PROFILE, RIGHTS } from './dpv-terms.ts';
import type { Stated } from './stated.ts';

const AT = '2026-03-02T09:00:04.000Z';
const GIVEN: ConsentEvent = {
  state: 'dpv:ConsentGiven',
  type: 'dpv:ExpressedConsent',
  at: AT,
  entry: 4,
  by: 'subject',
  method: 'button',
};
const CONSENT: Consent = {
  log: LOG,
  participant: ANA,
  name: 'Ana Silva',
  asked: {
    ...EVERY_KIND.asked,
    purposes: [
      { purpose: 'quality', required: true },
      { purpose: 'training', required: false },
    ],
  },
  notice: 'May we record?',
  places: ['US-CA', 'FR'],
  guardian: [],
  events: [{ ...GIVEN, state: 'dpv:ConsentUnknown', by: 'controller', type: undefined } as never, GIVEN],
};
const WHOLE: Stated = {
  ...SETTINGS,
  basis: null,
  place: 'DE',
  recipients: 'our quality team',
  controller: {
    name: 'Beispiel GmbH',
    contact: 'Frau Beispiel',
    address: 'Beispielweg 1',
    email: 'datenschutz@example.com',
    phone: '+49 30 5550100',
    policyUrl: 'https://example.com/privacy',
    place: 'FR',
    organisation: true,
  },
};
const BARE: Stated = {
  ...WHOLE,
  place: null,
  recipients: '',
  controller: {
    ...WHOLE.controller,
    address: '',
    email: '',
    phone: '',
    policyUrl: '',
    place: null,
    organisation: false,
  },
};

it('a record says all that was settled and all that happened, to the letter', async () => {
  const id = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const days = { '@type': ['dpv:TemporalDuration'], 'rdf:value': 'P30D' };
  expect(await recordOf(CONSENT, WHOLE)).toEqual({
    '@id': expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    '@type': ['dpv:ConsentRecord'],
    'dct:conformsTo': PROFILE,
    'dct:identifier': id,
    'dct:isPartOf': `atr:${LOG}`,
    'dpv:hasDataSubject': {
      '@id': `atr:${LOG}:${ANA}`,
      '@type': ['dpv:DataSubject'],
      'dct:identifier': ANA,
      'dpv:hasName': 'Ana Silva',
    },
    'dpv:hasNotice': {
      '@id': `atr:notice:${NOTICE}`,
      '@type': ['dpv:ConsentNotice'],
      'dct:identifier': NOTICE,
      'schema:version': '1',
      'dct:language': 'en',
      'dct:description': 'May we record?',
    },
    'dct:language': 'en',
    'dpv:hasProcess': [
      {
        '@type': ['dpv:Process'],
        'dpv:hasPurpose': [
          {
            '@id': 'atr:purpose:quality',
            '@type': ['dpv:Purpose'],
            'skos:broader': BROADER.quality,
            'dpv:hasContext': 'dpv:Required',
          },
          {
            '@id': 'atr:purpose:training',
            '@type': ['dpv:Purpose'],
            'skos:broader': BROADER.training,
            'dpv:hasContext': 'dpv:Optional',
          },
        ],
        'dpv:hasLegalBasis': LEGAL_BASIS.consent,
        'dpv:hasPersonalData': PERSONAL_DATA['sound+picture'],
        'dpv:hasProcessing': ['dpv:Record', 'dpv:Store'],
        'dpv:hasStorageCondition': {
          '@type': ['dpv:StorageCondition'],
          'dpv:hasDuration': days,
          'dpv:hasLocation': 'computer of the host, encrypted',
        },
        'dpv:hasDataController': {
          '@type': ['dpv:DataController', 'dpv:LegalEntity'],
          'dct:identifier': 'Beispiel GmbH',
          'dpv:hasName': 'Beispiel GmbH',
          'dpv:hasContact': 'Frau Beispiel',
          'dpv:hasAddress': 'Beispielweg 1',
          'schema:email': 'datenschutz@example.com',
          'schema:telephone': '+49 30 5550100',
          'schema:url': 'https://example.com/privacy',
        },
        'dpv:hasRecipient': 'our quality team',
        'dpv:hasConsentControl': {
          '@type': ['dpv:WithdrawConsent'],
          'dct:description':
            'At any time, as easily as it was given: in the chat of the meeting, by the extension, or by the contact.',
        },
        'dpv:hasJurisdiction': ['loc:FR', 'loc:US-CA'],
        'dpv:hasRight': RIGHTS,
      },
    ],
    'dpv:hasConsentStatus': [
      {
        '@type': ['dpv:ConsentUnknown'],
        'dpv:isIndicatedAtTime': AT,
        'dpv:isIndicatedBy': 'dpv:DataController',
        'dpv:hasIndicationMethod': 'button',
        'atr:entry': 4,
      },
      {
        '@type': ['dpv:ConsentGiven', 'dpv:ExpressedConsent'],
        'dpv:isIndicatedAtTime': AT,
        'dpv:isIndicatedBy': { '@id': `atr:${LOG}:${ANA}` },
        'dpv:hasIndicationMethod': 'button',
        'dpv:hasDuration': days,
        'atr:entry': 4,
      },
    ],
    'atr:status': 'dpv:ConsentGiven',
  });
});

it('what was not settled, or is erased, has no member: nothing empty stands for it', async () => {
  const record = (await recordOf({ ...CONSENT, name: '', notice: undefined, places: [], events: [] }, BARE)) as Record<
    string,
    Record<string, unknown>
  >;
  expect(Object.keys(record['dpv:hasDataSubject'] ?? {})).not.toContain('dpv:hasName');
  expect(Object.keys(record['dpv:hasNotice'] ?? {})).not.toContain('dct:description');
  expect(record['atr:status']).toBe('dpv:ConsentUnknown');
  expect(record['dpv:hasProcess']?.[0]).toMatchObject({
    'dpv:hasRecipient': 'none',
    'dpv:hasJurisdiction': ['not stated'],
  });
  const [{ 'dpv:hasDataController': controller }] = record['dpv:hasProcess'] as unknown as [Record<string, object>];
  expect(controller).toEqual({
    '@type': ['dpv:DataController', 'dpv:NaturalPerson'],
    'dct:identifier': 'Beispiel GmbH',
    'dpv:hasName': 'Beispiel GmbH',
    'dpv:hasContact': 'Frau Beispiel',
  });
});

it('a consent that was given anew has its time, a refusal has none, and several behind one tile are told apart', async () => {
  const events: ConsentEvent[] = [
    { ...GIVEN, state: 'dpv:RenewedConsentGiven', person: 2 },
    { ...GIVEN, state: 'dpv:ConsentRefused', person: 1 },
  ];
  const { 'dpv:hasConsentStatus': told } = (await recordOf({ ...CONSENT, events }, WHOLE)) as Record<string, object[]>;
  expect(told?.[0]).toMatchObject({
    'dpv:hasDuration': { 'rdf:value': 'P30D' },
    'dct:description': 'person 2 of those behind one tile',
  });
  expect(Object.keys(told?.[1] ?? {})).not.toContain('dpv:hasDuration');
  expect(Object.keys(told?.[1] ?? {})).not.toContain('dct:description');
});
