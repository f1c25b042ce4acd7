import type { ReceiptWords } from './words.ts';

export const da: ReceiptWords = {
  language: 'da',
  direction: 'ltr',
  title: 'Kvittering',
  addendum: 'Tillæg til din kvittering',
  statement:
    'Dette er din kvittering for et møde, hvor du blev spurgt, om det måtte optages. Den viser, hvad du blev spurgt om, hvad du svarede og hvornår, og beviser, at det står i den log, som værtens computer har underskrevet. Den siger intet om andre. Gem den: Hvis loggen senere bliver ændret, viser denne fil det.',
  added:
    'Den fortsætter din tidligere kvittering og viser også, hvad der er kommet til siden, for eksempel et nej, et ja, der blev taget tilbage, eller en sletning.',
  takeBack:
    'Du kan tage dit ja tilbage når som helst og uden begrundelse: Skriv »Stop optagelsen« i mødets chat, eller sig det til værten. Du kan også bede værten om en kopi eller om at slette dit navn og dine ord.',
  heads: {
    asked: 'Hvad du blev spurgt om',
    answers: 'Hvad du svarede',
    until: 'Gemmes til',
    how: 'Sådan tager du det tilbage',
    proof: 'Til kontrol',
  },
  answers: {
    consented: 'Du sagde ja',
    refused: 'Du sagde nej',
    withdrawn: 'Du tog dit ja tilbage',
  },
};
