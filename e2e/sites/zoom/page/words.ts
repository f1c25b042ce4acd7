/** Labels of the stand-in. They are ours, not Zoom's: what matters is that they differ and that nothing may depend on them. */
const WORDS = {
  en: {
    join: 'Join',
    name: 'Your name',
    people: 'Participants',
    chat: 'Chat',
    everyone: 'Everyone',
    to: 'to',
    you: 'You',
    me: 'me',
    host: 'Host',
    privately: 'Privately',
    send: 'send',
    leave: 'Leave',
    left: 'You have left the meeting',
    waiting: 'Waiting room',
    soon: 'The host will let you in soon',
    write: 'Type message here ...',
    microphone: 'my microphone',
    close: 'Close',
  },
  de: {
    join: 'Beitreten',
    name: 'Dein Name',
    people: 'Teilnehmende',
    chat: 'Chat',
    everyone: 'Alle',
    to: 'an',
    you: 'Du',
    me: 'ich',
    host: 'Leitung',
    privately: 'Privat',
    send: 'senden',
    leave: 'Verlassen',
    left: 'Du bist nicht mehr im Meeting',
    waiting: 'Warteraum',
    soon: 'Gleich wirst du eingelassen',
    write: 'Nachricht schreiben ...',
    microphone: 'mein Mikrofon',
    close: 'Schließen',
  },
  ja: {
    join: '参加',
    name: 'お名前',
    people: '参加者',
    chat: 'チャット',
    everyone: '全員',
    to: '→',
    you: 'あなた',
    me: '自分',
    host: 'ホスト',
    privately: 'プライベート',
    send: '送信',
    leave: '退出',
    left: 'ミーティングから退出しました',
    waiting: '待機室',
    soon: 'まもなく入室できます',
    write: 'メッセージを入力',
    microphone: 'マイク',
    close: '閉じる',
  },
  ar: {
    join: 'انضمام',
    name: 'اسمك',
    people: 'المشاركون',
    chat: 'الدردشة',
    everyone: 'الجميع',
    to: 'إلى',
    you: 'أنت',
    me: 'أنا',
    host: 'المضيف',
    privately: 'بشكل خاص',
    send: 'إرسال',
    leave: 'مغادرة',
    left: 'لقد غادرت الاجتماع',
    waiting: 'غرفة الانتظار',
    soon: 'سيُسمح لك بالدخول قريبًا',
    write: 'اكتب رسالة هنا',
    microphone: 'الميكروفون',
    close: 'إغلاق',
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
