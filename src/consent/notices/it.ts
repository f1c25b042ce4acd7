import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'qualità',
  training: 'formazione',
  disputes: 'controversie',
  compliance: 'obblighi legali',
  research: 'ricerca',
  notes: 'appunti',
  publication: 'pubblicazione',
};

const spoken = (items: readonly string[]) => inTurn(items, ' e ');
const off = (why: string) => `La registrazione è spenta: ${why} Ora non si registra nulla.`;
const days = (n: number) => period(n, unit('giorno', 'giorni'), unit('anno', 'anni'));

export const it: Wording = {
  language: 'it',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'Per verificare come vanno conversazioni come questa e fare meglio.',
    training: 'Perché altre persone del gruppo possano imparare da questa conversazione.',
    disputes: 'Per chiarire con equità che cosa è stato detto, se mai ci fosse un disaccordo.',
    compliance: 'Perché una legge o una regola del settore chiede una traccia.',
    research: 'Per uno studio: chi fa ricerca ascolta ciò che si dice e lo analizza.',
    notes: 'Per annotare correttamente ciò che è stato detto e deciso.',
    publication: 'Alcune parti possono diventare pubbliche, per esempio in un articolo, un podcast o un film.',
  },
  detailsWord: 'dettagli',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Solo audio' : 'Audio e vista di chi ospita';
    const choice = optional.length > 0 ? [`Facoltativo: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / Accetto tutto' : '';
    return [
      ['Possiamo registrare?', `${what}, per ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Cifrata da chi ospita: ${days(terms.keepDays)}; prova delle risposte: ${days(terms.proofDays)}.`],
      [
        'Un no non ha svantaggi: si continua senza registrare.',
        'Qualcuno con lei? Lo dica prima.',
        'Sempre: fermare la registrazione / dettagli.',
      ],
      [`Scrivere: Accetto${all} / Non accetto`],
    ];
  },
  part: (n, of) => `Registrare? ${n}/${of}${n < of ? ', continua' : ''}:`,
  what: {
    sound: 'Si registrerebbe solo l’audio, senza immagini.',
    'sound+picture': 'Si registrerebbero l’audio e ciò che chi ospita vede della riunione.',
  },
  keep: (terms) =>
    `La registrazione resta cifrata sul computer di chi ospita (${days(terms.keepDays)}) e poi viene cancellata. ` +
    `Il suo nome accanto alla prova della sua risposta resta ${days(terms.proofDays)}.`,
  on: 'La registrazione è in corso: tutte le persone presenti hanno accettato. In ogni momento: fermare la registrazione',
  off: {
    paused: 'La registrazione è in pausa. Ora non si registra nulla.',
    stopped: off('chi ospita l’ha conclusa.'),
    waiting: off('aspettiamo che tutte le persone rispondano.'),
    declined: off('qualcuno preferisce così, e va bene.'),
    unsure: off('non è certo chi c’è.'),
    fault: off('c’è stato un guasto tecnico.'),
    written:
      'Qui un sì deve essere scritto. Prema il pulsante nel riquadro, o scriva esattamente questo, con il suo nome completo: I, il suo nome, agree in writing',
    implied:
      'Non serve scrivere nulla: chi resta in questa riunione accetta la registrazione, che inizia tra poco. Altrimenti scriva: Non accetto',
  },
  end: 'La riunione continua come sempre. Non si registra nulla, e nessuno deve fare niente.',
  attested: (host, name, how) =>
    `${host} ha annotato che lei, ${name}, ha accettato ${how === 'aloud' ? 'a voce' : 'su carta'}. Se non è così, scriva: Non accetto`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'solo l’audio' : 'l’audio e ciò che vedo della riunione';
    return [
      `Vorrei registrare questa riunione: ${what}. Serve per ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0 ? [`Se vuole, anche per ${spoken(optional)}; può accettare senza questo.`] : []),
      `La registrazione resta sul mio computer, cifrata, per ${days(terms.keepDays)}, e poi viene cancellata.`,
      `Una nota che lei ha accettato resta per ${days(terms.proofDays)}.`,
      'Se preferisce di no, va bene e non ha alcuno svantaggio: continuiamo semplicemente senza registrare.',
      'Può cambiare idea in ogni momento. C’è qualcuno con lei che si può sentire?',
      'Accetta di essere registrata o registrato? Dica, per favore: Accetto, oppure: Non accetto.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `Accetto la registrazione, per ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'Non accetto la registrazione.',
  withdrawn: () => 'Fermate la registrazione: ritiro il mio consenso.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Persona ${person} di ${people} qui: ` : '';
}
