/** What the banner says around the choice of a place: of one's own will, and never needed for an answer. */
export interface WhereWords {
  readonly title: string;
  /** What it is good for, and that it goes into the chat. */
  readonly why: string;
  readonly choose: string;
  readonly keep: string;
  /** Beside `keep`: the other computer, that of whoever asks. */
  readonly allow: string;
  readonly say: string;
  readonly posting: string;
  /** {place} */
  readonly said: string;
  readonly notSaid: string;
}

const en: WhereWords = {
  title: 'Where are you?',
  why: 'Only if you like: it tells the host which rule counts for you. It is posted in the chat.',
  choose: 'Choose a place',
  keep: 'Remember it on this computer',
  allow: 'The host may remember it for our next meetings',
  say: 'Post it',
  posting: 'Posting it in the chat…',
  said: 'You are in: {place}',
  notSaid: 'Not sent. Write it in the chat yourself.',
};

/** By language of the reader, as the notices have them. */
const WORDS: Readonly<Record<string, WhereWords>> = {
  en,
  es: {
    title: '¿Dónde está usted?',
    why: 'Solo si quiere: así se sabe qué norma vale para usted. Se publica en el chat.',
    choose: 'Elija un lugar',
    keep: 'Recordarlo en este ordenador',
    allow: 'El anfitrión puede recordarlo para nuestras próximas reuniones',
    say: 'Publicarlo',
    posting: 'Publicándolo en el chat…',
    said: 'Su lugar: {place}',
    notSaid: 'No se ha enviado. Escríbalo usted en el chat.',
  },
  fr: {
    title: 'Où êtes-vous ?',
    why: 'Seulement si vous le voulez : cela dit quelle règle vaut pour vous. C’est publié dans le chat.',
    choose: 'Choisissez un lieu',
    keep: 'Le retenir sur cet ordinateur',
    allow: 'L’hôte peut le retenir pour nos prochaines réunions',
    say: 'Le publier',
    posting: 'Publication dans le chat…',
    said: 'Votre lieu : {place}',
    notSaid: 'Pas envoyé. Écrivez-le vous-même dans le chat.',
  },
  de: {
    title: 'Wo sind Sie?',
    why: 'Nur wenn Sie mögen: Dann ist klar, welche Regel für Sie gilt. Es steht danach im Chat.',
    choose: 'Ort wählen',
    keep: 'Auf diesem Computer merken',
    allow: 'Der Host darf es sich für weitere Treffen merken',
    say: 'In den Chat schreiben',
    posting: 'Wird in den Chat geschrieben…',
    said: 'Ihr Ort: {place}',
    notSaid: 'Nicht gesendet. Schreiben Sie es selbst in den Chat.',
  },
  it: {
    title: 'Dove si trova?',
    why: 'Solo se vuole: così si sa quale regola vale per Lei. Viene pubblicato nella chat.',
    choose: 'Scelga un luogo',
    keep: 'Ricordarlo su questo computer',
    allow: 'Chi ospita può ricordarlo per i nostri prossimi incontri',
    say: 'Pubblicarlo',
    posting: 'Pubblicazione nella chat…',
    said: 'Il Suo luogo: {place}',
    notSaid: 'Non inviato. Lo scriva Lei nella chat.',
  },
  pt: {
    title: 'Onde está?',
    why: 'Só se quiser: assim sabe-se que regra vale para si. É publicado no chat.',
    choose: 'Escolha um lugar',
    keep: 'Lembrar neste computador',
    allow: 'O anfitrião pode lembrar-se disso nas próximas reuniões',
    say: 'Publicar',
    posting: 'A publicar no chat…',
    said: 'O seu lugar: {place}',
    notSaid: 'Não foi enviado. Escreva-o no chat.',
  },
  nl: {
    title: 'Waar bent u?',
    why: 'Alleen als u wilt: zo is duidelijk welke regel voor u geldt. Het komt in de chat.',
    choose: 'Kies een plaats',
    keep: 'Op deze computer onthouden',
    allow: 'De host mag het onthouden voor onze volgende gesprekken',
    say: 'In de chat zetten',
    posting: 'Wordt in de chat gezet…',
    said: 'Uw plaats: {place}',
    notSaid: 'Niet verzonden. Schrijf het zelf in de chat.',
  },
  pl: {
    title: 'Gdzie Pan/Pani jest?',
    why: 'Tylko dla chętnych: wtedy wiadomo, która zasada obowiązuje. Pojawi się na czacie.',
    choose: 'Wybierz miejsce',
    keep: 'Zapamiętaj na tym komputerze',
    allow: 'Gospodarz może to zapamiętać na następne spotkania',
    say: 'Napisz na czacie',
    posting: 'Wysyłanie na czat…',
    said: 'Miejsce: {place}',
    notSaid: 'Nie wysłano. Proszę napisać to na czacie.',
  },
  sv: {
    title: 'Var är du?',
    why: 'Bara om du vill: då vet man vilken regel som gäller för dig. Det skrivs i chatten.',
    choose: 'Välj en plats',
    keep: 'Kom ihåg på den här datorn',
    allow: 'Värden får komma ihåg det till våra nästa möten',
    say: 'Skriv det i chatten',
    posting: 'Skrivs i chatten…',
    said: 'Din plats: {place}',
    notSaid: 'Inte skickat. Skriv det själv i chatten.',
  },
  da: {
    title: 'Hvor er du?',
    why: 'Kun hvis du vil: så ved man, hvilken regel der gælder for dig. Det skrives i chatten.',
    choose: 'Vælg et sted',
    keep: 'Husk det på denne computer',
    allow: 'Værten må gerne huske det til vores næste møder',
    say: 'Skriv det i chatten',
    posting: 'Skrives i chatten…',
    said: 'Dit sted: {place}',
    notSaid: 'Ikke sendt. Skriv det selv i chatten.',
  },
  tr: {
    title: 'Neredesiniz?',
    why: 'Yalnızca isterseniz: sizin için hangi kuralın geçerli olduğu anlaşılır. Sohbete yazılır.',
    choose: 'Bir yer seçin',
    keep: 'Bu bilgisayarda hatırla',
    allow: 'Toplantı sahibi bunu sonraki toplantılarımız için hatırlayabilir',
    say: 'Sohbete yaz',
    posting: 'Sohbete yazılıyor…',
    said: 'Yeriniz: {place}',
    notSaid: 'Gönderilmedi. Sohbete kendiniz yazın.',
  },
  uk: {
    title: 'Де ви?',
    why: 'Лише за бажанням: так зрозуміло, яке правило діє для вас. Це буде написано в чаті.',
    choose: 'Виберіть місце',
    keep: 'Запамʼятати на цьому компʼютері',
    allow: 'Організатор може запамʼятати це для наступних зустрічей',
    say: 'Написати в чаті',
    posting: 'Надсилається в чат…',
    said: 'Ваше місце: {place}',
    notSaid: 'Не надіслано. Напишіть це в чаті самі.',
  },
  ar: {
    title: 'أين أنت؟',
    why: 'فقط إن أردت: بذلك تُعرف القاعدة التي تسري عليك. ويُنشر ذلك في الدردشة.',
    choose: 'اختر مكانًا',
    keep: 'تذكّره على هذا الحاسوب',
    allow: 'يجوز للمضيف أن يتذكره لاجتماعاتنا القادمة',
    say: 'انشره',
    posting: 'جارٍ النشر في الدردشة…',
    said: 'مكانك: {place}',
    notSaid: 'لم يُرسل. اكتبه بنفسك في الدردشة.',
  },
  hi: {
    title: 'आप कहाँ हैं?',
    why: 'केवल अगर आप चाहें: इससे पता चलता है कि आप पर कौन-सा नियम लागू है। यह चैट में लिखा जाता है।',
    choose: 'जगह चुनें',
    keep: 'इस कंप्यूटर पर याद रखें',
    allow: 'होस्ट इसे हमारी अगली बैठकों के लिए याद रख सकता है',
    say: 'चैट में लिखें',
    posting: 'चैट में लिखा जा रहा है…',
    said: 'आपकी जगह: {place}',
    notSaid: 'नहीं भेजा गया। चैट में खुद लिखें।',
  },
  zh: {
    title: '您在哪里？',
    why: '自愿填写：这样就知道哪条规则适用于您。内容会发到聊天里。',
    choose: '选择地点',
    keep: '在这台电脑上记住',
    allow: '主持人可以为以后的会议记住它',
    say: '发到聊天里',
    posting: '正在发到聊天里…',
    said: '您的位置：{place}',
    notSaid: '没有发出。请自己写到聊天里。',
  },
  ja: {
    title: '今どこにいますか？',
    why: '任意です。どの規則があなたに当てはまるかが分かります。チャットに投稿されます。',
    choose: '場所を選ぶ',
    keep: 'このコンピューターに覚えておく',
    allow: '主催者は次回以降の会議のために覚えておいてよい',
    say: 'チャットに投稿',
    posting: 'チャットに投稿しています…',
    said: 'あなたの場所：{place}',
    notSaid: '送れませんでした。チャットに自分で書いてください。',
  },
};

export const WHERE_LANGUAGES: readonly string[] = Object.keys(WORDS);

/** Of a language tag: that of its base language, else English. */
export function whereWordsOf(language: string): WhereWords {
  return WORDS[language.replace(/-.*$/, '')] ?? en;
}
