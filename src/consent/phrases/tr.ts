import { phraseBook } from './grammar.ts';

const REC = '(?:kay[ıi](?:t|d)\\S*|kayd\\S*|filme?\\S*|çekim\\S*|transkript\\S*)';
const SMALL =
  'bu|şu|benim|beni|bizi|bana|bize|bizim|lütfen|hemen|şimdi|artık|toplantı|toplantının|toplantıyı|görüşme|görüşmenin|görüşmeyi|sesimi|bir|de|da|olan|ve|alma|almayı|almanın|yapma|yapmayı|işlemini|işlemi|ses';

export const tr = phraseBook({
  language: 'tr',
  latin: true,
  yes: `kabul ediyorum | evet, kabul ediyorum | evet kabul ediyorum | ben kabul ediyorum | kaydı kabul ediyorum | kaydi kabul ediyorum
    evet, kaydı kabul ediyorum | kaydedilmeyi kabul ediyorum | kayıt alınmasını kabul ediyorum | kayıt yapılmasını kabul ediyorum
    kaydedilmesini kabul ediyorum | onaylıyorum | onayliyorum | evet, onaylıyorum | evet onaylıyorum | kaydı onaylıyorum
    kayıt alınmasını onaylıyorum | onay veriyorum | evet, onay veriyorum | kayda onay veriyorum | izin veriyorum | evet, izin veriyorum
    kayda izin veriyorum | kayıt alınmasına izin veriyorum | kaydedilmeye izin veriyorum | rıza gösteriyorum | rıza veriyorum
    kayda rıza gösteriyorum | kayıt alınmasına rıza gösteriyorum | rızam var | evet, rızam var | beni kaydedebilirsiniz
    beni kaydedebilirsin | evet, beni kaydedebilirsiniz`,
  yesToAll: `hepsini kabul ediyorum | evet, hepsini kabul ediyorum | hepsini onaylıyorum | tümünü kabul ediyorum | tümünü onaylıyorum
    bütün amaçları kabul ediyorum | tüm amaçları kabul ediyorum | her şeyi kabul ediyorum`,
  perhapsYes: `evet | evet evet | he | hı hı | hıhı | tabii | tabi | tabii ki | tabi ki | elbette | elbet | kesinlikle | tamam | tamamdır | tmm | ok
    okey | okay | olur | olur tabii | peki | pekala | iyi | güzel | uygundur | uygun | benim için uygun | bana uyar | uyar | sorun değil
    sorun yok | problem değil | problem yok | sıkıntı yok | benim için sorun yok | fark etmez | itirazım yok | bir itirazım yok
    sakıncası yok | benim için sakıncası yok | mahsuru yok | kabul | onay | onaylandı | kabul edildi | katılıyorum | memnuniyetle
    buyurun | buyrun | devam | devam edin | edebilirsiniz | yapabilirsiniz | kaydedebilirsiniz | evet tabii | evet olur | evet hepsine
    hepsine | hepsi | anlaştık | eyvallah`,
  no: `hayır | hayir | yo | yok | yoo | hayır hayır | hayır teşekkürler | hayır sağolun | asla | katiyen | kesinlikle hayır | tabii ki hayır
    elbette hayır | olmaz | kesinlikle olmaz | hayatta olmaz | mümkün değil | istemiyorum | istemem | ben istemiyorum | bunu istemiyorum
    hayır istemiyorum | tercih etmiyorum | tercih etmem | kabul etmiyorum | ben kabul etmiyorum | kabul etmem | kabul edemem
    hayır kabul etmiyorum | onaylamıyorum | onay vermiyorum | izin vermiyorum | izin vermem | rıza göstermiyorum | rızam yok
    iznim yok | onayım yok | razı değilim | katılmıyorum | karşıyım | buna karşıyım | itiraz ediyorum | itirazım var | reddediyorum
    ret | red | ben yokum | beni katmayın | uygun değil | bana uymaz | kayıt yok | kaydetmeyin | kaydetme | kayıt almayın | kayıt yapmayın
    kayıtsız | kayıt olmasın | olmasın | almayın | gerek yok | cevabım hayır | hayır diyorum`,
  withdrawn: `dur | durun | durdur | durdurun | durdurunuz | stop | kes | kesin | yeter | yeter artık | kapat | kapatın | kapatınız | bitir
    bitirin | son verin | basta | durdurur musunuz | durdurur musun | durdurabilir misiniz | durdurabilir misin | kapatır mısınız
    kapatır mısın | kapatabilir misiniz | vazgeçtim | vazgeçiyorum | caydım | fikrimi değiştirdim | fikrim değişti | geri alıyorum
    onayımı geri alıyorum | rızamı geri alıyorum | iznimi geri alıyorum | geri çekiyorum | rızamı geri çekiyorum | onayımı geri çekiyorum
    iptal | iptal ediyorum | artık istemiyorum | artık kabul etmiyorum`,
  pausing: `duraklat | duraklatın | duraklatır mısınız | duraklatır mısın | ara | ara ver | ara verin | ara verelim | mola | biraz ara
    ara verebilir miyiz | duraklatabilir miyiz | duraklatabilir misiniz | off the record`,
  courtesy: `lütfen | lutfen | rica ederim | rica etsem | zahmet olmazsa | teşekkürler | teşekkür ederim | çok teşekkürler | tesekkurler
    sağol | sağolun | sağ olun | pardon | kusura bakmayın | özür dilerim | üzgünüm | maalesef | merhaba | selam | günaydın | arkadaşlar
    hocam | şimdi | hemen | ama | fakat | yani | şey | ya | eee | ah`,
  record: REC,
  small: SMALL,
  not: 'değil|asla|hiç|hiçbir|yok',
  agree:
    'kabul (?:ediyorum|ediyoruz|ederim|ederiz)|onayl[ıi]yorum|onayl[ıi]yoruz|(?:onay|izin|rıza) veri(?:yorum|yoruz|rim)|rıza gösteri(?:yorum|yoruz)|rızam var|iznim var|onayım var|razıyım',
  agreeing: 'kabul eder\\S*|onaylar\\S*|izin verir\\S*|razı',
  aside: 'fiyatı|teklifi|daveti|diye',
  between: 'bunu|buna|bu|ben|kaydı|kayda|da|de|bir|zaman',
  want: 'ister\\S*|rahat|hoş|uygun|doğru|memnun|hazır|istekli',
  consent: 'rızam|onayım|iznim|rıza|izin',
  against:
    'karşıyım|karşıyız|karşı|itiraz ediyor\\S*|itirazım var|reddediyor\\S*|rahatsız\\S*|yasak\\S*|yasaklıyor\\S*',
  // "Artık" alone is "now" too: with its verb it is in `more`.
  noLonger: '(?!)',
  stop: 'durdur(?:un|unuz|ur|ulsun|abilir|alım|ulmalı|mak)?|kapat(?:ın|ınız|ır|alım|ılsın|abilir)?|kes(?:in|iniz|er|elim)?|bitir(?:in|iniz|ir|elim|ebilir)?|sonland[ıi]r(?:[ıi]n|[ıi]n[ıi]z|[ıi]r|abilir)?|son ver(?:in|iniz|ir|elim)?|b[ıi]rak(?:[ıi]n)?|iptal (?:et|edin|eder)|dursun|stop',
  takeBack: 'geri (?:alıyorum|çekiyorum|almak|çekmek|aldım|çektim|alırım)|iptal ediyorum',
  erase: 'sil(?:in|iniz|er|insin|ebilir)?|yok edin|imha edin',
  pause:
    'duraklat(?:ın|ınız|ır|abilir|ıldı|tınız|tın|alım)?|ara ver(?:in|ir|elim|ebilir)?|beklet(?:in)?|askıya al(?:ın)?|durakla',
  trouble: 'endişe\\S*|kayg[ıi]\\S*|sorun\\S*|kork\\S*|tedirgin\\S*|şüphe\\S*|kimse|yasa dışı|garip|tuhaf|emin',
  fine: 'evet|olur|tamam|ok|tabii|uygun|sorun|sakıncası yok|itirazım yok|mahsuru yok|edebilirsin\\S*|alabilirsin\\S*|yapabilirsin\\S*|kaydedebilirsin\\S*|memnun\\S*|kabul|fark etmez|rahatsız etmez',
  noProblem:
    '(?:benim için |bence )?(?:bir )?(?:sorun|problem|sıkıntı) (?:yok|değil|olmaz)|(?:bir |hiçbir )?(?:itirazım|sakıncası|mahsuru|itirazımız) yok|karşı değilim|fark etmez|rahatsız (?:etmez|etmiyor|değilim|olmam)|endişelenmeyin|merak etmeyin',
  missing: 'duymuyorum|göremiyorum',
  harmless: [
    `(?:${REC} )?(?:(?:${SMALL}) ){0,2}(?:durdurmayın|durdurma|durmayın|kapatmayın|kapatma|kesmeyin|kesme|bitirmeyin|duraklatmayın)|durdurmaya gerek yok|durdurmanıza gerek yok|kapatmaya gerek yok|durmadan`,
    `${REC} (?:\\S+ ){0,2}(?:bulamıyorum|göremiyorum|duyamıyorum|açamıyorum|açılmıyor|almadım|gelmedi|bulamadım)`,
    '(?:eğer )?(?:kabul etmiyorsan\\S*|onaylamıyorsan\\S*|istemiyorsan\\S*|razı değilsen\\S*|kabul etmeyen\\S*)|kabul (?:ediyor|etmiyor) (?:musunuz|musun)|onaylıyor (?:musunuz|musun)|onaylamıyor (?:musunuz|musun)|izin veriyor (?:musunuz|musun)|katılıyor (?:musunuz|musun)',
    '(?:ses|sesim|sesi|vaktim|zamanım|fikrim|bilgim|haberim) (?:hiç )?yok',
  ],
  more: {
    no: [
      '(?:kabul|razı) (?:etmiyor\\S*|etmem|etmeyiz|edemem|edemeyiz|etmedim|etmez|değil\\S*)',
      '(?:onay|izin|rıza) (?:vermiyor\\S*|vermem|vermeyiz|veremem|vermedim|vermez|göstermiyor\\S*|yok)',
      '(?:onaylamıyor\\S*|onaylamam|onaylayamam|onaylamadım)',
      `${REC} (?:\\S+ ){0,4}(?:istemiyor\\S*|istemem|istemez|istemeyiz|hoşlanm\\S*|tercih etm\\S*)`,
      `(?:istemiyor\\S*|istemem) (?:\\S+ ){0,3}${REC}`,
      '(?:\\S+ )?(?:kaydetmeyin\\S*|kaydetme|kaydetmeyiniz|kaydedilmesin|kaydedilmek istemiyor\\S*|kaydedemezsin\\S*)',
      'kay[ıi]t (?:almayın\\S*|alma|yapmayın\\S*|yapma|alınmasın|yapılmasın|olmasın|etmeyin|alamazsın\\S*)',
      `(?:kayıtsız|kaydetmeden|kayıt olmadan|kayıt almadan|kayıt yapmadan)(?= (?:\\S+ ){0,2}$)`,
      '(?:rızam|iznim|onayım|iznimiz|rızamız|onayımız) (?:olmadan|yok|dışında)',
      `${REC} (?:\\S+ ){0,2}(?:karşıyım|karşıyız|reddediyor\\S*|itiraz\\S* ediyor\\S*|itirazım var|rahatsız\\S*)`,
      `${REC} (?:\\S+ )?(?:yasak|uygun değil|doğru değil|hoş değil)`,
    ],
    perhapsNo: [
      `${REC} (?:\\S+ ){0,2}(?:yapılmıyor|edilmiyor|alınmıyor|etmiyor\\S*)`,
      '(?:kabul etmezsem|onaylamazsam|istemezsem)',
      'katılmıyorum',
    ],
    withdrawn: [
      'artık (?:\\S+ ){0,4}(?:istemiyor\\S*|etmiyor\\S*|vermiyor\\S*|onaylamıyor\\S*)',
      '(?:beni|sesimi) (?:\\S+ )?kayıttan (?:çıkar\\S*|sil\\S*)',
    ],
    perhapsWithdrawn: [
      'fikrimi değiştirdim|vazgeçtim',
      '(?:durmak|bırakmak|bitirmek) (?:istiyorum|istiyoruz|zorundayım|zorundayız|lazım)(?= $)',
      `${REC} (?:\\S+ ){0,3}(?:durdurdunuz|durdu|durduruldu|durduracaksınız|kapattınız|kapandı|bitti|durdurdun)`,
    ],
    pause: ['off the record', 'aramızda kalsın'],
    perhapsYes: ['beni kaydedebilir\\S*|rızam|kaydedin beni'],
  },
  company:
    'biz|bizi|ikimiz|hepimiz|ediyoruz|ederiz|onaylıyoruz|veriyoruz|gösteriyoruz|razıyız|adına|kişi \\d+|ve ben|ben ve|eşimle|ekibim|eşim|patronum|müdürüm|arkadaşım|kocam|karım|avukatım|oğlum|kızım|annem|babam|iş arkadaşım',
  please: 'musunuz|musun|mısınız|mısın|misiniz|misin|miyiz|mıyız|lütfen|neden olmasın|durdurur|kapatır',
  which:
    'ne zaman|kim|nerede|durdurdunuz|durdurdun|duraklattınız|duraklattın|kapattınız|kaydettiniz|olur mu|ediyor musunuz|ediyor musun',
  asks: '(?:\\S+ ){0,9}m[ıiuü](?:s[ıiuü]n|s[ıiuü]n[ıi]z|y[ıiuü]m|y[ıiuü]z)?(?= $)',
});
