import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'qualidade',
  training: 'formação',
  disputes: 'litígios',
  compliance: 'deveres legais',
  research: 'pesquisa',
  notes: 'notas',
  publication: 'publicação',
};

const spoken = (items: readonly string[]) => inTurn(items, ' e ');
const off = (why: string) => `A gravação está desligada: ${why} Neste momento nada é gravado.`;
const days = (n: number) => period(n, unit('dia', 'dias'), unit('ano', 'anos'));

export const pt: Wording = {
  language: 'pt',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'Para ver como correm conversas como esta e fazer melhor.',
    training: 'Para que outras pessoas da equipe aprendam com esta conversa.',
    disputes: 'Para esclarecer com justiça o que foi dito, se um dia houver desacordo.',
    compliance: 'Porque uma lei ou uma regra do setor pede um registro.',
    research: 'Para um estudo: quem pesquisa ouve o que é dito e o analisa.',
    notes: 'Para anotar corretamente o que foi dito e decidido.',
    publication: 'Partes dela podem tornar-se públicas, por exemplo em um artigo, um podcast ou um filme.',
  },
  detailsWord: 'detalhes',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Só som' : 'Som e a visão do anfitrião';
    const choice = optional.length > 0 ? [`Opcional: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / Concordo com tudo' : '';
    return [
      ['Podemos gravar a reunião?', `${what}, para ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Cifrado com o anfitrião: ${days(terms.keepDays)}; prova das respostas: ${days(terms.proofDays)}.`],
      [
        'Dizer não é livre e sem prejuízo: seguimos sem gravar.',
        'Há alguém com você? Diga antes.',
        'A qualquer momento: parar a gravação / detalhes.',
      ],
      [`Escreva: Concordo${all} / Não concordo`],
    ];
  },
  part: (n, of) => `Gravar? ${n}/${of}${n < of ? ', continua' : ''}:`,
  what: {
    sound: 'Só o som seria gravado, sem imagem.',
    'sound+picture': 'O som e o que o anfitrião vê da reunião seriam gravados.',
  },
  keep: (terms) =>
    `A gravação fica cifrada no computador do anfitrião (${days(terms.keepDays)}) e depois é apagada. ` +
    `O seu nome junto da prova da sua resposta fica guardado ${days(terms.proofDays)}.`,
  on: 'A gravação está em curso: todas as pessoas aqui concordaram. A qualquer momento: parar a gravação',
  off: {
    paused: 'A gravação está em pausa. Neste momento nada é gravado.',
    stopped: off('o anfitrião a terminou.'),
    waiting: off('esperamos que todas as pessoas respondam.'),
    declined: off('alguém aqui prefere assim, e tudo bem.'),
    unsure: off('não é certo quem está aqui.'),
    fault: off('houve uma falha técnica.'),
    written:
      'Aqui um sim tem de ser por escrito. Prima o botão do aviso, ou escreva exatamente isto, com o seu nome completo: I, o seu nome, agree in writing',
    implied:
      'Não é preciso escrever nada: quem continua nesta reunião concorda com a gravação, que começa em breve. Se não, escreva: Não concordo',
  },
  end: 'A reunião segue como sempre. Nada é gravado, e ninguém precisa fazer nada.',
  attested: (host, name, how) =>
    `${host} anotou que você, ${name}, concordou ${how === 'aloud' ? 'em voz alta' : 'por escrito em papel'}. Se não for verdade, escreva: Não concordo`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'só o som' : 'o som e o que eu vejo da reunião';
    return [
      `Gostaria de gravar esta reunião: ${what}. É para ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0 ? [`Se quiser, também para ${spoken(optional)}; pode concordar sem isso.`] : []),
      `A gravação fica guardada ${days(terms.keepDays)}, cifrada, no meu computador, e depois é apagada.`,
      `Uma nota de que você concordou fica guardada ${days(terms.proofDays)}.`,
      'Se preferir que não, tudo bem e não há nenhum prejuízo: simplesmente seguimos sem gravar.',
      'Pode mudar de ideia a qualquer momento. Há alguém com você que se possa ouvir?',
      'Concorda com a gravação? Diga, por favor: Concordo, ou: Não concordo.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `Concordo com a gravação, para ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'Não concordo com a gravação.',
  withdrawn: () => 'Parem a gravação: retiro o meu consentimento.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Pessoa ${person} de ${people} aqui: ` : '';
}
