import type { DetailsWording } from '../details-wording.ts';

export const de: DetailsWording = {
  language: 'de',
  controller: (name) => `Verantwortlich für die Aufzeichnung: ${name}.`,
  host: 'Verantwortlich für die Aufzeichnung: der Host dieses Treffens.',
  contact: (where) => `Kontakt für Ihre Daten: ${where}.`,
  noContact: 'Kontakt für Ihre Daten: der Host, hier im Treffen.',
  needed: 'nötig',
  choice: 'freiwillig',
  bases: {
    consent: 'Rechtsgrundlage: Ihre Einwilligung (Art. 6 Abs. 1 lit. a DSGVO).',
    contract: 'Rechtsgrundlage: ein Vertrag (Art. 6 Abs. 1 lit. b DSGVO).',
    'legal-obligation': 'Rechtsgrundlage: eine rechtliche Pflicht (Art. 6 Abs. 1 lit. c DSGVO).',
    'vital-interests': 'Rechtsgrundlage: lebenswichtige Interessen (Art. 6 Abs. 1 lit. d DSGVO).',
    'public-task': 'Rechtsgrundlage: eine öffentliche Aufgabe (Art. 6 Abs. 1 lit. e DSGVO).',
    'legitimate-interests':
      'Rechtsgrundlage: berechtigte Interessen (Art. 6 Abs. 1 lit. f DSGVO); mit Widerspruchsrecht.',
  },
  recipients: (who) => `Außerdem erhält sie: ${who}.`,
  nobody: 'Außerdem erhält sie: niemand; sie bleibt beim Host.',
  policy: (url) => `Datenschutzerklärung: ${url}`,
  free: 'Die Antwort ist Ihre Sache; ein Nein bringt keinen Nachteil, das Treffen geht weiter.',
  rights: 'Ihre Rechte: Auskunft, Berichtigung, Löschung, Einschränkung und eine Kopie.',
  withdrawal:
    'Jede Antwort lässt sich jederzeit hier im Chat ändern, so leicht wie sie gegeben wurde; das Vorherige bleibt rechtmäßig.',
  complaint: 'Beschwerden: die Datenschutzbehörde an Ihrem Wohn- oder Arbeitsort.',
  profiles: {
    gdpr: 'EU: Rechte nach Art. 15 bis 22 DSGVO; für einen anderen Zweck würden Sie neu gefragt.',
    'uk-gdpr': 'Vereinigtes Königreich: Rechte nach Art. 15 bis 22 UK GDPR; Beschwerden an das ICO.',
    fadp: 'Schweiz (Art. 19 DSG): Beschwerden an den EDÖB.',
    lgpd: 'Brasilien (LGPD Art. 9, 18): Bestätigung, Auskunft, Übertragung, Löschung; Beschwerden an die ANPD.',
    pipeda:
      'Kanada (PIPEDA): nur für die genannten Zwecke; Fragen an den genannten Kontakt, Beschwerden an den Privacy Commissioner.',
    ccpa: 'Kalifornien (CCPA): Kategorien sind Ton und, wenn gewählt, Bild; für die genannten Zwecke und Zeiten und nur für die Genannten.',
    'us-state-privacy':
      'USA, Datenschutzgesetze der Staaten: Auskunft, Berichtigung und Löschung; Anträge an den genannten Kontakt.',
  },
};
