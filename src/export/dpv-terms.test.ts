import { expect, it } from 'vitest';
import { EVERY_KIND } from '../log/testdata/every-kind.ts';
import { BROADER, LEGAL_BASIS, PERSONAL_DATA, RIGHTS, typeOf } from './dpv-terms.ts';

/** As they are spelled in DPV 2.1 (https://w3id.org/dpv) and its extensions `pd` and `legal/eu/gdpr`: a reader knows no other spelling. */
it('our words are those of the vocabulary, to the letter', () => {
  expect(BROADER).toEqual({
    quality: 'dpv:ServiceOptimisation',
    training: 'dpv:PersonnelManagement',
    disputes: 'dpv:DisputeManagement',
    compliance: 'dpv:LegalCompliance',
    research: 'dpv:ScientificResearch',
    notes: 'dpv:RecordManagement',
    publication: 'dpv:Purpose',
  });
  expect(PERSONAL_DATA).toEqual({
    sound: ['pd:VoiceCommunicationRecording', 'pd:Name'],
    'sound+picture': ['pd:VoiceCommunicationRecording', 'pd:Picture', 'pd:Name'],
  });
  expect(LEGAL_BASIS).toEqual({
    consent: 'eu-gdpr:A6-1-a',
    contract: 'eu-gdpr:A6-1-b',
    'legal-obligation': 'eu-gdpr:A6-1-c',
    'vital-interests': 'eu-gdpr:A6-1-d',
    'public-task': 'eu-gdpr:A6-1-e',
    'legitimate-interests': 'eu-gdpr:A6-1-f',
  });
});

it('the rights are those of the articles that give them', () => {
  expect(RIGHTS).toEqual([
    'eu-gdpr:A7-3',
    'eu-gdpr:A15',
    'eu-gdpr:A16',
    'eu-gdpr:A17',
    'eu-gdpr:A18',
    'eu-gdpr:A20',
    'eu-gdpr:A77',
  ]);
});

it('only what was signed or written is explicit, and what was only not refused is implied, in writing too', () => {
  const { form: _, ...answer } = EVERY_KIND.answered;
  const types = (['signed', 'chat', 'attested', 'implied'] as const).map((grade) => typeOf({ ...answer, grade }));
  expect(types).toEqual([
    'dpv:ExplicitlyExpressedConsent',
    'dpv:ExpressedConsent',
    'dpv:ExpressedConsent',
    'dpv:ImpliedConsent',
  ]);
  const written = { ...answer, form: 'written' } as const;
  expect(typeOf({ ...written, grade: 'attested' })).toBe('dpv:ExplicitlyExpressedConsent');
  expect(typeOf({ ...written, grade: 'implied' })).toBe('dpv:ImpliedConsent');
});
