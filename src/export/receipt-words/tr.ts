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
    how: 'Nasıl geri alınır',
    proof: 'Kontrol için',
  },
  answers: {
    consented: 'Kabul ettiniz',
    refused: 'Hayır dediniz',
    withdrawn: 'Evetinizi geri aldınız',
  },
};
