import { PLACE_LABELS } from './place-labels.ts';
import { FORGET, REMEMBER } from './place-leave.ts';
import { foldPlace } from './place-spelling.ts';

/**
 * How somebody says where they are, a language each: the whole message, with @ for the place. Only the first person and only the present:
 * "I was in Texas", "are you in Texas?" and "I am in Texas next week" fit none of them.
 */
const SAID: Readonly<Record<string, readonly string[]>> = {
  en: [
    "(?:i am|i'm|im) (?:now |currently |right now |presently )?(?:located )?in (?:the )?@(?: now| right now| at the moment)?",
    "(?:i am|i'm|im) (?:joining|calling|dialing|dialling)(?: in)? from (?:the )?@",
  ],
  es: ['(?:yo )?(?:estoy|me encuentro) (?:ahora |ahora mismo |actualmente )?en (?:el |la |los |las )?@(?: ahora)?'],
  fr: [
    "je (?:suis|me trouve) (?:actuellement |maintenant |en ce moment )?(?:en |a |au |aux |a la |dans le |dans la |dans l'|a l')@(?: en ce moment| actuellement)?",
  ],
  de: [
    'ich (?:bin|befinde mich|sitze) (?:jetzt |gerade |derzeit |zurzeit |momentan )?(?:in|auf|im) (?:der |den |dem )?@',
  ],
  it: [
    "(?:io )?(?:sono|mi trovo) (?:ora |adesso |attualmente )?(?:in |a |nel |nella |nei |nelle |negli |nell'|nello )@(?: ora| adesso)?",
  ],
  pt: ['(?:eu )?(?:estou|me encontro|encontro me) (?:agora |atualmente )?(?:em|no|na|nos|nas) @(?: agora)?'],
  nl: ['ik (?:ben|zit|bevind me|bevind mij) (?:nu |momenteel |op dit moment )?(?:in|op) (?:de |het )?@'],
  sv: ['jag (?:ar|befinner mig|sitter) (?:nu |just nu )?(?:i|pa) @(?: nu| just nu)?'],
  da: ['jeg (?:er|befinder mig|sidder) (?:nu |lige nu )?(?:i|pa) @(?: nu| lige nu)?'],
  pl: ['(?:ja )?(?:jestem|znajduje sie|przebywam) (?:teraz |obecnie )?(?:w|we|na) @(?: teraz)?'],
  tr: ["(?:ben )?(?:su an |su anda |simdi )?@ ?'?[dt][ae]yim"],
  uk: ['я (?:зараз |нині )?(?:перебуваю |знаходжуся |знаходжусь )?(?:в|у|на) @(?: зараз)?'],
  ar: ['انا (?:الان |حاليا )?(?:موجود |موجوده )?في @(?: الان| حاليا)?'],
  hi: ['मैं (?:अभी |इस समय )?@ (?:में|मे) (?:हूं|हू)'],
  zh: ['我(?:人|现在|現在|目前|正)*在@'],
  ja: [
    '(?:(?:私|わたし|僕)は[、,]?)?(?:(?:今|いま|現在)は?[、,]?)?@(?:に(?:います|いる|おります)|から参加(?:しています|中です))',
  ],
};

export const PLACE_LANGUAGES: readonly string[] = Object.keys(SAID);

/** Between the place and the leave to remember it, in any script. */
const THEN = '(?:[,;.،。、।] ?| )';

export interface PlaceFrame {
  readonly language: string;
  /** What stands where a place would; '' in what takes a place back. */
  readonly name: string;
  /** Whether the host may remember it for later meetings; null when nothing is said of that. */
  readonly remember: boolean | null;
}

/** Made when the first message is read: most times that the worker wakes, nobody writes where they are. */
let made: readonly { readonly language: string; readonly frame: RegExp; readonly otherwise: false | null }[] | null =
  null;

/** What a whole message says of a place, in every language whose way of saying it fits. */
export function placesIn(folded: string): readonly PlaceFrame[] {
  made ??= Object.entries(SAID).flatMap(([language, frames]) => {
    const whole = (said: string) => new RegExp(`^(?:${foldPlace(said).replace('@', '(?<name>.+?)')})$`, 'u');
    const leave = `(?<leave>${THEN}(?:${REMEMBER[language]}))?`;
    return [
      ...frames.map((said) => ({ language, frame: whole(said + leave), otherwise: null })),
      // Our banner's own line: it has a tick for the leave, and without it that is their answer.
      { language, frame: whole(`${PLACE_LABELS[language]}: @${leave}`), otherwise: false as const },
      { language, frame: whole(`${FORGET[language]}`), otherwise: false as const },
    ];
  });
  return made.flatMap(({ language, frame, otherwise }) => {
    const found = frame.exec(folded);
    if (!found) return [];
    const { name = '', leave } = found.groups ?? {};
    return [{ language, name, remember: leave === undefined ? otherwise : true }];
  });
}
