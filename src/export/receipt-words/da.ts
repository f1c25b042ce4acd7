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
    proof: 'Til kontrol',
  },
  answers: {
    consented: 'Du sagde ja',
    refused: 'Du sagde nej',
    withdrawn: 'Du tog dit ja tilbage',
  },
  grades: {
    signed: 'underskrevet af din egen udvidelse',
    chat: 'skrevet i mødets chat',
    attested: 'efter værtens ord',
    implied: 'ved at du blev, efter at du havde fået det at vide',
  },
  page: {
    noticeErased: 'Spørgsmålets ordlyd er slettet; hvad der stod, kan ikke længere vises.',
    recorded: 'Optagelse på {seconds} s, som sluttede {time}: gemmes til {until}',
    recordedGone: 'Optagelse på {seconds} s, som sluttede {time}: slettet, med sin nøgle',
    notRecorded: 'Der blev ikke optaget noget, mens du var der.',
    namesUntil: 'Dit navn og dine ord ved siden af beviset: senest til {until}',
    namesErased: 'Dit navn og dine ord: slettet',
    compare:
      'Sammenlign dette med værten, højt eller skriftligt. Selve beviset er den fil, der hører til denne side (.json; værten kan give dig den): Giv den til »Check a file« i Ask to Record eller til kontrolprogrammet, som ikke behøver noget net.',
    fingerprint: 'Fingeraftryk af værtens nøgle',
    size: 'Poster i loggen',
    root: 'Loggens rod',
    chatRoot: 'Som den stod i chatten, med {size} poster',
    ids: 'Log, og dine betegnelser i den',
    made: 'Udstedt',
    forReading:
      'Denne side er til at læse, og enhver kunne skrive en anden. Det, der står her, gælder, så vidt filen ved siden af viser sig at være gyldig. Det er ikke juridisk rådgivning.',
  },
};
