import type { DetailsWording } from '../details-wording.ts';

export const sv: DetailsWording = {
  language: 'sv',
  controller: (name) => `Ansvarig: ${name}.`,
  host: 'Ansvarig: värden för mötet.',
  contact: (where) => `Kontakt om dina uppgifter: ${where}.`,
  noContact: 'Kontakt om dina uppgifter: värden, här i mötet.',
  needed: 'behövs',
  choice: 'valfritt',
  bases: {
    consent: 'Rättslig grund: ditt samtycke (GDPR art. 6.1 a).',
    contract: 'Rättslig grund: ett avtal (GDPR art. 6.1 b).',
    'legal-obligation': 'Rättslig grund: en rättslig plikt (GDPR art. 6.1 c).',
    'vital-interests': 'Rättslig grund: livsviktiga intressen (GDPR art. 6.1 d).',
    'public-task': 'Rättslig grund: en uppgift av allmänt intresse (GDPR art. 6.1 e).',
    'legitimate-interests': 'Rättslig grund: berättigade intressen (GDPR art. 6.1 f); med rätt att invända.',
  },
  recipients: (who) => `Vem mer som får den: ${who}.`,
  nobody: 'Vem mer som får den: bara värden; allt stannar hos värden.',
  policy: (url) => `Integritetspolicy: ${url}`,
  free: 'Svaret är frivilligt; ett nej får inga följder, och mötet fortsätter.',
  rights: 'Dina rättigheter: tillgång, rättelse, radering, begränsning och kopia.',
  withdrawal:
    'Varje svar kan ändras när som helst här i chatten, lika lätt som det gavs; det som var före förblir lagligt.',
  complaint: 'Klagomål: dataskyddsmyndigheten där du bor eller arbetar.',
  profiles: {
    gdpr: 'EU: rättigheter enligt GDPR art. 15–22; för ett annat ändamål skulle du frågas på nytt.',
    'uk-gdpr': 'Storbritannien: rättigheter enligt UK GDPR art. 15–22; klagomål till ICO.',
    fadp: 'Schweiz (FADP art. 19): klagomål till FDPIC.',
    lgpd: 'Brasilien (LGPD art. 9, 18): bekräftelse, tillgång, överföring, radering; klagomål till ANPD.',
    pipeda: 'Kanada (PIPEDA): bara för ändamålen ovan; frågor till kontakten ovan, klagomål till Privacy Commissioner.',
    ccpa: 'Kalifornien (CCPA): kategorier är ljud och, om valt, bild; för ändamålen och tiden ovan och bara för dem som nämns.',
    'us-state-privacy': 'USA, delstatslagar: tillgång, rättelse och radering; begäran till kontakten ovan.',
  },
};
