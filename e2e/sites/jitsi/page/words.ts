/** Labels of the stand-in. They are ours, not Jitsi's: what matters is that they differ and that nothing may depend on them. */
const WORDS = {
  en: {
    join: 'Join meeting',
    name: 'Your name',
    participants: 'Participants',
    chat: 'Open chat',
    me: 'me',
    moderator: 'Moderator',
    send: 'Type a message',
    leave: 'Leave the meeting',
    microphone: 'Mute microphone',
    left: 'You have left',
    waiting: 'In the lobby',
    close: 'Close',
    records: 'Recording has started',
  },
  de: {
    join: 'Konferenz beitreten',
    name: 'Dein Name',
    participants: 'Anwesende',
    chat: 'Chat öffnen',
    me: 'ich',
    moderator: 'Moderation',
    send: 'Nachricht eingeben',
    leave: 'Konferenz verlassen',
    microphone: 'Mikrofon stummschalten',
    left: 'Du bist gegangen',
    waiting: 'In der Lobby',
    close: 'Schließen',
    records: 'Aufnahme läuft',
  },
  ja: {
    join: 'ミーティングに参加',
    name: 'お名前',
    participants: '参加者一覧',
    chat: 'チャットを開く',
    me: '自分',
    moderator: 'モデレーター',
    send: 'メッセージを入力',
    leave: '退出する',
    microphone: 'マイクを切る',
    left: '退出しました',
    waiting: 'ロビーで待機中',
    close: '閉じる',
    records: '録画を開始しました',
  },
  ar: {
    join: 'الانضمام للاجتماع',
    name: 'اسمك',
    participants: 'الحاضرون',
    chat: 'فتح المحادثة',
    me: 'أنا',
    moderator: 'المشرف',
    send: 'اكتب رسالة',
    leave: 'غادر الاجتماع',
    microphone: 'كتم الميكروفون',
    left: 'لقد غادرت',
    waiting: 'في الردهة',
    close: 'إغلاق',
    records: 'بدأ التسجيل',
  },
} as const;

type Language = keyof typeof WORDS;
const asked = new URLSearchParams(location.search).get('lang') ?? 'en';
export const language: Language = asked in WORDS ? (asked as Language) : 'en';
export const direction = language === 'ar' ? 'rtl' : 'ltr';

export function word(key: keyof (typeof WORDS)['en']): string {
  return WORDS[language][key];
}
