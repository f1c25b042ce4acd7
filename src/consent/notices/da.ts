import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'kvalitet',
  training: 'oplæring',
  disputes: 'tvister',
  compliance: 'lovkrav',
  research: 'forskning',
  notes: 'referat',
  publication: 'offentliggørelse',
};

const spoken = (items: readonly string[]) => inTurn(items, ' og ');
const off = (why: string) => `Optagelsen er slukket: ${why} Lige nu optages der ikke noget.`;
const days = (n: number) => period(n, unit('dag', 'dage'), unit('år', 'år'));

export const da: Wording = {
  language: 'da',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'For at se, hvor godt samtaler som denne går, og gøre det bedre.',
    training: 'Så kolleger kan lære af samtalen.',
    disputes: 'For at afklare på en fair måde, hvad der blev sagt, hvis der opstår uenighed.',
    compliance: 'Fordi en lov eller en regel i branchen kræver dokumentation.',
    research: 'Til en undersøgelse: forskerne lytter til det, der siges, og analyserer det.',
    notes: 'For at skrive rigtigt ned, hvad der blev sagt og besluttet.',
    publication: 'Dele af den kan blive offentlige, for eksempel i en artikel, en podcast eller en film.',
  },
  detailsWord: 'detaljer',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Kun lyd' : 'Lyd og værtens billede';
    const choice = optional.length > 0 ? [`Valgfrit: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / Jeg samtykker til alt' : '';
    return [
      ['Må vi optage mødet?', `${what}, til ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Gemmes ${days(terms.keepDays)}, krypteret hos værten; bevis for svarene ${days(terms.proofDays)}.`],
      [
        'Et nej koster intet: vi fortsætter uden optagelse.',
        'Er der nogen hos dig? Sig det først.',
        'Når som helst: stop optagelsen / detaljer.',
      ],
      [`Skriv: Jeg samtykker${all} / Jeg samtykker ikke`],
    ];
  },
  part: (n, of) => `Optagelse? ${n}/${of}${n < of ? ', læs videre' : ''}:`,
  what: {
    sound: 'Kun lyden ville blive optaget, ikke billedet.',
    'sound+picture': 'Lyden og det, som værten ser af mødet, ville blive optaget.',
  },
  keep: (terms) =>
    `Optagelsen gemmes krypteret på værtens computer (${days(terms.keepDays)}) og slettes derefter. ` +
    `Dit navn ved beviset for dit svar gemmes ${days(terms.proofDays)}.`,
  on: 'Optagelsen er i gang: alle her har givet samtykke. Når som helst: stop optagelsen',
  off: {
    paused: 'Optagelsen er på pause. Lige nu optages der ikke noget.',
    stopped: off('værten afsluttede den.'),
    waiting: off('vi venter, til alle her har svaret.'),
    declined: off('nogen her vil helst have det sådan, og det er helt fint.'),
    unsure: off('det er usikkert, hvem der er her.'),
    fault: off('noget teknisk gik galt.'),
    written:
      'Her skal et ja være skriftligt. Tryk på knappen i feltet, eller skriv præcis dette, med dit fulde navn: I, dit navn, agree in writing',
    implied:
      'Ingen behøver at skrive noget: den, der bliver i mødet, samtykker til optagelsen, som snart begynder. Hvis ikke, så skriv: Jeg samtykker ikke',
  },
  end: 'Mødet fortsætter som normalt. Der optages ikke noget, og ingen behøver at gøre noget.',
  attested: (host, name, how) =>
    `${host} noterede, at du, ${name}, samtykkede ${how === 'aloud' ? 'mundtligt' : 'på papir'}. Hvis det er forkert, så skriv: Jeg samtykker ikke`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'kun lyden' : 'lyden og det, jeg ser af mødet';
    return [
      `Jeg vil gerne optage dette møde: ${what}. Det er til ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0 ? [`Hvis du vil, også til ${spoken(optional)}; du kan samtykke uden det.`] : []),
      `Optagelsen gemmes ${days(terms.keepDays)}, krypteret på min computer, og slettes derefter.`,
      `En note om, at du samtykkede, gemmes ${days(terms.proofDays)}.`,
      'Hvis du helst vil være fri, er det helt fint og koster dig intet: vi fortsætter bare uden optagelse.',
      'Du kan ombestemme dig når som helst. Er der nogen hos dig, som kan høres?',
      'Samtykker du til optagelsen? Sig venligst: Jeg samtykker, eller: Jeg samtykker ikke.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `Jeg samtykker til optagelsen, til ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'Jeg samtykker ikke til optagelsen.',
  withdrawn: () => 'Stop optagelsen: jeg trækker mit samtykke tilbage.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Person ${person} af ${people} her: ` : '';
}
