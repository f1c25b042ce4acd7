import type { ReceiptWords } from './words.ts';

export const pl: ReceiptWords = {
  language: 'pl',
  direction: 'ltr',
  title: 'Potwierdzenie',
  addendum: 'Uzupełnienie potwierdzenia',
  statement:
    'To potwierdzenie ze spotkania, na którym zapytano o zgodę na nagrywanie. Pokazuje, o co zapytano, jaka była odpowiedź i kiedy, oraz dowodzi, że tak zapisano w dzienniku podpisanym przez komputer gospodarza. Nie mówi nic o nikim innym. Warto je zachować: jeśli dziennik zostanie później zmieniony, ten plik to pokaże.',
  added:
    'To ciąg dalszy wcześniejszego potwierdzenia: pokazuje także to, co doszło później, na przykład odmowę, cofniętą zgodę albo usunięcie.',
  takeBack:
    'Zgodę można cofnąć w każdej chwili i bez podania powodu: wystarczy napisać „Zatrzymaj nagrywanie” na czacie spotkania albo powiedzieć o tym gospodarzowi. Można też poprosić o kopię albo o usunięcie imienia i wypowiedzi.',
  heads: {
    asked: 'O co zapytano',
    answers: 'Jaka była odpowiedź',
    until: 'Przechowywane do',
    how: 'Jak cofnąć zgodę',
    proof: 'Do sprawdzenia',
  },
  answers: {
    consented: 'Zgoda',
    refused: 'Odmowa',
    withdrawn: 'Zgoda cofnięta',
  },
};
