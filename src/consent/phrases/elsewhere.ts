import { list, MARKS, type PhraseBook } from './phrase-book.ts';

/**
 * The shortest answers in languages that have no book of their own: Russian, Greek, Korean, Hebrew, Finnish, Norwegian, Czech and
 * Slovak, Hungarian, Romanian, Bulgarian and Serbian. People answer in their own tongue whatever the notice was written in; here that
 * is a question for the host, and a no waits closed. `und` is the tag for "undetermined" (BCP 47).
 */
export const elsewhere: PhraseBook = {
  language: 'und',
  latin: false,
  unspaced: false,
  yes: [],
  yesToAll: [],
  marks: MARKS,
  courtesy: list(
    'пожалуиста | спасибо | παρακαλω | ευχαριστω | 감사합니다 | תודה | kiitos | prosim | dekuji | kerem | koszonom | va rog | multumesc',
  ),
  harmless: [],
  withdrawn: {
    whole:
      list(`стоп | остановите | остановите запись | прекратите | хватит | σταματηστε | στοπ | 그만 | 중지 | 녹음을 중지해 주세요 | 멈춰 주세요 | עצור
      תפסיקו | lopeta | lopettakaa | stans | zastavte | prestante | allj | alljanak le | opriti | opreste | спрете | зауставите`),
    sure: [],
    perhaps: [],
  },
  refused: {
    whole:
      list(`нет | не согласен | не согласна | я не согласен | я не согласна | не записываите | οχι | δεν συμφωνω | 아니요 | 아니오 | 아뇨 | 동의하지 않습니다
      동의하지 않아요 | לא | אני לא מסכים | אני לא מסכימה | ei | en suostu | en hyvaksy | nei | nei takk | jeg samtykker ikke | ne | nesouhlasim | nesuhlasim
      nem | nem ertek egyet | nem jarulok hozza | nu | nu sunt de acord | не | не съм съгласен | не съм съгласна | не слажем се | ne slazem se`),
    sure: [],
    perhaps: [],
  },
  briefly: [],
  pause: {
    whole:
      list(`пауза | на паузу | поставьте на паузу | поставьте запись на паузу | приостановите запись | παυση | κανε παυση | 일시정지 | 일시 정지
      일시중지 | 잠시 멈춰 주세요 | 녹음 일시정지 | 녹화 일시정지 | השהיה | השהו | tauko | pidetaan tauko | pozastavte | pozastavte nahravani | szunet
      szuneteltessek | pauza | puneti pauza`),
    sure: [],
    perhaps: [],
  },
  perhapsYes: {
    whole:
      list(`да | согласен | согласна | я согласен | я согласна | ναι | συμφωνω | 네 | 예 | 동의합니다 | 동의해요 | כן | אני מסכים | אני מסכימה | kylla | joo
      suostun | hyvaksyn | jeg samtykker | ano | souhlasim | suhlasim | igen | egyetertek | hozzajarulok | da | sunt de acord | съгласен съм | съгласна съм
      слажем се | slazem se`),
    perhaps: [],
  },
  company: /(?!)/u,
  request: /(?!)/u,
  asks: /(?!)/u,
  about: /(?:)/u,
};
