import type { ReceiptWords } from './words.ts';

export const pt: ReceiptWords = {
  language: 'pt',
  direction: 'ltr',
  title: 'Recibo',
  addendum: 'Adenda ao seu recibo',
  statement:
    'Este é o seu recibo de uma reunião em que lhe perguntaram se podia ser gravada. Mostra o que lhe perguntaram, o que respondeu e quando, e prova que isso consta no registo assinado pelo computador do anfitrião. Não diz nada de mais ninguém. Guarde-o: se o registo for alterado mais tarde, este ficheiro mostra-o.',
  added:
    'Continua o seu recibo anterior: mostra também o que foi acrescentado desde então, como um não, um sim retirado ou uma eliminação.',
  takeBack:
    'Pode retirar o seu sim a qualquer momento e sem dar razões: escreva «Parar a gravação» no chat da reunião ou diga-o ao anfitrião. Também pode pedir-lhe uma cópia, ou que apague o seu nome e as suas palavras.',
  heads: {
    asked: 'O que lhe perguntaram',
    answers: 'O que respondeu',
    until: 'Guardado até',
    proof: 'Para verificar',
  },
  answers: {
    consented: 'Concordou',
    refused: 'Disse que não',
    withdrawn: 'Retirou o seu sim',
  },
  grades: {
    signed: 'assinado pela sua própria extensão',
    chat: 'escrito no chat da reunião',
    attested: 'pela palavra do anfitrião',
    implied: 'por ter ficado depois de ser avisado',
  },
  page: {
    noticeErased: 'O texto do aviso foi apagado; já não se pode mostrar o que dizia.',
    recorded: 'Gravação de {seconds} s que terminou em {time}: guardada até {until}',
    recordedGone: 'Gravação de {seconds} s que terminou em {time}: eliminada, com a sua chave',
    notRecorded: 'Nada foi gravado enquanto esteve presente.',
    namesUntil: 'O seu nome e as suas palavras junto da prova: o mais tardar até {until}',
    namesErased: 'O seu nome e as suas palavras: apagados',
    compare:
      'Compare isto com o anfitrião, em voz alta ou por escrito. A prova em si é o ficheiro que acompanha esta página (.json; o anfitrião pode dar-lho): leve-o a «Check a file» no Ask to Record, ou ao verificador dele, que não precisa de rede.',
    fingerprint: 'Impressão digital da chave do anfitrião',
    size: 'Entradas no registo',
    root: 'Raiz do registo',
    chatRoot: 'Como constava no chat, com {size} entradas',
    ids: 'Registo, e os seus identificadores nele',
    made: 'Emitido',
    forReading:
      'Esta página é para ler, e qualquer pessoa poderia escrever outra. O que nela está vale na medida em que o ficheiro que a acompanha seja considerado válido. Não é aconselhamento jurídico.',
  },
};
