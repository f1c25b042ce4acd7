import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'kalite',
  training: 'eğitim',
  disputes: 'uyuşmazlık',
  compliance: 'yasal yükümlülük',
  research: 'araştırma',
  notes: 'notlar',
  publication: 'yayın',
};

const spoken = (items: readonly string[]) => inTurn(items, ' ve ');
const off = (why: string) => `Kayıt kapalı: ${why} Şu anda hiçbir şey kaydedilmiyor.`;
const days = (n: number) => period(n, unit('gün', 'gün'), unit('yıl', 'yıl'));

export const tr: Wording = {
  language: 'tr',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'Böyle görüşmelerin nasıl gittiğini görmek ve daha iyisini yapmak için.',
    training: 'İş arkadaşları bu görüşmeden öğrenebilsin diye.',
    disputes: 'Ne söylendiği konusunda bir anlaşmazlık çıkarsa adilce çözmek için.',
    compliance: 'Bir yasa veya mesleğin bir kuralı kayıt istediği için.',
    research: 'Bir çalışma için: araştırmacılar söylenenleri dinler ve inceler.',
    notes: 'Söylenenleri ve kararları doğru yazmak için.',
    publication: 'Bölümleri herkese açık olabilir; örneğin bir yazıda, podcastte veya filmde.',
  },
  detailsWord: 'ayrıntılar',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Yalnız ses' : 'Ses ve toplantı sahibinin görüntüsü';
    const choice = optional.length > 0 ? [`Seçmeli: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / Hepsini kabul ediyorum' : '';
    return [
      ['Kaydedebilir miyiz?', `${what}; amaç: ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Şifreli, toplantı sahibinde: ${days(terms.keepDays)}; yanıtların kanıtı: ${days(terms.proofDays)}.`],
      [
        'Hayır demek zarar vermez: kayıtsız devam ederiz.',
        'Yanınızda biri mi var? Önce söyleyin.',
        'Her zaman: kaydı durdurun / ayrıntılar.',
      ],
      [`Yazın: Kabul ediyorum${all} / Kabul etmiyorum`],
    ];
  },
  part: (n, of) => `Kayıt? ${n}/${of}${n < of ? ', devamı var' : ''}:`,
  what: {
    sound: 'Yalnız ses kaydedilir, görüntü kaydedilmez.',
    'sound+picture': 'Ses ve toplantı sahibinin toplantıda gördüğü kaydedilir.',
  },
  keep: (terms) =>
    `Kayıt, toplantı sahibinin bilgisayarında şifreli olarak ${days(terms.keepDays)} saklanır, sonra silinir. ` +
    `Yanıtınızın kanıtının yanındaki adınız ${days(terms.proofDays)} saklanır.`,
  on: 'Kayıt şu anda açık: buradaki herkes kabul etti. Her zaman: kaydı durdurun',
  off: {
    paused: 'Kayda ara verildi. Şu anda hiçbir şey kaydedilmiyor.',
    stopped: off('toplantı sahibi bitirdi.'),
    waiting: off('buradaki herkesin yanıtını bekliyoruz.'),
    declined: off('buradan biri böyle tercih ediyor ve bu gayet normal.'),
    unsure: off('burada kimlerin olduğu kesin değil.'),
    fault: off('teknik bir şey ters gitti.'),
    written:
      'Burada onayın yazılı olması gerekir. Bildirimdeki düğmeye basın ya da tam adınızla aynen şunu yazın: I, adınız, agree in writing',
    implied:
      'Bir şey yazmak gerekmez: bu toplantıda kalan herkes, birazdan başlayacak kaydı kabul etmiş olur. İstemiyorsanız şunu yazın: Kabul etmiyorum',
  },
  end: 'Toplantı her zamanki gibi sürüyor. Hiçbir şey kaydedilmiyor ve kimsenin bir şey yapması gerekmiyor.',
  attested: (host, name, how) =>
    `${host} şunu not etti: ${name} ${how === 'aloud' ? 'sözlü olarak' : 'kâğıt üzerinde'} kabul etti. Bu yanlışsa şunu yazın: Kabul etmiyorum`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'yalnız sesi' : 'sesi ve toplantıda gördüğümü';
    return [
      `Bu toplantıyı kaydetmek istiyorum: ${what}. Amaç: ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0
        ? [`İsterseniz şunlar için de: ${spoken(optional)}; bunlar olmadan da kabul edebilirsiniz.`]
        : []),
      `Kayıt bilgisayarımda şifreli olarak ${days(terms.keepDays)} saklanır, sonra silinir.`,
      `Kabul ettiğinize dair bir not ${days(terms.proofDays)} saklanır.`,
      'İstemezseniz sorun değil ve size bir zararı olmaz: kayıtsız devam ederiz.',
      'Fikrinizi her zaman değiştirebilirsiniz. Yanınızda sesi duyulabilecek biri var mı?',
      'Kaydedilmeyi kabul ediyor musunuz? Lütfen şöyle deyin: Kabul ediyorum, veya: Kabul etmiyorum.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `Kaydı kabul ediyorum, amaç: ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'Kaydı kabul etmiyorum.',
  withdrawn: () => 'Kaydı durdurun: onayımı geri alıyorum.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Buradaki ${people} kişiden ${person}. kişi: ` : '';
}
