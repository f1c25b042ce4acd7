import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'qualité',
  training: 'formation',
  disputes: 'litiges',
  compliance: 'obligation légale',
  research: 'recherche',
  notes: 'compte rendu',
  publication: 'publication',
};

const spoken = (items: readonly string[]) => inTurn(items, ' et ');
const off = (why: string) => `L’enregistrement est coupé : ${why} Rien n’est enregistré en ce moment.`;
const days = (n: number) => period(n, unit('jour', 'jours'), unit('an', 'ans'));

export const fr: Wording = {
  language: 'fr',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'Pour vérifier comment se passent de telles conversations, et faire mieux.',
    training: 'Pour que des collègues puissent apprendre de cette conversation.',
    disputes: 'Pour régler équitablement un éventuel désaccord sur ce qui a été dit.',
    compliance: 'Parce qu’une loi ou une règle du métier demande une trace.',
    research: 'Pour une étude : les chercheurs écoutent ce qui est dit et l’analysent.',
    notes: 'Pour noter exactement ce qui a été dit et décidé.',
    publication: 'Des extraits peuvent être rendus publics, dans un article, un podcast ou un film par exemple.',
  },
  detailsWord: 'détails',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Son seul' : 'Son et vue de l’hôte';
    const choice = optional.length > 0 ? [`Au choix : ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / J’accepte tout' : '';
    return [
      ['Pouvons-nous enregistrer ?', `${what}, pour : ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Gardé ${days(terms.keepDays)}, chiffré, chez l’hôte ; preuve des réponses ${days(terms.proofDays)}.`],
      [
        'Dire non ne coûte rien : on continue sans enregistrer.',
        'Quelqu’un avec vous ? Dites-le.',
        'À tout moment : arrêtez / détails.',
      ],
      [`Écrivez : J’accepte${all} / Je n’accepte pas`],
    ];
  },
  part: (n, of) => `Enregistrer ? ${n}/${of}${n < of ? ', la suite arrive' : ''} :`,
  what: {
    sound: 'Seul le son serait enregistré, pas l’image.',
    'sound+picture': 'Le son et ce que l’hôte voit de la réunion seraient enregistrés.',
  },
  keep: (terms) =>
    `L’enregistrement est gardé ${days(terms.keepDays)}, chiffré, sur l’ordinateur de l’hôte, puis effacé. ` +
    `Votre nom à côté de la preuve de votre réponse est gardé ${days(terms.proofDays)}.`,
  on: 'L’enregistrement est en cours : tout le monde ici a accepté. À tout moment : arrêter l’enregistrement',
  off: {
    paused: 'L’enregistrement est en pause. Rien n’est enregistré en ce moment.',
    stopped: off('l’hôte l’a arrêté.'),
    waiting: off('nous attendons que tout le monde ait répondu.'),
    declined: off('quelqu’un ici le préfère, et c’est très bien ainsi.'),
    unsure: off('on ne sait pas avec certitude qui est là.'),
    fault: off('un problème technique est survenu.'),
    written:
      'Ici, un oui doit être écrit. Appuyez sur le bouton de la bannière, ou écrivez exactement ceci, avec votre nom complet : I, votre nom, agree in writing',
    implied:
      'Inutile d’écrire : qui reste dans cette réunion accepte l’enregistrement, qui commence bientôt. Sinon, écrivez : Je n’accepte pas',
  },
  end: 'La réunion continue comme d’habitude. Rien n’est enregistré, et personne n’a rien à faire.',
  attested: (host, name, how) =>
    `${host} a noté que vous, ${name}, avez accepté ${how === 'aloud' ? 'de vive voix' : 'sur papier'}. Si c’est faux, écrivez : Je n’accepte pas`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'seulement le son' : 'le son et ce que je vois de la réunion';
    return [
      `J’aimerais enregistrer cette réunion : ${what}. C’est pour : ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0
        ? [`Si vous voulez, aussi pour : ${spoken(optional)} ; vous pouvez accepter sans cela.`]
        : []),
      `L’enregistrement est gardé ${days(terms.keepDays)}, chiffré, sur mon ordinateur, puis effacé.`,
      `Une note disant que vous avez accepté est gardée ${days(terms.proofDays)}.`,
      'Si vous préférez que non, c’est très bien et cela ne vous coûte rien : nous continuons simplement sans enregistrer.',
      'Vous pouvez changer d’avis à tout moment. Y a-t-il quelqu’un avec vous que l’on peut entendre ?',
      'Acceptez-vous d’être enregistré ? Dites, s’il vous plaît : J’accepte, ou : Je n’accepte pas.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `J’accepte l’enregistrement, pour : ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'Je n’accepte pas l’enregistrement.',
  withdrawn: () => 'Arrêtez l’enregistrement : je retire mon accord.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Personne ${person} sur ${people} ici : ` : '';
}
