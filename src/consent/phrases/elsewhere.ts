import { list, type PhraseBook } from './phrase-book.ts';

/**
 * The shortest answers in languages that have no book of their own yet. People answer in their own tongue whatever the notice was
 * written in; here that is a question for the host, and a no waits closed. `und` is the tag for "undetermined" (BCP 47).
 */
export const elsewhere: PhraseBook = {
  language: 'und',
  latin: false,
  yes: [],
  yesToAll: [],
  courtesy: list(
    'bitte | danke | merci | gracias | por favor | obrigado | obrigada | grazie | dank je | tack | takk | tak | спасибо',
  ),
  harmless: [],
  withdrawn: {
    whole: list(
      'stopp | arretez | arrete | basta | alto | pare | стоп | остановите | 停 | 停止 | やめて | 止めて | 그만 | توقف | durdur',
    ),
    sure: [],
    perhaps: [],
  },
  refused: {
    whole:
      list(`nein | non | nee | nej | nei | ei | nie | ne | nao | hayir | hayır | нет | ні | не | όχι | οχι | いいえ | 不 | 不要 | 不同意 | 아니요
      아니오 | لا | לא | नहीं | nein ich stimme nicht zu | ich stimme nicht zu | je ne suis pas daccord | no estoy de acuerdo
      non sono daccordo | nao concordo | ik ga niet akkoord | nie zgadzam sie | не согласен | не согласна`),
    sure: [],
    perhaps: [],
  },
  pause: { whole: [], sure: [], perhaps: [] },
  perhapsYes: {
    whole:
      list(`ja | oui | si | sim | da | tak | evet | kylla | да | так | ναι | はい | 好 | 好的 | 是 | 네 | 예 | نعم | כן | हाँ | हां
      ich stimme zu | einverstanden | ich bin einverstanden | je suis daccord | daccord | estoy de acuerdo | de acuerdo
      sono daccordo | concordo | ik ga akkoord | akkoord | zgadzam sie | согласен | согласна | 同意 | 我同意 | 同意します | 동의합니다
      kabul ediyorum | موافق`),
    perhaps: [],
  },
  company: /(?!)/u,
  request: /(?!)/u,
  ours: [],
};
