import type { DetailsWording } from '../details-wording.ts';

export const da: DetailsWording = {
  language: 'da',
  controller: (name) => `Dataansvarlig: ${name}.`,
  host: 'Dataansvarlig: værten for mødet.',
  contact: (where) => `Kontakt om dine data: ${where}.`,
  noContact: 'Kontakt om dine data: værten, her i mødet.',
  needed: 'nødvendigt',
  choice: 'valgfrit',
  bases: {
    consent: 'Retsgrundlag: dit samtykke (GDPR art. 6(1)(a)).',
    contract: 'Retsgrundlag: en kontrakt (GDPR art. 6(1)(b)).',
    'legal-obligation': 'Retsgrundlag: en retlig pligt (GDPR art. 6(1)(c)).',
    'vital-interests': 'Retsgrundlag: vitale interesser (GDPR art. 6(1)(d)).',
    'public-task': 'Retsgrundlag: en offentlig opgave (GDPR art. 6(1)(e)).',
    'legitimate-interests': 'Retsgrundlag: legitime interesser (GDPR art. 6(1)(f)); med ret til indsigelse.',
  },
  recipients: (who) => `Hvem der ellers får den: ${who}.`,
  nobody: 'Hvem der ellers får den: kun værten; alt bliver hos værten.',
  policy: (url) => `Privatlivspolitik: ${url}`,
  free: 'Svaret er frivilligt; et nej får ingen følger, og mødet fortsætter.',
  rights: 'Dine rettigheder: indsigt, rettelse, sletning, begrænsning og kopi.',
  withdrawal:
    'Hvert svar kan ændres når som helst her i chatten, lige så let som det blev givet; det tidligere forbliver lovligt.',
  complaint: 'Klager: datatilsynet, hvor du bor eller arbejder.',
  profiles: {
    gdpr: 'EU: rettigheder efter GDPR art. 15–22; til et andet formål ville du blive spurgt igen.',
    'uk-gdpr': 'Storbritannien: rettigheder efter UK GDPR art. 15–22; klager til ICO.',
    fadp: 'Schweiz (FADP art. 19): klager til FDPIC.',
    lgpd: 'Brasilien (LGPD art. 9, 18): bekræftelse, indsigt, overførsel, sletning; klager til ANPD.',
    pipeda:
      'Canada (PIPEDA): kun til formålene ovenfor; spørgsmål til kontakten ovenfor, klager til Privacy Commissioner.',
    ccpa: 'Californien (CCPA): kategorier er lyd og, hvis valgt, billede; til formålene og tiden ovenfor og kun for dem, der er nævnt.',
    'us-state-privacy': 'USA, delstatslove: indsigt, rettelse og sletning; anmodninger til kontakten ovenfor.',
  },
};
