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
    proof: 'För kontroll',
  },
  answers: {
    consented: 'Du sa ja',
    refused: 'Du sa nej',
    withdrawn: 'Du tog tillbaka ditt ja',
  },
  grades: {
    signed: 'signerat av ditt eget tillägg',
    chat: 'skrivet i mötets chatt',
    attested: 'enligt värdens ord',
    implied: 'genom att du stannade efter att ha fått veta det',
  },
  page: {
    noticeErased: 'Frågans text har raderats; det går inte längre att visa vad som stod där.',
    recorded: 'Inspelning på {seconds} s som slutade {time}: sparas till {until}',
    recordedGone: 'Inspelning på {seconds} s som slutade {time}: raderad, med sin nyckel',
    notRecorded: 'Ingenting spelades in medan du var med.',
    namesUntil: 'Ditt namn och dina ord bredvid beviset: senast till {until}',
    namesErased: 'Ditt namn och dina ord: raderade',
    compare:
      'Jämför detta med värden, högt eller skriftligt. Själva beviset är filen som hör till den här sidan (.json; värden kan ge dig den): lämna den till ”Check a file” i Ask to Record, eller till dess kontrollprogram, som inte behöver något nät.',
    fingerprint: 'Fingeravtryck av värdens nyckel',
    size: 'Poster i loggen',
    root: 'Loggens rot',
    chatRoot: 'Så som den stod i chatten, med {size} poster',
    ids: 'Logg, och dina beteckningar i den',
    made: 'Utfärdat',
    forReading:
      'Den här sidan är till för att läsas, och vem som helst kan skriva en annan. Det som står här gäller så långt som filen bredvid visar sig vara giltig. Det är inte juridisk rådgivning.',
  },
};
