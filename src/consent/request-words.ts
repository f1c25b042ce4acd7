import type { RequestKind } from '../model/my-consent.ts';

/** What a participant asks the host for afterwards, in the language of the notice, first the copy and then the erasure. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  en: [
    'Request to the host: please send me a copy of what your log holds about me.',
    'Request to the host: please erase my name and my words from your log.',
  ],
  es: [
    'Petición al anfitrión: envíeme, por favor, una copia de lo que su registro contiene sobre mí.',
    'Petición al anfitrión: borre, por favor, mi nombre y mis palabras de su registro.',
  ],
  fr: [
    'Demande à l’hôte : veuillez m’envoyer une copie de ce que votre journal contient à mon sujet.',
    'Demande à l’hôte : veuillez effacer mon nom et mes paroles de votre journal.',
  ],
  de: [
    'Bitte an den Host: Schicken Sie mir eine Kopie dessen, was Ihr Protokoll über mich enthält.',
    'Bitte an den Host: Löschen Sie meinen Namen und meine Worte aus Ihrem Protokoll.',
  ],
  it: [
    'Richiesta all’organizzatore: mi mandi una copia di ciò che il suo registro contiene su di me.',
    'Richiesta all’organizzatore: cancelli il mio nome e le mie parole dal suo registro.',
  ],
  pt: [
    'Pedido ao anfitrião: envie-me, por favor, uma cópia do que o seu registo contém sobre mim.',
    'Pedido ao anfitrião: apague, por favor, o meu nome e as minhas palavras do seu registo.',
  ],
  nl: [
    'Verzoek aan de host: stuur mij een kopie van wat uw logboek over mij bevat.',
    'Verzoek aan de host: wis mijn naam en mijn woorden uit uw logboek.',
  ],
  pl: [
    'Prośba do gospodarza: proszę o kopię tego, co dziennik zawiera na mój temat.',
    'Prośba do gospodarza: proszę usunąć z dziennika moje imię i moje słowa.',
  ],
  sv: [
    'Begäran till värden: skicka mig en kopia av det som din logg innehåller om mig.',
    'Begäran till värden: radera mitt namn och mina ord ur din logg.',
  ],
  da: [
    'Anmodning til værten: send mig en kopi af det, som din log indeholder om mig.',
    'Anmodning til værten: slet mit navn og mine ord fra din log.',
  ],
  tr: [
    'Toplantı sahibinden rica: kayıt defterinizde benimle ilgili yer alanların bir kopyasını bana gönderin.',
    'Toplantı sahibinden rica: adımı ve sözlerimi kayıt defterinizden silin.',
  ],
  uk: [
    'Прохання до організатора: надішліть мені копію того, що ваш журнал містить про мене.',
    'Прохання до організатора: видаліть моє ім’я та мої слова з вашого журналу.',
  ],
  ar: ['طلب إلى المضيف: أرجو إرسال نسخة مما يحتويه سجلّكم عني.', 'طلب إلى المضيف: أرجو حذف اسمي وكلماتي من سجلّكم.'],
  hi: [
    'मेज़बान से अनुरोध: आपके लॉग में मेरे बारे में जो है, उसकी एक प्रति मुझे भेजें।',
    'मेज़बान से अनुरोध: अपने लॉग से मेरा नाम और मेरे शब्द मिटा दें।',
  ],
  zh: [
    '致主持人的请求：请把您的日志中关于我的内容发给我一份副本。',
    '致主持人的请求：请从您的日志中删除我的姓名和我说的话。',
  ],
  ja: [
    'ホストへのお願い：あなたの記録にある私についての内容の写しを送ってください。',
    'ホストへのお願い：あなたの記録から私の名前と発言を削除してください。',
  ],
};

export function requestWords(language: string, what: RequestKind): string {
  const [copy, erasure] =
    WORDS[language] ?? WORDS[language.split('-')[0] ?? ''] ?? (WORDS.en as readonly [string, string]);
  return what === 'copy' ? copy : erasure;
}

/** Whether these are the words of such a request, in whichever language; white space is the site's. */
export function isRequestWords(words: string, what: RequestKind): boolean {
  const bare = (text: string) => text.replace(/\s+/g, '');
  return Object.keys(WORDS).some((language) => bare(requestWords(language, what)) === bare(words));
}
