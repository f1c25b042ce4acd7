import type { ReceiptWords } from './words.ts';

export const de: ReceiptWords = {
  language: 'de',
  direction: 'ltr',
  title: 'Beleg',
  addendum: 'Nachtrag zu Ihrem Beleg',
  statement:
    'Dies ist Ihr Beleg für ein Treffen, bei dem Sie gefragt wurden, ob es aufgenommen werden darf. Er zeigt, was Sie gefragt wurden, was Sie geantwortet haben und wann, und beweist, dass es so in dem Protokoll steht, das der Computer des Hosts signiert hat. Über andere sagt er nichts. Bewahren Sie ihn auf: Wird das Protokoll später geändert, zeigt es diese Datei.',
  added:
    'Er setzt Ihren früheren Beleg fort und zeigt auch, was seither dazukam, etwa ein Nein, ein zurückgenommenes Ja oder eine Löschung.',
  takeBack:
    'Sie können Ihr Ja jederzeit und ohne Grund zurücknehmen: Schreiben Sie „Aufnahme stoppen“ in den Chat des Treffens oder sagen Sie es dem Host. Sie können ihn auch um eine Kopie bitten oder darum, Ihren Namen und Ihre Worte zu löschen.',
  heads: {
    asked: 'Was Sie gefragt wurden',
    answers: 'Was Sie geantwortet haben',
    until: 'Aufbewahrt bis',
    how: 'Wie Sie es zurücknehmen',
    proof: 'Zum Prüfen',
  },
  answers: {
    consented: 'Sie haben zugestimmt',
    refused: 'Sie haben Nein gesagt',
    withdrawn: 'Sie haben Ihr Ja zurückgenommen',
  },
};
