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
    how: 'Come ritirarlo',
    proof: 'Per controllare',
  },
  answers: {
    consented: 'Ha acconsentito',
    refused: 'Ha detto di no',
    withdrawn: 'Ha ritirato il suo sì',
  },
};
