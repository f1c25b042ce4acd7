import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'مراقبة الجودة',
  training: 'التدريب',
  disputes: 'حل النزاعات',
  compliance: 'واجبات قانونية',
  research: 'البحث العلمي',
  notes: 'الملاحظات',
  publication: 'النشر',
};

const spoken = (items: readonly string[]) => inTurn(items, '، و', '، ');
const off = (why: string) => `التسجيل متوقف: ${why} لا شيء قيد التسجيل الآن.`;

/** One, two, 3 to 10 (plural), 11 to 99 (accusative), whole hundreds; then by the last two digits. */
function counted(n: number, one: string, two: string, few: string, many: string): string {
  if (n === 1) return `${one} واحد`;
  if (n === 2) return two;
  const last = n % 100;
  if (last >= 3 && last <= 10) return `${n} ${few}`;
  return `${n} ${last >= 11 ? many : one}`;
}

const days = (n: number) =>
  period(
    n,
    (d) => counted(d, 'يوم', 'يومان', 'أيام', 'يوما'),
    (y) => (y === 1 ? 'سنة واحدة' : counted(y, 'سنة', 'سنتان', 'سنوات', 'سنة')),
  );

export const ar: Wording = {
  language: 'ar',
  direction: 'rtl',
  version: 1,
  purposeNames,
  purposeWhys: {
    quality: 'لمعرفة كيف تسير محادثات كهذه وتحسينها.',
    training: 'كي يتعلم الزملاء من هذه المحادثة.',
    disputes: 'لتوضيح ما قيل بإنصاف إذا حدث خلاف يوما ما.',
    compliance: 'لأن قانونا أو قاعدة مهنية تطلب توثيقا.',
    research: 'لدراسة: يستمع الباحثون إلى ما يقال ويحللونه.',
    notes: 'لتدوين ما قيل وما تقرر تدوينا صحيحا.',
    publication: 'قد تنشر أجزاء منه، في مقال أو بودكاست أو فيلم مثلا.',
  },
  detailsWord: 'التفاصيل',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'الصوت فقط' : 'الصوت وما يراه المضيف';
    const choice = optional.length > 0 ? [`اختياري: ${optional.join('، ')}.`] : [];
    const all = optional.length > 0 ? ' / أوافق على كل شيء' : '';
    return [
      ['هل يمكننا تسجيل هذا الاجتماع؟', `${what}، الغرض: ${named(terms, true, purposeNames).join('، ')}.`, ...choice],
      [`يحفظ مشفرا لدى المضيف: ${days(terms.keepDays)}؛ إثبات الإجابات: ${days(terms.proofDays)}.`],
      ['الرفض لا يضركم بشيء: نتابع بلا تسجيل.', 'هل معكم أحد؟ أخبرونا أولا.', 'في أي وقت: أوقفوا التسجيل / التفاصيل.'],
      [`اكتبوا: أوافق${all} / لا أوافق`],
    ];
  },
  part: (n, of) => `التسجيل؟ ${n}/${of}${n < of ? '، للنص بقية' : ''}:`,
  what: {
    sound: 'سيسجل الصوت فقط، من غير صورة.',
    'sound+picture': 'سيسجل الصوت وما يراه المضيف من الاجتماع.',
  },
  keep: (terms) =>
    `يبقى التسجيل مشفرا على حاسوب المضيف (${days(terms.keepDays)})، ثم يحذف. ` +
    `ويبقى اسمك بجانب إثبات إجابتك: ${days(terms.proofDays)}.`,
  on: 'التسجيل جار الآن: وافق جميع الحاضرين. في أي وقت: أوقفوا التسجيل',
  off: {
    paused: 'التسجيل متوقف مؤقتا. لا شيء قيد التسجيل الآن.',
    stopped: off('أنهاه المضيف.'),
    waiting: off('ننتظر أن يجيب جميع الحاضرين.'),
    declined: off('يفضل أحد الحاضرين ذلك، وهذا أمر عادي.'),
    unsure: off('ليس مؤكدا من الموجود هنا.'),
    fault: off('حدث خلل تقني.'),
    written:
      'هنا يجب أن تكون الموافقة مكتوبة. اضغطوا الزر في الشريط، أو اكتبوا هذا بالضبط مع الاسم الكامل: I, الاسم, agree in writing',
    implied: 'لا حاجة إلى كتابة شيء: من يبقى في هذا الاجتماع يوافق على التسجيل الذي يبدأ قريبا. وإلا فاكتبوا: لا أوافق',
  },
  end: 'يستمر الاجتماع كالمعتاد. لا شيء قيد التسجيل، ولا يلزم أحدا فعل أي شيء.',
  attested: (host, name, how) =>
    `من ${host} عن ${name}: دونت هنا موافقة ${how === 'aloud' ? 'شفهية' : 'على الورق'}. إن كان ذلك خطأ فاكتبوا: لا أوافق`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'الصوت فقط' : 'الصوت وما أراه من الاجتماع';
    return [
      `أود تسجيل هذا الاجتماع: ${what}. الغرض: ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0 ? [`وإن شئتم أيضا: ${spoken(optional)}؛ يمكنكم الموافقة من دون ذلك.`] : []),
      `يبقى التسجيل مشفرا على حاسوبي: ${days(terms.keepDays)}، ثم يحذف.`,
      `وتبقى ملاحظة بأنكم وافقتم: ${days(terms.proofDays)}.`,
      'وإن كنتم تفضلون عدم التسجيل فهذا أمر عادي ولا يضركم بشيء: نتابع ببساطة بلا تسجيل.',
      'يمكنكم تغيير رأيكم في أي وقت. هل معكم أحد يمكن سماعه؟',
      'هل توافقون على التسجيل؟ قولوا من فضلكم: أوافق، أو: لا أوافق.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `أوافق على التسجيل، الغرض: ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'لا أوافق على التسجيل.',
  withdrawn: () => 'أوقفوا التسجيل: أسحب موافقتي.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `الشخص ${person} من ${people} هنا: ` : '';
}
