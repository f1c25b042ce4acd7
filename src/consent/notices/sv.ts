import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'kvalitet',
  training: 'utbildning',
  disputes: 'tvister',
  compliance: 'lagkrav',
  research: 'forskning',
  notes: 'anteckningar',
  publication: 'publicering',
};

const spoken = (items: readonly string[]) => inTurn(items, ' och ');
const off = (why: string) => `Inspelningen är av: ${why} Just nu spelas ingenting in.`;
const days = (n: number) => period(n, unit('dag', 'dagar'), unit('år', 'år'));

export const sv: Wording = {
  language: 'sv',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'För att se hur bra sådana här samtal går, och bli bättre.',
    training: 'För att kollegor ska kunna lära sig av samtalet.',
    disputes: 'För att rättvist reda ut vad som sades, om det någon gång blir oenighet.',
    compliance: 'För att en lag eller en regel i branschen kräver dokumentation.',
    research: 'För en studie: forskarna lyssnar på det som sägs och analyserar det.',
    notes: 'För att rätt skriva ner vad som sades och bestämdes.',
    publication: 'Delar av den kan bli offentliga, till exempel i en artikel, en podd eller en film.',
  },
  detailsWord: 'detaljer',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Bara ljud' : 'Ljud och värdens bild';
    const choice = optional.length > 0 ? [`Valfritt: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / Jag samtycker till allt' : '';
    return [
      ['Får vi spela in mötet?', `${what}, för ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Krypterat hos värden: ${days(terms.keepDays)}; bevis på svaren: ${days(terms.proofDays)}.`],
      [
        'Ett nej kostar inget: vi fortsätter utan inspelning.',
        'Någon hos dig? Säg det först.',
        'När som helst: stoppa inspelningen / detaljer.',
      ],
      [`Skriv: Jag samtycker${all} / Jag samtycker inte`],
    ];
  },
  part: (n, of) => `Inspelning? ${n}/${of}${n < of ? ', läs vidare' : ''}:`,
  what: {
    sound: 'Bara ljudet skulle spelas in, ingen bild.',
    'sound+picture': 'Ljudet och det som värden ser av mötet skulle spelas in.',
  },
  keep: (terms) =>
    `Inspelningen sparas krypterad på värdens dator (${days(terms.keepDays)}) och raderas sedan. ` +
    `Ditt namn vid beviset på ditt svar sparas ${days(terms.proofDays)}.`,
  on: 'Inspelningen är på nu: alla här har samtyckt. När som helst: stoppa inspelningen',
  off: {
    paused: 'Inspelningen är pausad. Just nu spelas ingenting in.',
    stopped: off('värden avslutade den.'),
    waiting: off('vi väntar tills alla här har svarat.'),
    declined: off('någon här vill ha det så, och det är helt i sin ordning.'),
    unsure: off('det är inte säkert vem som är här.'),
    fault: off('något tekniskt gick fel.'),
    written:
      'Här måste ett ja vara skriftligt. Tryck på knappen i rutan, eller skriv exakt detta, med ditt hela namn: I, ditt namn, agree in writing',
    implied:
      'Ingen behöver skriva något: den som är kvar i mötet samtycker till inspelningen, som snart börjar. Om inte, skriv: Jag samtycker inte',
  },
  end: 'Mötet fortsätter som vanligt. Ingenting spelas in, och ingen behöver göra något.',
  attested: (host, name, how) =>
    `${host} noterade att du, ${name}, samtyckte ${how === 'aloud' ? 'muntligt' : 'på papper'}. Om det är fel, skriv: Jag samtycker inte`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'bara ljudet' : 'ljudet och det jag ser av mötet';
    return [
      `Jag skulle vilja spela in det här mötet: ${what}. Det är för ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0 ? [`Om du vill, också för ${spoken(optional)}; du kan samtycka utan det.`] : []),
      `Inspelningen sparas ${days(terms.keepDays)}, krypterad på min dator, och raderas sedan.`,
      `En notering om att du samtyckte sparas ${days(terms.proofDays)}.`,
      'Om du hellre avstår är det helt i sin ordning och kostar dig inget: vi fortsätter bara utan inspelning.',
      'Du kan ändra dig när som helst. Är någon hos dig som hörs?',
      'Samtycker du till inspelningen? Säg gärna: Jag samtycker, eller: Jag samtycker inte.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `Jag samtycker till inspelningen, för ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'Jag samtycker inte till inspelningen.',
  withdrawn: () => 'Stoppa inspelningen: jag tar tillbaka mitt samtycke.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Person ${person} av ${people} här: ` : '';
}
