import type { DetailsWording } from '../details-wording.ts';

export const nl: DetailsWording = {
  language: 'nl',
  controller: (name) => `Verantwoordelijk: ${name}.`,
  host: 'Verantwoordelijk: de host van dit gesprek.',
  contact: (where) => `Contact voor uw gegevens: ${where}.`,
  noContact: 'Contact voor uw gegevens: de host, hier in het gesprek.',
  needed: 'nodig',
  choice: 'naar keuze',
  bases: {
    consent: 'Rechtsgrond: uw toestemming (AVG art. 6(1)(a)).',
    contract: 'Rechtsgrond: een overeenkomst (AVG art. 6(1)(b)).',
    'legal-obligation': 'Rechtsgrond: een wettelijke plicht (AVG art. 6(1)(c)).',
    'vital-interests': 'Rechtsgrond: vitale belangen (AVG art. 6(1)(d)).',
    'public-task': 'Rechtsgrond: een publieke taak (AVG art. 6(1)(e)).',
    'legitimate-interests': 'Rechtsgrond: gerechtvaardigde belangen (AVG art. 6(1)(f)); met recht van bezwaar.',
  },
  recipients: (who) => `Wie het ook krijgt: ${who}.`,
  nobody: 'Wie het ook krijgt: verder niemand; het blijft bij de host.',
  policy: (url) => `Privacyverklaring: ${url}`,
  free: 'Het antwoord is aan u; weigeren blijft zonder gevolgen, en het gesprek gaat verder.',
  rights: 'Uw rechten: inzage, correctie, wissing, beperking en een kopie.',
  withdrawal:
    'Elk antwoord is op elk moment hier in de chat te veranderen, even makkelijk als het gegeven is; wat ervoor was, blijft rechtmatig.',
  complaint: 'Klachten: de privacytoezichthouder waar u woont of werkt.',
  profiles: {
    gdpr: 'EU: rechten van art. 15 tot 22 AVG; voor een ander doel wordt het u opnieuw gevraagd.',
    'uk-gdpr': 'Verenigd Koninkrijk: rechten van art. 15 tot 22 UK GDPR; klachten bij de ICO.',
    fadp: 'Zwitserland (FADP art. 19): klachten bij de FDPIC.',
    lgpd: 'Brazilië (LGPD art. 9, 18): bevestiging, inzage, overdracht, wissing; klachten bij de ANPD.',
    pipeda:
      'Canada (PIPEDA): alleen voor de genoemde doelen; vragen aan het genoemde contact, klachten bij de Privacy Commissioner.',
    ccpa: 'Californië (CCPA): categorieën zijn geluid en, indien gekozen, beeld; voor de genoemde doelen en tijd en alleen voor wie genoemd is.',
    'us-state-privacy':
      'Verenigde Staten, wetten van de staten: inzage, correctie en wissing; verzoeken aan het genoemde contact.',
  },
};
