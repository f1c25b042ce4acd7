const EN = 'This conversation is being recorded. If you object, please say so now.';

/**
 * What the host says aloud where the law wants it heard on the recording: true whatever was asked of whom, and short enough to be said in
 * one breath. By language of the notice.
 */
const WORDS: Readonly<Record<string, string>> = {
  en: EN,
  es: 'Esta conversación se está grabando. Si no está de acuerdo, dígalo ahora, por favor.',
  fr: 'Cette conversation est enregistrée. Si vous vous y opposez, dites-le maintenant, s’il vous plaît.',
  de: 'Dieses Gespräch wird aufgenommen. Wer das nicht möchte, sage es bitte jetzt.',
  it: 'Questa conversazione viene registrata. Chi non è d’accordo lo dica adesso, per favore.',
  pt: 'Esta conversa está a ser gravada. Quem não concordar, diga-o agora, por favor.',
  nl: 'Dit gesprek wordt opgenomen. Wie dat niet wil, zegt het nu, alstublieft.',
  pl: 'Ta rozmowa jest nagrywana. Kto się nie zgadza, niech proszę powie to teraz.',
  sv: 'Det här samtalet spelas in. Den som inte vill det, säg det nu, tack.',
  da: 'Denne samtale bliver optaget. Hvis nogen ikke vil det, så sig det nu, tak.',
  tr: 'Bu görüşme kaydediliyor. İtirazı olan lütfen şimdi söylesin.',
  uk: 'Ця розмова записується. Хто проти, скажіть це, будь ласка, зараз.',
  ar: 'هذه المحادثة تُسجَّل الآن. من يعترض فليقل ذلك الآن من فضلكم.',
  hi: 'यह बातचीत रिकॉर्ड की जा रही है। जिसे आपत्ति हो, कृपया अभी बताए।',
  zh: '本次谈话正在录音。如有异议，请现在说明。',
  ja: 'この会話は録音されています。異議のある方は、今おっしゃってください。',
};

export const ANNOUNCEMENT_LANGUAGES: readonly string[] = Object.keys(WORDS);

/** Of a language tag: that of its base language, else English. */
export function announcementIn(language: string): string {
  return WORDS[language.replace(/-.*$/, '')] ?? EN;
}
