/** Labels of the stand-in. They are ours, not Webex's: what matters is that they differ and that nothing may depend on them. */
const WORDS = {
  en: {
    join: 'Join now',
    name: 'Your name',
    left: 'You are out of the meeting',
    people: 'People here',
    chat: 'Chat',
    you: 'You',
    send: 'Send message',
    write: 'Write to everyone',
    leave: 'Leave now',
    hand: 'Raise hand',
    microphone: 'Microphone, currently unmuted',
    silent: 'Microphone, currently muted',
    close: 'Close',
  },
  de: {
    join: 'Jetzt beitreten',
    name: 'Dein Name',
    left: 'Du bist nicht mehr dabei',
    people: 'Wer da ist',
    chat: 'Chat',
    you: 'Du',
    send: 'Nachricht absenden',
    write: 'An alle schreiben',
    leave: 'Jetzt gehen',
    hand: 'Hand heben',
    microphone: 'Mikrofon an',
    silent: 'Mikrofon aus',
    close: 'Schließen',
  },
  ja: {
    join: '今すぐ参加',
    name: 'お名前',
    left: '会議から離れました',
    people: 'いる人',
    chat: 'チャット',
    you: 'あなた',
    send: '送信する',
    write: '全員に書く',
    leave: '離れる',
    hand: '手を挙げる',
    microphone: 'マイクオン',
    silent: 'マイクオフ',
    close: '閉じる',
  },
  ar: {
    join: 'انضم الآن',
    name: 'اسمك',
    left: 'لم تعد في الاجتماع',
    people: 'من هنا',
    chat: 'الدردشة',
    you: 'أنت',
    send: 'أرسل الرسالة',
    write: 'اكتب للجميع',
    leave: 'غادر الآن',
    hand: 'ارفع يدك',
    microphone: 'الميكروفون يعمل',
    silent: 'الميكروفون مكتوم',
    close: 'أغلق',
  },
} as const;

export type Language = keyof typeof WORDS;
const asked = new URLSearchParams(location.search).get('hl') ?? 'en';
export const language: Language = asked in WORDS ? (asked as Language) : 'en';
export const direction = language === 'ar' ? 'rtl' : 'ltr';

export function word(key: keyof (typeof WORDS)['en']): string {
  return WORDS[language][key];
}

/** Numbers as the language writes them. */
export function digits(n: number): string {
  return new Intl.NumberFormat(language === 'ar' ? 'ar-EG' : language, { useGrouping: false }).format(n);
}
