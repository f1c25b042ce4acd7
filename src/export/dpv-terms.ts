import type { Channel } from '../model/answer.ts';
import type { Media, Purpose } from '../model/ask.ts';
import type { EntryOf } from '../model/entry.ts';
import type { Basis } from '../model/requirement.ts';

/** Our words in those of the W3C Data Privacy Vocabulary, version 2 (https://w3id.org/dpv). */

/** In every file: nothing is fetched to read it. */
export const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  loc: 'https://w3id.org/dpv/loc#',
  pd: 'https://w3id.org/dpv/pd#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  atr: 'urn:ask-to-record:',
  'dct:conformsTo': { '@type': '@id' },
  'dpv:isIndicatedAtTime': { '@type': 'xsd:dateTime' },
  'skos:broader': { '@type': '@id' },
} as const;

/** Profile of the guide for ISO/IEC TS 27560 under the GDPR. */
export const PROFILE = 'https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr';

export const STATES = [
  'dpv:ConsentUnknown',
  'dpv:ConsentRequested',
  'dpv:ConsentRequestDeferred',
  'dpv:ConsentRefused',
  'dpv:ConsentGiven',
  'dpv:RenewedConsentGiven',
  'dpv:ConsentWithdrawn',
  'dpv:ConsentExpired',
  'dpv:ConsentInvalidated',
  /** The controller ends it. The guide's text says ConsentTerminated, which no version of the vocabulary has. */
  'dpv:ConsentRevoked',
] as const;
export type DpvState = (typeof STATES)[number];

/** There is no purpose for a recording of a meeting: ours, each below one of theirs. Staff training is a measure there, and no purpose. */
export const BROADER: Readonly<Record<Purpose, string>> = {
  quality: 'dpv:ServiceOptimisation',
  training: 'dpv:PersonnelManagement',
  disputes: 'dpv:DisputeManagement',
  compliance: 'dpv:LegalCompliance',
  research: 'dpv:ScientificResearch',
  notes: 'dpv:RecordManagement',
  publication: 'dpv:Purpose',
};

export const PERSONAL_DATA: Readonly<Record<Media, readonly string[]>> = {
  sound: ['pd:VoiceCommunicationRecording', 'pd:Name'],
  'sound+picture': ['pd:VoiceCommunicationRecording', 'pd:Picture', 'pd:Name'],
};

/** Paragraph of GDPR art. 6(1) of each ground. */
export const LEGAL_BASIS: Readonly<Record<Basis, string>> = {
  consent: 'eu-gdpr:A6-1-a',
  contract: 'eu-gdpr:A6-1-b',
  'legal-obligation': 'eu-gdpr:A6-1-c',
  'vital-interests': 'eu-gdpr:A6-1-d',
  'public-task': 'eu-gdpr:A6-1-e',
  'legitimate-interests': 'eu-gdpr:A6-1-f',
};

/** To take consent back, see, correct, erase, restrict, take along, complain. */
export const RIGHTS = ['A7-3', 'A15', 'A16', 'A17', 'A18', 'A20', 'A77'].map((article) => `eu-gdpr:${article}`);

export const METHODS: Readonly<Record<Channel, string>> = {
  banner: 'button in the question shown by their own extension',
  chat: 'message in the chat of the meeting',
  panel: 'button of the host for themselves',
  aloud: 'said aloud, as noted by the host',
  paper: 'on paper, as noted by the host',
};

export function typeOf({ grade, form }: EntryOf<'answered'>): string {
  if (grade === 'implied') return 'dpv:ImpliedConsent';
  return grade === 'signed' || form === 'written' ? 'dpv:ExplicitlyExpressedConsent' : 'dpv:ExpressedConsent';
}
