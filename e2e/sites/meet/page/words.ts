/** Labels of the stand-in. They are ours, not Meet's: what matters is that they differ and that nothing may depend on them. */
const WORDS = {
  en: [
    'Join now',
    'Your name',
    'People',
    'Chat with everyone',
    'Participants',
    'You',
    'Send a message',
    'Leave call',
    'Meeting host',
    'Presentation',
    'You left the meeting',
    'Waiting to be let in',
    'Close',
  ],
  de: [
    'Jetzt teilnehmen',
    'Dein Name',
    'Personen',
    'Mit allen chatten',
    'Teilnehmer',
    'Ich',
    'Nachricht senden',
    'Anruf verlassen',
    'Organisation',
    'Präsentation',
    'Du hast die Besprechung verlassen',
    'Wartet auf Einlass',
    'Schließen',
  ],
  ja: [
    '今すぐ参加',
    'お名前',
    'ユーザー',
    '全員とチャット',
    '参加者',
    '自分',
    'メッセージを送信',
    '通話から退出',
    '会議の主催者',
    'プレゼンテーション',
    '会議から退出しました',
    '参加承認待ち',
    '閉じる',
  ],
  ar: [
    'الانضمام الآن',
    'اسمك',
    'الأشخاص',
    'محادثة مع الجميع',
    'المشاركون',
    'أنت',
    'إرسال رسالة',
    'مغادرة المكالمة',
    'مضيف الاجتماع',
    'عرض تقديمي',
    'لقد غادرت الاجتماع',
    'في انتظار السماح بالدخول',
    'إغلاق',
  ],
} as const;
const KEYS = [
  'join',
  'name',
  'people',
  'chat',
  'participants',
  'you',
  'send',
  'leave',
  'host',
  'presentation',
  'left',
  'waiting',
  'close',
] as const;

export type Language = keyof typeof WORDS;
const asked = new URLSearchParams(location.search).get('hl') ?? 'en';
export const language: Language = asked in WORDS ? (asked as Language) : 'en';
export const direction = language === 'ar' ? 'rtl' : 'ltr';

export function word(key: (typeof KEYS)[number]): string {
  return WORDS[language][KEYS.indexOf(key)] ?? key;
}

/** Numbers as the language writes them. */
export function digits(n: number): string {
  return new Intl.NumberFormat(language === 'ar' ? 'ar-EG' : language, { useGrouping: false }).format(n);
}
