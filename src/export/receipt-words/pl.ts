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
    proof: 'Do sprawdzenia',
  },
  answers: {
    consented: 'Zgoda',
    refused: 'Odmowa',
    withdrawn: 'Zgoda cofnięta',
  },
  grades: {
    signed: 'podpisane przez własne rozszerzenie',
    chat: 'napisane na czacie spotkania',
    attested: 'według słów gospodarza',
    implied: 'przez pozostanie po otrzymaniu informacji',
  },
  page: {
    noticeErased: 'Treść pytania usunięto; nie można już pokazać, jak brzmiała.',
    recorded: 'Nagranie {seconds} s, zakończone {time}: przechowywane do {until}',
    recordedGone: 'Nagranie {seconds} s, zakończone {time}: usunięte, razem z kluczem',
    notRecorded: 'W czasie tej obecności niczego nie nagrano.',
    namesUntil: 'Imię i wypowiedzi obok dowodu: najpóźniej do {until}',
    namesErased: 'Imię i wypowiedzi: usunięte',
    compare:
      'Te dane można porównać z gospodarzem, na głos lub na piśmie. Właściwym dowodem jest plik, który należy do tej strony (.json; może go dać gospodarz): sprawdza go „Check a file” w Ask to Record albo osobny program sprawdzający, który nie potrzebuje sieci.',
    fingerprint: 'Odcisk klucza gospodarza',
    size: 'Wpisy w dzienniku',
    root: 'Korzeń dziennika',
    chatRoot: 'Tak jak stał na czacie, przy {size} wpisach',
    ids: 'Dziennik i identyfikatory w nim',
    made: 'Wystawiono',
    forReading:
      'Ta strona służy do czytania i każdy mógłby napisać inną. Można jej ufać o tyle, o ile plik, który do niej należy, okaże się ważny. To nie jest porada prawna.',
  },
};
