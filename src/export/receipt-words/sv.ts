import type { ReceiptWords } from './words.ts';

export const sv: ReceiptWords = {
  language: 'sv',
  direction: 'ltr',
  title: 'Kvitto',
  addendum: 'Tillägg till ditt kvitto',
  statement:
    'Det här är ditt kvitto på ett möte där du fick frågan om det får spelas in. Det visar vad du fick frågan om, vad du svarade och när, och bevisar att det står i den logg som värdens dator har signerat. Det säger ingenting om någon annan. Spara det: om loggen ändras senare visar den här filen det.',
  added:
    'Det fortsätter ditt tidigare kvitto och visar också vad som har tillkommit, till exempel ett nej, ett ja som togs tillbaka eller en radering.',
  takeBack:
    'Du kan ta tillbaka ditt ja när som helst och utan skäl: skriv ”Stoppa inspelningen” i mötets chatt eller säg det till värden. Du kan också be värden om en kopia, eller om att ditt namn och dina ord raderas.',
  heads: {
    asked: 'Vad du fick frågan om',
    answers: 'Vad du svarade',
    until: 'Sparas till',
    how: 'Så tar du tillbaka det',
    proof: 'För kontroll',
  },
  answers: {
    consented: 'Du sa ja',
    refused: 'Du sa nej',
    withdrawn: 'Du tog tillbaka ditt ja',
  },
};
