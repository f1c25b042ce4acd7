import type { ReceiptWords } from './words.ts';

export const it: ReceiptWords = {
  language: 'it',
  direction: 'ltr',
  title: 'Ricevuta',
  addendum: 'Aggiunta alla sua ricevuta',
  statement:
    'Questa è la sua ricevuta per una riunione in cui le è stato chiesto se poteva essere registrata. Mostra che cosa le è stato chiesto, che cosa ha risposto e quando, e dimostra che così sta scritto nel registro firmato dal computer dell’organizzatore. Non dice nulla di altre persone. La conservi: se il registro viene cambiato in seguito, questo file lo mostrerà.',
  added:
    'Continua la sua ricevuta precedente: mostra anche ciò che si è aggiunto da allora, come un no, un sì ritirato o una cancellazione.',
  takeBack:
    'Può ritirare il suo sì in qualsiasi momento, senza dare motivi: scriva «Ferma la registrazione» nella chat della riunione o lo dica all’organizzatore. Può anche chiedergli una copia, o di cancellare il suo nome e le sue parole.',
  heads: {
    asked: 'Che cosa le è stato chiesto',
    answers: 'Che cosa ha risposto',
    until: 'Conservato fino al',
    proof: 'Per controllare',
  },
  answers: {
    consented: 'Ha acconsentito',
    refused: 'Ha detto di no',
    withdrawn: 'Ha ritirato il suo sì',
  },
  grades: {
    signed: 'firmato dalla sua estensione',
    chat: 'scritto nella chat della riunione',
    attested: 'secondo la parola dell’organizzatore',
    implied: 'restando dopo essere stato informato',
  },
  page: {
    noticeErased: 'Il testo dell’avviso è stato cancellato; non si può più mostrare che cosa diceva.',
    recorded: 'Registrazione di {seconds} s terminata il {time}: conservata fino al {until}',
    recordedGone: 'Registrazione di {seconds} s terminata il {time}: cancellata, con la sua chiave',
    notRecorded: 'Mentre lei era presente non è stato registrato nulla.',
    namesUntil: 'Il suo nome e le sue parole accanto alla prova: al più tardi fino al {until}',
    namesErased: 'Il suo nome e le sue parole: cancellati',
    compare:
      'Confronti questi dati con l’organizzatore, a voce o per iscritto. La prova vera e propria è il file che accompagna questa pagina (.json; l’organizzatore può darglielo): lo porti a «Check a file» in Ask to Record, o al suo verificatore, che non ha bisogno di rete.',
    fingerprint: 'Impronta della chiave dell’organizzatore',
    size: 'Voci nel registro',
    root: 'Radice del registro',
    chatRoot: 'Come stava nella chat, con {size} voci',
    ids: 'Registro, e i suoi identificativi in esso',
    made: 'Emessa',
    forReading:
      'Questa pagina è da leggere, e chiunque potrebbe scriverne un’altra. Ci si può fidare di ciò che contiene nella misura in cui il file che la accompagna risulta valido. Non è una consulenza legale.',
  },
};
