import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'jakość',
  training: 'szkolenie',
  disputes: 'spory',
  compliance: 'obowiązki prawne',
  research: 'badania',
  notes: 'notatki',
  publication: 'publikacja',
};

const spoken = (items: readonly string[]) => inTurn(items, ' i ');
const off = (why: string) => `Nagranie stoi: ${why} Teraz nic się nie nagrywa.`;
const years = (n: number) => (n === 1 ? '1 rok' : `${n} ${n < 5 ? 'lata' : 'lat'}`);
const days = (n: number) => period(n, unit('dzień', 'dni'), years);

export const pl: Wording = {
  language: 'pl',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'Żeby sprawdzić, jak przebiegają takie rozmowy, i robić to lepiej.',
    training: 'Żeby inne osoby z zespołu mogły się uczyć na tej rozmowie.',
    disputes: 'Żeby uczciwie ustalić, co zostało powiedziane, gdyby kiedyś powstał spór.',
    compliance: 'Ponieważ wymaga tego ustawa albo reguła branży.',
    research: 'Do badania: badacze słuchają tego, co się mówi, i to analizują.',
    notes: 'Żeby poprawnie zapisać, co powiedziano i ustalono.',
    publication: 'Fragmenty mogą zostać upublicznione, na przykład w artykule, podcaście albo filmie.',
  },
  detailsWord: 'szczegóły',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Tylko dźwięk' : 'Dźwięk i widok gospodarza';
    const choice = optional.length > 0 ? [`Do wyboru: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / Zgadzam się na wszystko' : '';
    return [
      ['Czy możemy nagrywać?', `${what}; cel: ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Zaszyfrowane u gospodarza: ${days(terms.keepDays)}; dowód odpowiedzi: ${days(terms.proofDays)}.`],
      [
        'Odmowa nie szkodzi: rozmawiamy bez nagrywania.',
        'Ktoś jest obok? Proszę uprzedzić.',
        'W każdej chwili: zatrzymać nagrywanie / szczegóły.',
      ],
      [`Odpowiedź: Zgadzam się${all} / Nie zgadzam się`],
    ];
  },
  part: (n, of) => `Nagrywać? ${n}/${of}${n < of ? ', ciąg dalszy nastąpi' : ''}:`,
  what: {
    sound: 'Nagrany zostałby tylko dźwięk, bez obrazu.',
    'sound+picture': 'Nagrany zostałby dźwięk i to, co gospodarz widzi ze spotkania.',
  },
  keep: (terms) =>
    `Nagranie pozostaje zaszyfrowane na komputerze gospodarza (${days(terms.keepDays)}), a potem jest usuwane. ` +
    `Imię i nazwisko przy dowodzie odpowiedzi pozostają ${days(terms.proofDays)}.`,
  on: 'Nagranie trwa: wszyscy obecni się zgodzili. W każdej chwili: zatrzymać nagrywanie',
  off: {
    paused: 'Nagranie ma przerwę. Teraz nic się nie nagrywa.',
    stopped: off('gospodarz je zakończył.'),
    waiting: off('czekamy, aż wszyscy odpowiedzą.'),
    declined: off('ktoś tak woli i to jest w porządku.'),
    unsure: off('nie jest pewne, kto tu jest.'),
    fault: off('coś zawiodło technicznie.'),
    written:
      'Tutaj zgoda musi być na piśmie. Proszę nacisnąć przycisk na pasku albo napisać dokładnie to, z pełnym nazwiskiem: I, imię i nazwisko, agree in writing',
    implied:
      'Nie trzeba nic pisać: kto zostaje na tym spotkaniu, zgadza się na nagranie, które zaraz się zacznie. Jeśli nie, proszę napisać: Nie zgadzam się',
  },
  end: 'Spotkanie toczy się zwyczajnie. Nic się nie nagrywa i nikt nie musi nic robić.',
  attested: (host, name, how) =>
    `${host}: zanotowano zgodę ${how === 'aloud' ? 'ustną' : 'na papierze'}, osoba: ${name}. Jeśli to pomyłka, proszę napisać: Nie zgadzam się`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'tylko dźwięk' : 'dźwięk i to, co widzę ze spotkania';
    return [
      `Chcę nagrać to spotkanie: ${what}. Cel: ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0 ? [`Jeśli to możliwe, także: ${spoken(optional)}; można się zgodzić bez tego.`] : []),
      `Nagranie pozostaje zaszyfrowane na moim komputerze (${days(terms.keepDays)}), a potem jest usuwane.`,
      `Notatka o zgodzie pozostaje ${days(terms.proofDays)}.`,
      'Odmowa jest w porządku i niczym nie grozi: po prostu rozmawiamy dalej bez nagrywania.',
      'Zdanie można zmienić w każdej chwili. Czy jest obok ktoś, kogo słychać?',
      'Czy zgadza się Pani albo Pan na nagrywanie? Proszę powiedzieć: Zgadzam się, albo: Nie zgadzam się.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `Zgadzam się na nagrywanie, cel: ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'Nie zgadzam się na nagrywanie.',
  withdrawn: () => 'Proszę zatrzymać nagrywanie: cofam zgodę.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Osoba ${person} z ${people} tutaj: ` : '';
}
