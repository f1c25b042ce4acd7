import type { DetailsWording } from '../details-wording.ts';

export const pl: DetailsWording = {
  language: 'pl',
  controller: (name) => `Administrator danych: ${name}.`,
  host: 'Administrator danych: gospodarz tego spotkania.',
  contact: (where) => `Kontakt w sprawie danych: ${where}.`,
  noContact: 'Kontakt w sprawie danych: gospodarz, tu na spotkaniu.',
  needed: 'konieczne',
  choice: 'do wyboru',
  bases: {
    consent: 'Podstawa prawna: Państwa zgoda (art. 6 ust. 1 lit. a RODO).',
    contract: 'Podstawa prawna: umowa (art. 6 ust. 1 lit. b RODO).',
    'legal-obligation': 'Podstawa prawna: obowiązek prawny (art. 6 ust. 1 lit. c RODO).',
    'vital-interests': 'Podstawa prawna: żywotne interesy (art. 6 ust. 1 lit. d RODO).',
    'public-task': 'Podstawa prawna: zadanie publiczne (art. 6 ust. 1 lit. e RODO).',
    'legitimate-interests':
      'Podstawa prawna: uzasadnione interesy (art. 6 ust. 1 lit. f RODO); z prawem wniesienia protestu.',
  },
  recipients: (who) => `Odbiorcy: ${who}.`,
  nobody: 'Odbiorcy: oprócz gospodarza brak innych; wszystko zostaje u gospodarza.',
  policy: (url) => `Polityka prywatności: ${url}`,
  free: 'Odpowiedź jest dobrowolna; odmowa pozostaje bez konsekwencji, a spotkanie trwa dalej.',
  rights: 'Prawa: dostęp, sprostowanie, usunięcie, ograniczenie i kopia.',
  withdrawal:
    'Odpowiedź można zmienić w każdej chwili tu na czacie, tak łatwo, jak została dana; wcześniejsze pozostaje zgodne z prawem.',
  complaint: 'Skargi: organ ochrony danych w miejscu zamieszkania lub pracy.',
  profiles: {
    gdpr: 'UE: prawa z art. 15–22 RODO; dla innego celu pytanie zostałoby zadane ponownie.',
    'uk-gdpr': 'Wielka Brytania: prawa z art. 15–22 UK GDPR; skargi do ICO.',
    fadp: 'Szwajcaria (FADP art. 19): skargi do FDPIC.',
    lgpd: 'Brazylia (LGPD art. 9, 18): potwierdzenie, dostęp, przeniesienie, usunięcie; skargi do ANPD.',
    pipeda: 'Kanada (PIPEDA): tylko dla podanych celów; pytania do podanego kontaktu, skargi do Privacy Commissioner.',
    ccpa: 'Kalifornia (CCPA): kategorie: dźwięk i, jeśli wybrano, obraz; dla podanych celów i czasu i tylko dla wymienionych.',
    'us-state-privacy': 'USA, prawa stanowe: dostęp, sprostowanie i usunięcie; wnioski do podanego kontaktu.',
  },
};
