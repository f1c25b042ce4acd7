import type { EntryOf } from '../model/entry.ts';
import { BROADER, type DpvState, LEGAL_BASIS, PERSONAL_DATA, PROFILE, RIGHTS } from './dpv-terms.ts';
import type { Stated } from './stated.ts';
import { uuidOf } from './uuid.ts';

/** One thing that happened to one consent. by: who said so; at: ISO 8601 UTC; entry: index in the log, where its proof is. */
export interface ConsentEvent {
  readonly state: DpvState;
  readonly type?: string;
  readonly at: string;
  readonly entry: number;
  readonly by: 'subject' | 'controller' | 'guardian';
  readonly method: string;
  readonly person?: number;
}

/** Consent of one participant to one ask. */
export interface Consent {
  readonly log: string;
  readonly participant: string;
  /** '' where it is erased or was not to be told. */
  readonly name: string;
  readonly asked: EntryOf<'asked'>;
  /** undefined: erased. */
  readonly notice: string | undefined;
  /** Codes of where they are, as stated. */
  readonly places: readonly string[];
  readonly events: readonly ConsentEvent[];
  /** What a guardian of a minor said about it, which never stands for what the minor said. */
  readonly guardian: readonly ConsentEvent[];
}

/** In the order of the guide: record, notice, processing, parties, events. */
export async function recordOf(consent: Consent, stated: Stated): Promise<unknown> {
  const { log, participant, name, asked, notice, events, guardian } = consent;
  const id = await uuidOf('dpv', log, participant, asked.ask);
  const newest = events.at(-1);
  const subject = `atr:${log}:${participant}`;
  return {
    '@id': `urn:uuid:${id}`,
    '@type': ['dpv:ConsentRecord'],
    'dct:conformsTo': PROFILE,
    'dct:identifier': id,
    'dct:isPartOf': `atr:${log}`,
    'dpv:hasDataSubject': {
      '@id': subject,
      '@type': ['dpv:DataSubject'],
      'dct:identifier': participant,
      ...(name !== '' && { 'dpv:hasName': name }),
    },
    'dpv:hasNotice': {
      '@id': `atr:notice:${asked.notice.hash}`,
      '@type': ['dpv:ConsentNotice'],
      'dct:identifier': asked.notice.hash,
      'schema:version': `${asked.notice.version}`,
      'dct:language': asked.notice.language,
      ...(notice !== undefined && { 'dct:description': notice }),
    },
    'dct:language': asked.notice.language,
    'dpv:hasProcess': [processOf(consent, stated)],
    'dpv:hasConsentStatus': events.map((event) => statusOf(event, subject, asked.keepDays)),
    'atr:status': newest?.state ?? 'dpv:ConsentUnknown',
    ...(guardian.length > 0 && {
      'atr:guardianStatus': guardian.map((event) => statusOf(event, subject, asked.keepDays)),
    }),
  };
}

function processOf({ asked, places }: Consent, { controller, recipients, basis, place }: Stated): unknown {
  const where = [...new Set([controller.place ?? place, ...places].filter((code) => code !== null))];
  return {
    '@type': ['dpv:Process'],
    'dpv:hasPurpose': asked.purposes.map(({ purpose, required }) => ({
      '@id': `atr:purpose:${purpose}`,
      '@type': ['dpv:Purpose'],
      'skos:broader': BROADER[purpose],
      'dpv:hasContext': required ? 'dpv:Required' : 'dpv:Optional',
    })),
    'dpv:hasLegalBasis': LEGAL_BASIS[basis ?? 'consent'],
    'dpv:hasPersonalData': PERSONAL_DATA[asked.media],
    'dpv:hasProcessing': ['dpv:Record', 'dpv:Store'],
    'dpv:hasStorageCondition': {
      '@type': ['dpv:StorageCondition'],
      'dpv:hasDuration': duration(asked.keepDays),
      'dpv:hasLocation': 'computer of the host, encrypted',
    },
    'dpv:hasDataController': {
      '@type': ['dpv:DataController', controller.organisation ? 'dpv:LegalEntity' : 'dpv:NaturalPerson'],
      'dct:identifier': controller.name,
      'dpv:hasName': controller.name,
      'dpv:hasContact': controller.contact,
      ...(controller.address !== '' && { 'dpv:hasAddress': controller.address }),
      ...(controller.email !== '' && { 'schema:email': controller.email }),
      ...(controller.phone !== '' && { 'schema:telephone': controller.phone }),
      ...(controller.policyUrl !== '' && { 'schema:url': controller.policyUrl }),
    },
    'dpv:hasRecipient': recipients === '' ? 'none' : recipients,
    'dpv:hasConsentControl': {
      '@type': ['dpv:WithdrawConsent'],
      'dct:description':
        'At any time, as easily as it was given: in the chat of the meeting, by the extension, or by the contact.',
    },
    'dpv:hasJurisdiction': where.length > 0 ? where.map((code) => `loc:${code}`) : ['not stated'],
    'dpv:hasRight': RIGHTS,
  };
}

function statusOf(event: ConsentEvent, subject: string, days: number): unknown {
  const { state, type, at, entry, by, method, person = 1 } = event;
  return {
    '@type': [state, ...(type === undefined ? [] : [type])],
    'dpv:isIndicatedAtTime': at,
    'dpv:isIndicatedBy': by === 'subject' ? { '@id': subject } : INDICATED_BY[by],
    'dpv:hasIndicationMethod': method,
    ...((state === 'dpv:ConsentGiven' || state === 'dpv:RenewedConsentGiven') && { 'dpv:hasDuration': duration(days) }),
    ...(person > 1 && { 'dct:description': `person ${person} of those behind one tile` }),
    'atr:entry': entry,
  };
}

const INDICATED_BY = { controller: 'dpv:DataController', guardian: 'dpv:GuardianOfDataSubject' } as const;

function duration(days: number): unknown {
  return { '@type': ['dpv:TemporalDuration'], 'rdf:value': `P${days}D` };
}
