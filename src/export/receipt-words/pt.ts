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
    how: 'Como retirar',
    proof: 'Para verificar',
  },
  answers: {
    consented: 'Concordou',
    refused: 'Disse que não',
    withdrawn: 'Retirou o seu sim',
  },
};
