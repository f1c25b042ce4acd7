import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'गुणवत्ता',
  training: 'प्रशिक्षण',
  disputes: 'विवाद',
  compliance: 'कानूनी दायित्व',
  research: 'शोध',
  notes: 'नोट्स',
  publication: 'प्रकाशन',
};

const spoken = (items: readonly string[]) => inTurn(items, ' और ');
const off = (why: string) => `रिकॉर्डिंग अभी नहीं चल रही: ${why}`;
const days = (n: number) => period(n, unit('दिन', 'दिन'), unit('साल', 'साल'));

export const hi: Wording = {
  language: 'hi',
  direction: 'ltr',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'यह देखने के लिए कि ऐसी बातचीत कैसी चलती है, और उसे बेहतर बनाने के लिए।',
    training: 'ताकि सहकर्मी इस बातचीत से सीख सकें।',
    disputes: 'अगर कभी इस पर मतभेद हो कि क्या कहा गया था, तो उसे न्याय से सुलझाने के लिए।',
    compliance: 'क्योंकि कोई कानून या पेशे का नियम इसका प्रमाण माँगता है।',
    research: 'एक अध्ययन के लिए: शोधकर्ता कही गई बातें सुनते और उनका विश्लेषण करते हैं।',
    notes: 'जो कहा और तय किया गया, उसे सही-सही लिखने के लिए।',
    publication: 'इसके कुछ हिस्से सार्वजनिक हो सकते हैं, जैसे किसी लेख, पॉडकास्ट या फ़िल्म में।',
  },
  detailsWord: 'विवरण',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'केवल आवाज़' : 'आवाज़ और होस्ट का दृश्य';
    const choice = optional.length > 0 ? [`वैकल्पिक: ${optional.join(', ')}।`] : [];
    const all = optional.length > 0 ? ' / मैं सभी उद्देश्यों से सहमत हूँ' : '';
    return [
      ['क्या हम रिकॉर्ड कर सकते हैं?', `${what}; उद्देश्य: ${named(terms, true, purposeNames).join(', ')}।`, ...choice],
      [`होस्ट के पास एन्क्रिप्टेड: ${days(terms.keepDays)}; जवाबों का प्रमाण: ${days(terms.proofDays)}।`],
      ['मना करने में कोई नुकसान नहीं: बिना रिकॉर्डिंग बात चलेगी।', 'साथ में कोई है? पहले बताएँ।', 'कभी भी: रिकॉर्डिंग बंद करें / विवरण।'],
      [`लिखें: मैं सहमत हूँ${all} / मैं सहमत नहीं हूँ`],
    ];
  },
  part: (n, of) => `रिकॉर्डिंग? ${n}/${of}${n < of ? ', आगे पढ़ें' : ''}:`,
  what: {
    sound: 'केवल आवाज़ रिकॉर्ड होगी, तस्वीर नहीं।',
    'sound+picture': 'आवाज़ और मीटिंग का जो दृश्य होस्ट देखता है, वह रिकॉर्ड होगा।',
  },
  keep: (terms) =>
    `रिकॉर्डिंग होस्ट के कंप्यूटर पर एन्क्रिप्टेड रहती है (${days(terms.keepDays)}), फिर हटा दी जाती है। ` +
    `आपके जवाब के प्रमाण के साथ आपका नाम ${days(terms.proofDays)} तक रहता है।`,
  on: 'रिकॉर्डिंग अभी चल रही है: यहाँ मौजूद हर व्यक्ति ने सहमति दी है। कभी भी: रिकॉर्डिंग बंद करें',
  off: {
    paused: 'रिकॉर्डिंग पर अभी विराम है। इस समय कुछ भी दर्ज नहीं हो रहा।',
    stopped: off('होस्ट ने उसे समाप्त किया।'),
    waiting: off('हम यहाँ सबके जवाब का इंतज़ार कर रहे हैं।'),
    declined: off('यहाँ किसी को यही बेहतर लगता है, और यह ठीक है।'),
    unsure: off('यह पक्का नहीं है कि यहाँ कौन-कौन है।'),
    fault: off('कोई तकनीकी गड़बड़ी हुई।'),
    written:
      'यहाँ सहमति लिखित होनी चाहिए। बैनर का बटन दबाएँ, या अपने पूरे नाम के साथ ठीक यही लिखें: I, आपका नाम, agree in writing',
    implied:
      'कुछ लिखना ज़रूरी नहीं: जो इस बैठक में बने रहते हैं, वे थोड़ी देर में शुरू होने वाली रिकॉर्डिंग से सहमत हैं। अगर नहीं, तो लिखें: मैं सहमत नहीं हूँ',
  },
  end: 'मीटिंग हमेशा की तरह जारी है। इस समय कुछ भी दर्ज नहीं हो रहा, और किसी को कुछ करने की ज़रूरत नहीं है।',
  attested: (host, name, how) =>
    `${host} ने दर्ज किया: ${name} ने ${how === 'aloud' ? 'बोलकर' : 'काग़ज़ पर'} सहमति दी। अगर यह ग़लत है, तो लिखें: मैं सहमत नहीं हूँ`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'केवल आवाज़' : 'आवाज़ और मीटिंग का जो दृश्य मुझे दिखता है';
    return [
      `मैं यह मीटिंग रिकॉर्ड करना चाहूँगा या चाहूँगी: ${what}। उद्देश्य: ${spoken(named(terms, true, purposeNames))}।`,
      ...(optional.length > 0 ? [`अगर आप चाहें, तो इनके लिए भी: ${spoken(optional)}; इनके बिना भी सहमति दे सकते हैं।`] : []),
      `रिकॉर्डिंग मेरे कंप्यूटर पर एन्क्रिप्टेड रहेगी (${days(terms.keepDays)}), फिर हटा दी जाएगी।`,
      `आपकी सहमति का नोट ${days(terms.proofDays)} तक रहेगा।`,
      'अगर आप न चाहें, तो यह ठीक है और इससे कोई नुकसान नहीं: हम बिना रिकॉर्डिंग के बात जारी रखेंगे।',
      'आप कभी भी अपना मन बदल सकते हैं। क्या आपके साथ कोई है जिसकी आवाज़ सुनाई दे सकती है?',
      'क्या आप रिकॉर्डिंग के लिए सहमत हैं? कृपया कहें: मैं सहमत हूँ, या: मैं सहमत नहीं हूँ।',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `मैं रिकॉर्डिंग के लिए सहमत हूँ, उद्देश्य: ${spoken(namesOf(said.purposes, purposeNames))}।`,
  refused: () => 'मैं रिकॉर्डिंग के लिए सहमत नहीं हूँ।',
  withdrawn: () => 'रिकॉर्डिंग बंद करें: अब मैं सहमत नहीं हूँ।',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `यहाँ व्यक्ति ${person}, कुल ${people}: ` : '';
}
