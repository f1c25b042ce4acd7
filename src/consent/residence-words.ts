import type { PlaceNames } from './place-names.ts';
import { foldPlace } from './place-spelling.ts';
import { codesOf, plainMessage, type SaidPlace } from './place-words.ts';

/**
 * How somebody says where they live, a language each: the whole message, with @ for the place. A residence only ever adds a law to those that
 * count, so a careless word about it can make nothing easier.
 */
const LIVES: Readonly<Record<string, readonly string[]>> = {
  en: ['i live in (?:the )?@', "(?:i am|i'm|im) (?:a )?resident (?:of|in) (?:the )?@"],
  es: ['(?:yo )?(?:vivo|resido) en (?:el |la |los |las )?@'],
  fr: [
    "j'habite (?:en |a |au |aux |a la |dans le |dans la |dans l')?@",
    'je (?:vis|reside) (?:en |a |au |aux |a la )@',
  ],
  de: ['ich (?:wohne|lebe) (?:in|auf|im) (?:der |den |dem )?@'],
  it: ["(?:io )?(?:vivo|abito|risiedo) (?:in |a |nel |nella |nei |nelle |negli |nell'|nello )@"],
  pt: ['(?:eu )?(?:moro|vivo|resido) (?:em|no|na|nos|nas) @'],
  nl: ['ik woon (?:in|op) (?:de |het )?@'],
  sv: ['jag bor (?:i|pa) @'],
  da: ['jeg bor (?:i|pa) @'],
  pl: ['(?:ja )?mieszkam (?:w|we|na) @'],
  tr: ["(?:ben )?@ ?'?[dt][ae] (?:yasiyorum|oturuyorum)"],
  uk: ['я (?:живу|мешкаю|проживаю) (?:в|у|на) @'],
  ar: ['(?:انا )?(?:اعيش|اسكن|اقيم) في @'],
  hi: ['मैं @ (?:में|मे) (?:रहता|रहती) (?:हूं|हू)'],
  zh: ['我(?:居住|住)在@'],
  ja: ['(?:(?:私|わたし|僕)は[、,]?)?@に住んで(?:います|いる|おります)'],
};

/** "My residence", in every language in which it is read: our banner's way of saying it, without a grammar that would bend the name. */
export const RESIDENCE_LABELS: Readonly<Record<string, string>> = {
  en: 'My residence',
  es: 'Mi residencia',
  fr: 'Ma résidence',
  de: 'Mein Wohnsitz',
  it: 'La mia residenza',
  pt: 'A minha residência',
  nl: 'Mijn woonplaats',
  pl: 'Moje miejsce zamieszkania',
  sv: 'Min hemvist',
  da: 'Mit bopælsland',
  tr: 'İkametim',
  uk: 'Моє місце проживання',
  ar: 'محل إقامتي',
  hi: 'मेरा निवास',
  zh: '我的居住地',
  ja: '私の居住地',
};

let made: readonly { readonly language: string; readonly frame: RegExp }[] | null = null;

function frames() {
  made ??= Object.entries(LIVES).flatMap(([language, ways]) =>
    [...ways, `${RESIDENCE_LABELS[language]}: @`].map((way) => ({
      language,
      frame: new RegExp(`^(?:${foldPlace(way).replace('@', '(?<name>.+?)')})$`, 'u'),
    })),
  );
  return made;
}

/** Where a chat message says that its writer lives; null when it is anything but that, or when the name means several places. */
export function residenceSaid(text: string, names: PlaceNames): SaidPlace | null {
  const folded = plainMessage(text);
  if (folded === null) return null;
  const codes = frames().flatMap(({ language, frame }) => {
    const { name } = frame.exec(folded)?.groups ?? {};
    return name === undefined ? [] : codesOf(language, name, names);
  });
  const [code, ...others] = new Set(codes);
  return code !== undefined && others.length === 0 ? { places: [code], remember: null, lives: true } : null;
}

/**
 * The chat message that says where its writer lives: "My residence: Germany (DE)". Of the names, the first by which every reader of ours
 * understands exactly this; null when there is none, and then it is not posted.
 */
export function residencePost(
  language: string,
  code: string,
  spelled: readonly string[],
  names: PlaceNames,
): string | null {
  const base = language.replace(/-.*$/, '');
  const label = RESIDENCE_LABELS[base] ?? RESIDENCE_LABELS.en;
  const posts = spelled.map((name) => `${label}: ${name} (${code})`);
  return posts.find((post) => residenceSaid(post, names)?.places.join() === code) ?? null;
}
