import { phraseBook } from './grammar.ts';

const REC = '(?:nagr\\S+|rejestr\\S+|zarejestr\\S+|filmow\\S+|filmuj\\S*|transkry\\S+)';
const SMALL =
  'to|tę|tego|ten|ta|mnie|mi|nas|nam|mój|moje|moja|się|na|do|w|z|za|już|teraz|proszę|natychmiast|spotkanie|spotkania|rozmowę|rozmowy|całe|żeby|aby|być|mój|głos|zaraz|więcej';

export const pl = phraseBook({
  language: 'pl',
  latin: true,
  yes: `zgadzam się | zgadzam sie | tak, zgadzam się | tak zgadzam się | tak, zgadzam sie | zgadzam się na nagranie
    zgadzam się na nagrywanie | zgadzam sie na nagrywanie | tak, zgadzam się na nagrywanie | tak, zgadzam się na nagranie
    zgadzam się na nagranie spotkania | zgadzam się na nagrywanie spotkania | zgadzam się, żeby mnie nagrywać | wyrażam zgodę
    wyrazam zgode | tak, wyrażam zgodę | wyrażam zgodę na nagranie | wyrażam zgodę na nagrywanie | daję zgodę | daję zgodę na nagranie
    daję zgodę na nagrywanie | akceptuję nagrywanie | akceptuję nagranie | tak, akceptuję nagrywanie | możecie mnie nagrywać
    możesz mnie nagrywać | może mnie pan nagrywać | może mnie pani nagrywać | mogą mnie państwo nagrywać | tak, możecie mnie nagrywać
    tak, możesz mnie nagrywać`,
  yesToAll: `zgadzam się na wszystko | tak, zgadzam się na wszystko | zgadzam sie na wszystko | wyrażam zgodę na wszystko
    zgadzam się na wszystkie cele | wyrażam zgodę na wszystkie cele | tak, wyrażam zgodę na wszystko`,
  perhapsYes: `tak | tak tak | ta | no tak | no pewnie | no jasne | no dobra | pewnie | jasne | oczywiście | naturalnie | zgoda | zgoda na wszystko
    ok | okej | okay | oki | dobra | dobrze | w porządku | spoko | luz | może być | niech będzie | nie ma sprawy | nie ma problemu
    bez problemu | żaden problem | nie mam nic przeciwko | nic przeciwko | nie przeszkadza mi | nie przeszkadza mi to
    nie mam zastrzeżeń | bez zastrzeżeń | z przyjemnością | chętnie | proszę bardzo | śmiało | akceptuję | zaakceptowane | potwierdzam
    jestem za | za | mi pasuje | pasuje | super | świetnie | tak jest | tak oczywiście | na wszystko | wszystko | owszem | mhm`,
  no: `nie | nie nie | nie dziękuję | nie dzięki | nigdy | nigdy w życiu | absolutnie nie | na pewno nie | oczywiście że nie | w żadnym razie
    w żadnym wypadku | pod żadnym pozorem | mowy nie ma | nie ma mowy | wykluczone | raczej nie | wolę nie | wolałbym nie | wolałabym nie
    wolałbym żeby nie | lepiej nie | nie chcę | nie chce | ja nie chcę | nie życzę sobie | nie zgadzam się | nie zgadzam sie
    ja się nie zgadzam | ja nie | beze mnie | nie wyrażam zgody | nie daję zgody | brak zgody | nie ma zgody | nie ma mojej zgody
    nie akceptuję | odmawiam | sprzeciwiam się | sprzeciw | zgłaszam sprzeciw | jestem przeciw | jestem przeciwny | jestem przeciwna
    przeciw | mówię nie | moja odpowiedź brzmi nie | nie pozwalam | nie nagrywać | nie nagrywaj | nie nagrywajcie | bez nagrywania
    bez nagrania | nie pasuje mi | nie podoba mi się to | nie podoba mi się | nope | nie odpowiada mi to`,
  withdrawn: `stop | stać | zatrzymaj | zatrzymajcie | zatrzymać | zatrzymaj to | zatrzymajcie to | przestań | przestańcie | przestać
    dość | dosyć | wystarczy | basta | koniec | przerwij | przerwijcie | przerwać | wyłącz | wyłączcie | wyłączyć | wyłącz to | wyłączcie to
    skończ | skończcie | możesz zatrzymać | możecie zatrzymać | możesz przestać | możecie przestać | możecie to wyłączyć
    możesz to wyłączyć | cofam | cofam zgodę | wycofuję | wycofuję zgodę | wycofuję się | wycofuję swoją zgodę | odwołuję
    odwołuję zgodę | zmieniłem zdanie | zmieniłam zdanie | zmieniam zdanie | rozmyśliłem się | rozmyśliłam się | jednak nie
    już nie chcę | już się nie zgadzam | nie zgadzam się już`,
  pausing: `pauza | o pauzę | przerwa | zrób pauzę | zróbcie pauzę | zrób przerwę | zróbcie przerwę | wstrzymaj | wstrzymajcie | zapauzuj
    zapauzujcie | możemy zrobić przerwę | możemy zrobić pauzę | możecie zapauzować | off the record`,
  courtesy: `proszę | prosze | bardzo proszę | dziękuję | dzięki | dziekuje | dzieki | z góry dziękuję | przepraszam | wybaczcie | sorry
    sorki | niestety | przykro mi | cześć | hej | dzień dobry | witam | państwo | panie | pani | wszyscy | teraz | natychmiast | ale | więc
    eee | hmm | oj | ach | a`,
  record: REC,
  small: SMALL,
  not: 'nie|nigdy|żadn\\S*|ani',
  agree:
    'zgadzam się|zgadzamy się|się zgadzam|się zgadzamy|(?:wyrażam|wyrażamy|daję|dajemy|udzielam) (?:\\S+ )?(?:zgodę|zgody)|akceptuję|akceptujemy|zezwalam|pozwalam',
  agreeing:
    'zgadza(?:m|my|ją|ć|cie|sz)?(?: się)?(?! się)|się zgadza\\S*|zgodz\\S+(?: się)?(?! się)|się zgodz\\S+|akcept\\S+|zaakcept\\S+|zezwala\\S*|pozwala\\S*|pozwol\\S+',
  aside: 'z|ze|co do|że|w|z tobą|twoją|twojej|tę|tej|na (?:to|cenę|termin|umowę|ten|tę)',
  between: 'się|mogę|możemy|może|chcę|ja|na|to|całkowicie|wcale|jestem|tego|my|bardzo|zamierzam',
  want: 'chcę|chce|chcemy|chcą|chciał\\S*|życzę|życzymy|pozwalam|zezwalam|akceptuję|lubię|podoba|wyrażam|zgadzam|podoba mi|odpowiada|mam ochoty|czuję|godzę|mogę|zgody',
  consent: 'zgody|zgodę|zgoda|pozwolenia|pozwolenie|zezwolenia|akceptacji',
  against:
    'przeciw|przeciwko|przeciwny|przeciwna|odmawiam|odmawia|odmawiamy|sprzeciw\\S*|protestuj\\S*|zabraniam|zabrania|zakaz\\S*|niekomfortowo|nieswojo|dyskomfort',
  noLonger: 'już nie|nie (?:\\S+ ){0,3}(?:już|więcej|dłużej)',
  stop: 'zatrzym(?:aj|ajcie|ać|ajmy)|przesta(?:ń|ńcie|ć)|przer(?:wij|wijcie|wać|ywaj)|wyłącz(?:yć|cie|my)?|zakończ(?:yć|cie)?|skończ(?:yć|cie)?|stop|koniec|dość|zaprzesta(?:ń|ć|ńcie)|dosyć|zgaś|anuluj',
  takeBack: 'cof(?:am|nąć)|wycof(?:uję|ać|uje)|odwoł(?:uję|ać)',
  erase: 'usu(?:ń|ńcie|nąć)|skasuj(?:cie)?|skasować|zniszcz(?:cie|yć)?|wykasuj(?:cie)?',
  pause:
    'wstrzym(?:aj|ajcie|ać|aliście|ane|ano)|zapauz(?:uj|ujcie|ować|owane|owaliście)|pauz(?:a|ę)(?: w)?|zawieś|zawieście',
  trouble:
    'obaw\\S*|martw\\S*|problem\\S*|boję|niepok\\S*|wątpliw\\S*|nikt|bez|nielegaln\\S*|dziwn\\S*|denerw\\S*|stres\\S*',
  fine: 'tak|ok|okej|dobrze|jasne|chętnie|zgoda|możesz|możecie|mogą państwo|może pan|może pani|proszę bardzo|nic przeciwko|problemu|przeszkadza|zastrzeżeń|w porządku|zgodę|śmiało|pasuje|jestem za',
  noProblem:
    'nie (?:mam|mamy|ma) nic przeciwko(?: temu)?|nic przeciwko|nie (?:mam|mamy|widzę) (?:żadnych |żadnego )?(?:zastrzeżeń|problemu|problemów|obiekcji)(?: co)?|nie ma (?:\\S+ )?(?:sprawy|problemu)|bez (?:problemu|zastrzeżeń)|żaden problem|nie przeszkadza(?: mi| nam)?(?: to)?|nie jestem przeciw\\S*|nie martw\\S*',
  missing:
    'słyszę|słychać|widzę|widać|znajduję|mam|mogę (?:znaleźć|otworzyć|odtworzyć|zobaczyć)|dostałem|dostałam|znalazłem|znalazłam|zapomnij|zapomnijcie|otwiera',
  harmless: [
    `nie (?:zatrzymuj|zatrzymujcie|przestawaj|przestawajcie|przerywaj|przerywajcie|wyłączaj|wyłączajcie|kończ|kończcie|wstrzymuj|trzeba (?:zatrzymywać|przerywać|wyłączać)|musicie (?:zatrzymywać|przerywać)|musisz (?:zatrzymywać|przerywać))(?: (?:${SMALL}|${REC}))*`,
    'jeśli (?:\\S+ )?(?:się )?nie (?:zgadza(?:sz|cie|ją)|zgodz(?:isz|icie|ą)|wyraża(?:sz|cie|ją))(?: się)?|(?:nie )?zgadza(?:sz|cie|ją) się(?: państwo)?|czy (?:\\S+ ){0,2}zgadza\\S*|kto się nie zgadza|jeśli (?:\\S+ )?nie akceptuj\\S*',
  ],
  more: {
    no: [
      'nie (?:\\S+ )?(?:nagrywa(?:j|jcie|ć|jmy)|rejestruj(?:cie)?|rejestrować|filmuj(?:cie)?|filmować)(?: (?:mnie|nas|tego|mi|tej))?',
      `(?:wolę|wolał\\S*|lepiej|wolimy) (?:\\S+ ){0,2}(?:nie|bez) (?:\\S+ ){0,3}${REC}`,
      `(?:bez|żadnego) (?:(?:${SMALL}) ){0,2}${REC}(?= (?:proszę |dziękuję |dzisiaj )*$)`,
      'bez (?:mojej|naszej|pytania o|żadnej|wyraźnej) (?:\\S+ )?(?:zgody|zgodę|pozwolenia)',
      `${REC} (?:mi |nam )?(?:nie) (?:\\S+ )?(?:odpowiada|pasuje|jest dozwolone|wchodzi)`,
      `(?:wychodzę|rozłączam się|wyjdę) (?:\\S+ )?jeśli (?:\\S+ ){0,3}${REC}`,
    ],
    perhapsNo: [`${REC} (?:mnie|nas) \\S+`, 'nie zgadzam się (?:z|co do|na)'],
    withdrawn: ['(?:wytnij|wytnijcie|usuńcie|usuń) (?:mnie|mój głos|nas) (?:\\S+ )?z nagrania'],
    perhapsWithdrawn: [
      '(?:zmieniłem|zmieniłam|zmienił|zmieniła) zdanie',
      '(?:chcę|chcemy|musimy|muszę) (?:już )?(?:przestać|skończyć|przerwać)(?= $)',
      `(?:zatrzymaliście|zatrzymano|zatrzymacie|przestaniecie|przestaliście|wyłączyliście|wyłączono|zakończono|zakończyliście) (?:\\S+ ){0,3}${REC}(?= $)`,
    ],
    pause: ['off the record', 'między nami', 'nieoficjalnie'],
    perhapsYes: ['moją zgodę|moja zgoda', `nagrywaj(?:cie)? mnie|zgoda na (?:\\S+ )?${REC}`],
  },
  company:
    'my|nas|oboje|obaj|obie|wszyscy|wszystkich(?! cel)|zgadzamy|wyrażamy|dajemy|akceptujemy|w imieniu|osoba \\d+ z|i ja|ja i|moja (?:\\S+ )?(?:żona|partnerka|szefowa|koleżanka|córka|mama|siostra|prawniczka)|mój (?:\\S+ )?(?:mąż|partner|szef|kolega|zespół|syn|tata|prawnik|brat)',
  please:
    'możesz|możecie|mógłbyś|mogłabyś|moglibyście|czy można|mogą państwo|możemy|proszę|może pan|może pani|czemu nie',
  which: 'kiedy|kto|gdzie|czy już|zatrzymaliście|wstrzymaliście|wstrzymano|zapauzowaliście|do kiedy',
});
