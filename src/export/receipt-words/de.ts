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
    proof: 'Zum Prüfen',
  },
  answers: {
    consented: 'Sie haben zugestimmt',
    refused: 'Sie haben Nein gesagt',
    withdrawn: 'Sie haben Ihr Ja zurückgenommen',
  },
  grades: {
    signed: 'von Ihrer eigenen Erweiterung signiert',
    chat: 'im Chat des Treffens geschrieben',
    attested: 'nach den Worten des Hosts',
    implied: 'dadurch, dass Sie blieben, nachdem es Ihnen gesagt wurde',
  },
  page: {
    noticeErased: 'Der Text der Frage wurde gelöscht; wie er lautete, lässt sich nicht mehr zeigen.',
    recorded: 'Aufnahme von {seconds} s, beendet {time}: aufbewahrt bis {until}',
    recordedGone: 'Aufnahme von {seconds} s, beendet {time}: gelöscht, mit ihrem Schlüssel',
    notRecorded: 'Solange Sie da waren, wurde nichts aufgenommen.',
    namesUntil: 'Ihr Name und Ihre Worte neben dem Beweis: spätestens bis {until}',
    namesErased: 'Ihr Name und Ihre Worte: gelöscht',
    compare:
      'Vergleichen Sie dies mit dem Host, mündlich oder schriftlich. Der Beweis selbst ist die Datei, die zu dieser Seite gehört (.json; der Host kann sie Ihnen geben): Geben Sie sie in Ask to Record unter „Check a file“ zum Prüfen, oder in das Prüfprogramm, das ohne Netz läuft.',
    fingerprint: 'Fingerabdruck des Schlüssels des Hosts',
    size: 'Einträge im Protokoll',
    root: 'Wurzel des Protokolls',
    chatRoot: 'Wie sie im Chat stand, bei {size} Einträgen',
    ids: 'Protokoll, und Ihre Kennungen darin',
    made: 'Ausgestellt',
    forReading:
      'Diese Seite ist zum Lesen, und jeder könnte eine andere schreiben. Was darauf steht, gilt so weit, wie die Datei daneben für gültig befunden wird. Sie ist keine Rechtsberatung.',
  },
};
