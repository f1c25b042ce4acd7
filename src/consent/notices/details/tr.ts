import type { DetailsWording } from '../details-wording.ts';

export const tr: DetailsWording = {
  language: 'tr',
  controller: (name) => `Veri sorumlusu: ${name}.`,
  host: 'Veri sorumlusu: bu toplantının sahibi.',
  contact: (where) => `Verileriniz için iletişim: ${where}.`,
  noContact: 'Verileriniz için iletişim: toplantı sahibi, burada toplantıda.',
  needed: 'gerekli',
  choice: 'seçiminize bağlı',
  bases: {
    consent: 'Hukuki dayanak: açık rızanız (GDPR m. 6(1)(a)).',
    contract: 'Hukuki dayanak: sözleşme (GDPR m. 6(1)(b)).',
    'legal-obligation': 'Hukuki dayanak: yasal yükümlülük (GDPR m. 6(1)(c)).',
    'vital-interests': 'Hukuki dayanak: hayati çıkarlar (GDPR m. 6(1)(d)).',
    'public-task': 'Hukuki dayanak: kamu görevi (GDPR m. 6(1)(e)).',
    'legitimate-interests': 'Hukuki dayanak: meşru menfaat (GDPR m. 6(1)(f)); karşı çıkma hakkı vardır.',
  },
  recipients: (who) => `Alıcılar: ${who}.`,
  nobody: 'Alıcılar: toplantı sahibinden başka kimse; her şey onda kalır.',
  policy: (url) => `Gizlilik politikası: ${url}`,
  free: 'Yanıt size kalmıştır; hayır demenin bir sonucu olmaz, toplantı sürer.',
  rights: 'Haklarınız: erişim, düzeltme, silme, kısıtlama ve kopya.',
  withdrawal:
    'Her yanıt, verildiği kadar kolay biçimde, burada sohbette değiştirilebilir; önceki işlemler hukuka uygun sayılır.',
  complaint: 'Şikâyet: yaşadığınız veya çalıştığınız yerin veri koruma kurumu.',
  profiles: {
    gdpr: 'AB: GDPR m. 15–22 hakları; başka bir amaç için size yeniden sorulur.',
    'uk-gdpr': 'Birleşik Krallık: UK GDPR m. 15–22 hakları; şikâyet için ICO.',
    fadp: 'İsviçre (FADP m. 19): şikâyet için FDPIC.',
    lgpd: 'Brezilya (LGPD m. 9, 18): doğrulama, erişim, taşıma, silme; şikâyet için ANPD.',
    pipeda:
      'Kanada (PIPEDA): yalnız yukarıdaki amaçlar için; sorular yukarıdaki iletişime, şikâyet Privacy Commissioner’a.',
    ccpa: 'Kaliforniya (CCPA): kategoriler ses ve seçildiyse görüntüdür; yukarıdaki amaç ve süre için ve yalnız adı geçenler için.',
    'us-state-privacy': 'ABD, eyalet yasaları: erişim, düzeltme ve silme; başvurular yukarıdaki iletişime.',
  },
};
