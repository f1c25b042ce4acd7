import type { Profile } from '../../model/requirement.ts';
import type { SpokenProfile } from './details-wording.ts';

/**
 * What the data protection law of a place wants said beyond the rest, for places whose addition is in English only. From the list of
 * notice contents in the research behind the rules; not legal advice.
 */
export const PROFILE_WORDS: Readonly<Record<Exclude<Profile, SpokenProfile>, string>> = {
  appi: 'Japan (APPI art. 21): the recording is used for the purposes above and for no other.',
  'ar-25326':
    'Argentina (Law 25.326): you may see, correct and have erased what is kept about you; the AAIP hears complaints.',
  'au-privacy-act': 'Australia (APP 5): you may ask to see and correct the recording, and complain to the OAIC.',
  'do-172-13': 'Dominican Republic (Law 172-13): you may see, correct and have erased what is kept about you.',
  'dpa-ph':
    'Philippines (Data Privacy Act s. 16): you may object, see, correct and have erased; the NPC hears complaints.',
  dpdp: 'India (DPDP Act s. 5): grievances go to the contact above, and then to the Data Protection Board.',
  'il-ppl':
    'Israel (Privacy Protection Law s. 11): nobody has a duty to take part; you may see and correct what is kept.',
  kvkk: 'Türkiye (KVKK art. 10): it is collected by the means above; your rights are those of art. 11.',
  lfpdppp: 'Mexico (LFPDPPP): you have the ARCO rights of access, correction, cancellation and opposition.',
  'nz-privacy-act':
    'New Zealand (IPP 3): giving it is your choice; you may see and correct it, and complain to the Commissioner.',
  'pdpa-sg': 'Singapore (PDPA s. 20): the contact above answers questions about collection, use and disclosure.',
  pdpo: 'Hong Kong (PDPO): giving it is your choice; you may see and correct it.',
  'pipa-ab': 'Alberta (PIPA s. 13): the contact above answers questions about the collection.',
  'pipa-bc': 'British Columbia (PIPA s. 10): the contact above answers questions about the collection.',
  'pipa-kr': 'South Korea (PIPA art. 15): you have a right to refuse, and refusing has no disadvantage.',
  pipl: 'China (PIPL arts. 17, 39): what goes to others or abroad needs an answer of its own.',
  popia:
    'South Africa (POPIA s. 18): giving it is your choice; you may object and complain to the Information Regulator.',
  'quebec-law25': 'Québec (s. 8): it is collected by the means above; you may see and correct it, and end its use.',
  'uae-pdpl': 'United Arab Emirates (PDPL): you may see, correct and have erased what is kept about you.',
};
