import type { ReceiptWords } from './words.ts';

export const tr: ReceiptWords = {
  language: 'tr',
  direction: 'ltr',
  title: 'Belge',
  addendum: 'Belgenize ek',
  statement:
    'Bu, kaydedilip kaydedilemeyeceğinin size sorulduğu bir toplantının belgesidir. Size ne sorulduğunu, ne zaman ne yanıt verdiğinizi gösterir ve bunun, toplantı sahibinin bilgisayarının imzaladığı kayıt defterinde yer aldığını kanıtlar. Başka hiç kimse hakkında bir şey söylemez. Saklayın: Defter sonradan değiştirilirse bu dosya bunu gösterir.',
  added:
    'Önceki belgenizin devamıdır: O zamandan beri eklenenleri de gösterir; örneğin bir hayır, geri alınan bir evet veya bir silme.',
  takeBack:
    'Evetinizi istediğiniz zaman, neden belirtmeden geri alabilirsiniz: Toplantının sohbetine “Kaydı durdur” yazın veya toplantı sahibine söyleyin. Ondan bir kopya ya da adınızın ve sözlerinizin silinmesini de isteyebilirsiniz.',
  heads: {
    asked: 'Size ne soruldu',
    answers: 'Ne yanıt verdiniz',
    until: 'Saklanma sonu',
    proof: 'Kontrol için',
  },
  answers: {
    consented: 'Kabul ettiniz',
    refused: 'Hayır dediniz',
    withdrawn: 'Evetinizi geri aldınız',
  },
  grades: {
    signed: 'kendi uzantınız tarafından imzalandı',
    chat: 'toplantının sohbetine yazıldı',
    attested: 'toplantı sahibinin sözüyle',
    implied: 'size bildirildikten sonra kalmanızla',
  },
  page: {
    noticeErased: 'Sorunun metni silindi; ne yazdığı artık gösterilemez.',
    recorded: '{time} tarihinde biten {seconds} saniyelik kayıt: {until} tarihine kadar saklanır',
    recordedGone: '{time} tarihinde biten {seconds} saniyelik kayıt: anahtarıyla birlikte silindi',
    notRecorded: 'Siz oradayken hiçbir şey kaydedilmedi.',
    namesUntil: 'Kanıtın yanındaki adınız ve sözleriniz: en geç {until} tarihine kadar',
    namesErased: 'Adınız ve sözleriniz: silindi',
    compare:
      'Bunları toplantı sahibiyle sesli veya yazılı olarak karşılaştırın. Asıl kanıt, bu sayfaya ait dosyadır (.json; toplantı sahibi size verebilir): Onu Ask to Record içindeki “Check a file” sayfasına veya ağ gerektirmeyen doğrulayıcısına verin.',
    fingerprint: 'Toplantı sahibinin anahtarının parmak izi',
    size: 'Defterdeki girişler',
    root: 'Defterin kökü',
    chatRoot: '{size} girişle sohbette durduğu hâli',
    ids: 'Defter ve içindeki kimlikleriniz',
    made: 'Düzenlendi',
    forReading:
      'Bu sayfa okumak içindir ve herkes başka bir tane yazabilir. Üzerinde yazanlara, yanındaki dosya geçerli bulunduğu ölçüde güvenilebilir. Hukuki danışmanlık değildir.',
  },
};
