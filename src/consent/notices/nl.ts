import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'kwaliteit',
  training: 'training',
  disputes: 'geschillen',
  compliance: 'wettelijke plicht',
  research: 'onderzoek',
  notes: 'notulen',
  publication: 'publicatie',
};

const spoken = (items: readonly string[]) => inTurn(items, ' en ');
const off = (why: string) => `De opname staat uit: ${why} Er wordt nu niets opgenomen.`;
const days = (n: number) => period(n, unit('dag', 'dagen'), unit('jaar', 'jaar'));

export const nl: Wording = {
  language: 'nl',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'Om na te gaan hoe goed zulke gesprekken verlopen, en het beter te doen.',
    training: 'Zodat collega’s van dit gesprek kunnen leren.',
    disputes: 'Om eerlijk vast te stellen wat er gezegd is, mocht daar ooit onenigheid over zijn.',
    compliance: 'Omdat een wet of een regel van de branche om vastlegging vraagt.',
    research: 'Voor een studie: onderzoekers luisteren naar wat er gezegd wordt en analyseren het.',
    notes: 'Om juist op te schrijven wat er gezegd en besloten is.',
    publication: 'Delen ervan kunnen openbaar worden, bijvoorbeeld in een artikel, een podcast of een film.',
  },
  detailsWord: 'details',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Alleen geluid' : 'Geluid en beeld van de host';
    const choice = optional.length > 0 ? [`Keuze: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / Ik ga akkoord met alles' : '';
    return [
      ['Mogen we opnemen?', `${what}, voor ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Versleuteld bij de host: ${days(terms.keepDays)}; bewijs van antwoorden: ${days(terms.proofDays)}.`],
      [
        'Nee heeft geen nadeel: we gaan verder zonder opname.',
        'Iemand bij u? Zeg het eerst.',
        'Altijd: stop de opname / details.',
      ],
      [`Schrijf: Ik ga akkoord${all} / Ik ga niet akkoord`],
    ];
  },
  part: (n, of) => `Opname? ${n}/${of}${n < of ? ', lees verder' : ''}:`,
  what: {
    sound: 'Alleen het geluid zou worden opgenomen, geen beeld.',
    'sound+picture': 'Het geluid en wat de host van het gesprek ziet, zouden worden opgenomen.',
  },
  keep: (terms) =>
    `De opname blijft versleuteld op de computer van de host (${days(terms.keepDays)}) en wordt dan gewist. ` +
    `Uw naam bij het bewijs van uw antwoord blijft ${days(terms.proofDays)} bewaard.`,
  on: 'De opname loopt: iedereen hier is akkoord gegaan. Altijd: stop de opname',
  off: {
    paused: 'De opname is gepauzeerd. Er wordt nu niets opgenomen.',
    stopped: off('de host heeft haar beëindigd.'),
    waiting: off('we wachten tot iedereen hier heeft geantwoord.'),
    declined: off('iemand hier heeft dat liever, en dat is prima.'),
    unsure: off('het is niet zeker wie hier is.'),
    fault: off('er ging technisch iets mis.'),
    written:
      'Hier moet een ja schriftelijk zijn. Druk op de knop in de balk, of schrijf precies dit, met uw volledige naam: I, uw naam, agree in writing',
    implied:
      'Niemand hoeft iets te schrijven: wie in dit gesprek blijft, gaat akkoord met de opname, die zo begint. Zo niet, schrijf dan: Ik ga niet akkoord',
  },
  end: 'Het gesprek gaat gewoon verder. Er wordt niets opgenomen, en niemand hoeft iets te doen.',
  attested: (host, name, how) =>
    `${host} heeft genoteerd dat u, ${name}, ${how === 'aloud' ? 'mondeling' : 'op papier'} akkoord bent gegaan. Klopt dat niet, schrijf dan: Ik ga niet akkoord`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'alleen het geluid' : 'het geluid en wat ik van het gesprek zie';
    return [
      `Ik zou dit gesprek graag opnemen: ${what}. Het is voor ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0 ? [`Als u wilt, ook voor ${spoken(optional)}; u kunt ook zonder dat akkoord gaan.`] : []),
      `De opname wordt ${days(terms.keepDays)} bewaard, versleuteld, op mijn computer, en dan gewist.`,
      `Een aantekening dat u akkoord ging, wordt ${days(terms.proofDays)} bewaard.`,
      'Als u het liever niet wilt, is dat prima en zonder enig nadeel: we gaan gewoon verder zonder opname.',
      'U kunt altijd van gedachten veranderen. Is er iemand bij u die te horen is?',
      'Gaat u akkoord met de opname? Zeg alstublieft: Ik ga akkoord, of: Ik ga niet akkoord.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `Ik ga akkoord met de opname, voor ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'Ik ga niet akkoord met de opname.',
  withdrawn: () => 'Stop de opname: ik trek mijn toestemming in.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Persoon ${person} van ${people} hier: ` : '';
}
