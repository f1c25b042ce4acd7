import type { DetailsWording } from '../details-wording.ts';

export const it: DetailsWording = {
  language: 'it',
  controller: (name) => `Titolare del trattamento: ${name}.`,
  host: 'Titolare del trattamento: chi ospita questa riunione.',
  contact: (where) => `Contatto per i suoi dati: ${where}.`,
  noContact: 'Contatto per i suoi dati: chi ospita, qui nella riunione.',
  needed: 'necessario',
  choice: 'a sua scelta',
  bases: {
    consent: 'Base giuridica: il suo consenso (GDPR art. 6(1)(a)).',
    contract: 'Base giuridica: un contratto (GDPR art. 6(1)(b)).',
    'legal-obligation': 'Base giuridica: un obbligo legale (GDPR art. 6(1)(c)).',
    'vital-interests': 'Base giuridica: interessi vitali (GDPR art. 6(1)(d)).',
    'public-task': 'Base giuridica: un compito pubblico (GDPR art. 6(1)(e)).',
    'legitimate-interests': 'Base giuridica: interessi legittimi (GDPR art. 6(1)(f)); con diritto di opposizione.',
  },
  recipients: (who) => `Chi altro la riceve: ${who}.`,
  nobody: 'Chi altro la riceve: nessun altro; resta da chi ospita.',
  policy: (url) => `Informativa sulla privacy: ${url}`,
  free: 'La risposta è libera; un rifiuto non ha conseguenze, e la riunione continua.',
  rights: 'I suoi diritti: accesso, rettifica, cancellazione, limitazione e copia.',
  withdrawal:
    'Ogni risposta si può cambiare in qualsiasi momento qui nella chat, con la stessa facilità; ciò che precede resta lecito.',
  complaint: 'Reclami: l’autorità per la protezione dei dati del luogo in cui vive o lavora.',
  profiles: {
    gdpr: 'UE: diritti degli artt. 15–22 del GDPR; per un altro scopo la domanda sarebbe posta di nuovo.',
    'uk-gdpr': 'Regno Unito: diritti degli artt. 15–22 del UK GDPR; reclami all’ICO.',
    fadp: 'Svizzera (LPD art. 19): reclami all’IFPDT.',
    lgpd: 'Brasile (LGPD artt. 9, 18): conferma, accesso, portabilità, cancellazione; reclami all’ANPD.',
    pipeda: 'Canada (PIPEDA): solo per gli scopi indicati; domande al contatto indicato, reclami al Commissario.',
    ccpa: 'California (CCPA): categorie: audio e, se scelte, immagini; per gli scopi e il tempo indicati e solo per chi è nominato.',
    'us-state-privacy':
      'Stati Uniti, leggi statali: accesso, rettifica e cancellazione; richieste al contatto indicato.',
  },
};
