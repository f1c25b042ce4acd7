/** "My place", in every language in which it is read: our banner's way of saying it, without a grammar that would bend the name. */
export const PLACE_LABELS: Readonly<Record<string, string>> = {
  en: 'My place',
  es: 'Mi lugar',
  fr: 'Mon lieu',
  de: 'Mein Ort',
  it: 'Il mio luogo',
  pt: 'O meu lugar',
  nl: 'Mijn plaats',
  pl: 'Moje miejsce',
  sv: 'Min plats',
  da: 'Mit sted',
  tr: 'Yerim',
  uk: 'Моє місце',
  ar: 'مكاني',
  hi: 'मेरी जगह',
  zh: '我的位置',
  ja: '私の場所',
};
