import type { DetailsWording } from '../details-wording.ts';

export const en: DetailsWording = {
  language: 'en',
  controller: (name) => `Responsible for the recording: ${name}.`,
  host: 'Responsible for the recording: the host of this meeting.',
  contact: (where) => `Contact for your data: ${where}.`,
  noContact: 'Contact for your data: the host, here in the meeting.',
  needed: 'needed',
  choice: 'your choice',
  bases: {
    consent: 'Legal ground: your consent (GDPR art. 6(1)(a)).',
    contract: 'Legal ground: a contract (GDPR art. 6(1)(b)).',
    'legal-obligation': 'Legal ground: a legal obligation (GDPR art. 6(1)(c)).',
    'vital-interests': 'Legal ground: vital interests (GDPR art. 6(1)(d)).',
    'public-task': 'Legal ground: a public task (GDPR art. 6(1)(e)).',
    'legitimate-interests': 'Legal ground: legitimate interests (GDPR art. 6(1)(f)); you may object.',
  },
  recipients: (who) => `Who else receives it: ${who}.`,
  nobody: 'Who else receives it: nobody; it stays on the host’s computer.',
  policy: (url) => `Privacy policy: ${url}`,
  free: 'Answering is up to you; a refusal has no disadvantage, and the meeting goes on.',
  rights: 'Your rights: access to what is kept about you, correction, erasure, restriction and a copy.',
  withdrawal:
    'An answer can be taken back at any time, here in the chat, as easily as it was given; what was done before stays lawful.',
  complaint: 'Complaints: the data protection authority where you live or work.',
  profiles: {
    gdpr: 'EU: rights under GDPR arts. 15 to 22; for another purpose you would be asked anew.',
    'uk-gdpr': 'United Kingdom: rights under UK GDPR arts. 15 to 22; complaints to the ICO.',
    fadp: 'Switzerland (FADP art. 19): complaints to the FDPIC.',
    lgpd: 'Brazil (LGPD arts. 9, 18): confirmation, access, portability, erasure; complaints to the ANPD.',
    pipeda:
      'Canada (PIPEDA): only for the purposes above; questions to the contact above, complaints to the Privacy Commissioner.',
    ccpa: 'California (CCPA): categories are sound and, where chosen, picture; for the purposes and the time above, and for nobody but those named.',
    'us-state-privacy':
      'United States, state privacy laws: access, correction and deletion; requests to the contact above.',
  },
};
