import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'calidad',
  training: 'formación',
  disputes: 'disputas',
  compliance: 'deberes legales',
  research: 'investigación',
  notes: 'notas',
  publication: 'publicación',
};

const spoken = (items: readonly string[]) => inTurn(items, ' y ');
const off = (why: string) => `La grabación está apagada: ${why} Ahora no se graba nada.`;
const days = (n: number) => period(n, unit('día', 'días'), unit('año', 'años'));

export const es: Wording = {
  language: 'es',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'Para comprobar cómo van conversaciones como esta y mejorar.',
    training: 'Para que otras personas del equipo aprendan de esta conversación.',
    disputes: 'Para aclarar con justicia lo que se dijo si alguna vez hay desacuerdo.',
    compliance: 'Porque una ley o una norma del sector pide que quede constancia.',
    research: 'Para un estudio: quienes investigan escuchan lo que se dice y lo analizan.',
    notes: 'Para anotar bien lo que se dijo y se decidió.',
    publication: 'Partes de ella pueden hacerse públicas, por ejemplo en un artículo, un pódcast o una película.',
  },
  detailsWord: 'detalles',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Solo sonido' : 'Sonido y vista del anfitrión';
    const choice = optional.length > 0 ? [`Opcional: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / Acepto todo' : '';
    return [
      ['¿Podemos grabar la reunión?', `${what}, para ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Cifrado en poder del anfitrión: ${days(terms.keepDays)}; prueba de respuestas: ${days(terms.proofDays)}.`],
      [
        'Negarse no perjudica: seguimos sin grabar.',
        '¿Hay alguien con usted? Dígalo antes.',
        'En todo momento: parar la grabación / detalles.',
      ],
      [`Escriba: Acepto${all} / No acepto`],
    ];
  },
  part: (n, of) => `¿Grabar? ${n}/${of}${n < of ? ', siga leyendo' : ''}:`,
  what: {
    sound: 'Solo se grabaría el sonido, sin imagen.',
    'sound+picture': 'Se grabarían el sonido y lo que el anfitrión ve de la reunión.',
  },
  keep: (terms) =>
    `La grabación se guarda cifrada en el ordenador del anfitrión (${days(terms.keepDays)}) y después se borra. ` +
    `Su nombre junto a la prueba de su respuesta se guarda ${days(terms.proofDays)}.`,
  on: 'La grabación está en marcha: todas las personas presentes han aceptado. En todo momento: parar la grabación',
  off: {
    paused: 'La grabación está en pausa. Ahora no se graba nada.',
    stopped: off('el anfitrión la terminó.'),
    waiting: off('esperamos a que todas las personas respondan.'),
    declined: off('alguien lo prefiere así, y está bien.'),
    unsure: off('no es seguro quién está aquí.'),
    fault: off('hubo un fallo técnico.'),
    written:
      'Aquí el sí tiene que constar por escrito. Pulse el botón del aviso, o escriba exactamente esto, con su nombre completo: I, su nombre, agree in writing',
    implied:
      'No hace falta escribir nada: quien sigue en esta reunión acepta la grabación, que empieza pronto. Si no, escriba: No acepto',
  },
  end: 'La reunión sigue como siempre. No se graba nada, y nadie tiene que hacer nada.',
  attested: (host, name, how) =>
    `${host} anotó que usted, ${name}, aceptó ${how === 'aloud' ? 'de viva voz' : 'por escrito en papel'}. Si no es así, escriba: No acepto`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'solo el sonido' : 'el sonido y lo que yo veo de la reunión';
    return [
      `Me gustaría grabar esta reunión: ${what}. Es para ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0 ? [`Si quiere, también para ${spoken(optional)}; puede aceptar sin eso.`] : []),
      `La grabación se guarda ${days(terms.keepDays)}, cifrada, en mi ordenador, y después se borra.`,
      `Una nota de que usted aceptó se guarda ${days(terms.proofDays)}.`,
      'Si prefiere que no, está bien y no tiene ninguna consecuencia: simplemente seguimos sin grabar.',
      'Puede cambiar de opinión en cualquier momento. ¿Hay alguien con usted a quien se pueda oír?',
      '¿Acepta que se le grabe? Diga, por favor: Acepto, o: No acepto.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `Acepto la grabación, para ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'No acepto la grabación.',
  withdrawn: () => 'Paren la grabación: retiro mi consentimiento.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Persona ${person} de ${people} aquí: ` : '';
}
