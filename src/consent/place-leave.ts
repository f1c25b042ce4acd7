/**
 * Leave for the host to remember a place for later meetings, as our banner writes it after the place. Each is one of the ways of REMEMBER,
 * so that it is understood in its own language.
 */
export const LEAVES: Readonly<Record<string, string>> = {
  en: ', please remember it',
  es: ', por favor, recuérdelo',
  fr: ', merci de le retenir',
  de: ', bitte merken',
  it: ', per favore, lo ricordi',
  pt: ', por favor, lembre-se disso',
  nl: ', graag onthouden',
  pl: ', proszę to zapamiętać',
  sv: ', kom gärna ihåg det',
  da: ', husk det venligst',
  tr: ', lütfen hatırlayın',
  uk: ', будь ласка, запамʼятайте',
  ar: '، من فضلك تذكر ذلك',
  hi: ', कृपया याद रखें',
  zh: '，请记住',
  ja: '、覚えておいてください',
};

/**
 * The same as people type it, after a place. It says "please" or "may": a bare "remember" is what one says to whoever has forgotten
 * ("I am in Germany, remember").
 */
export const REMEMBER: Readonly<Record<string, string>> = {
  en: 'please remember(?: it| this| that)?|remember (?:it|this|that),? please|(?:you|the host) (?:may|can) remember (?:it|this|that)',
  es: 'por favor,? (?:recuerdelo|recuerdalo|recuerdenlo)|(?:recuerdelo|recuerdalo|recuerdenlo),? por favor|(?:puede|puedes|pueden) recordarlo',
  fr: "merci de (?:le|vous en|t'en) (?:retenir|memoriser|souvenir)|(?:retenez|memorisez|retiens|memorise) le,? (?:s'il vous plait|s'il te plait|svp|stp)|(?:vous pouvez|tu peux) le (?:retenir|memoriser)",
  de: 'bitte (?:das |es )?merken|bitte (?:merken sie (?:es sich|sich das)|merk (?:es dir|dir das))|(?:sie durfen|du darfst) (?:es sich|sich das|es dir|dir das) merken',
  it: 'per favore,? (?:lo ricordi|ricordalo|ricordatelo)|(?:lo ricordi|ricordalo|ricordatelo),? per favore|(?:puo|puoi|potete) ricordarlo',
  pt: 'por favor,? (?:lembre se disso|lembra te disso|lembre disso|guarde isso)|(?:pode|podes) (?:lembrar se disso|lembrar te disso|guardar isso)',
  nl: '(?:graag|alstublieft|aub) onthouden|onthoud (?:het|dit|dat),? (?:alstublieft|alsjeblieft|aub)|(?:u|je) mag (?:het|dit|dat) onthouden',
  pl: 'prosze (?:to )?zapamietac|(?:moze pan|moze pani|mozesz|mozecie) to zapamietac',
  sv: 'kom garna ihag (?:det|detta)|snalla kom ihag (?:det|detta)|kom ihag (?:det|detta),? tack|(?:du|ni) far komma ihag (?:det|detta)',
  da: 'husk (?:det|dette) venligst|venligst husk (?:det|dette)|husk (?:det|dette),? tak|(?:du|i) ma gerne huske (?:det|dette)',
  tr: 'lutfen (?:bunu )?(?:hatirla|hatirlayin|hatirlayiniz)|(?:bunu )?hatirlayabilirsin(?:iz)?',
  uk: "будь ласка,? запам'ятай(?:те)?(?: це)?|запам'ятай(?:те)?(?: це)?,? будь ласка|(?:можете|можеш) це запам'ятати",
  ar: 'من فضلك تذكر(?: ذلك| هذا)?|(?:يرجى|ارجو) تذكر (?:ذلك|هذا)|يمكنك تذكر (?:ذلك|هذا)',
  hi: 'कृपया (?:इसे )?याद (?:रखें|रखिए)|आप इसे याद रख सकते हैं',
  zh: '(?:请|請)(?:记住|記住)(?:这个|這個|它)?|(?:您|你)?可以(?:记住|記住)(?:这个|這個|它)?',
  ja: '覚えておいて(?:ください|下さい)|覚えておいて(?:いいです|もいいです|かまいません)',
};

/** How somebody takes it back, a language each: the whole message. */
export const FORGET: Readonly<Record<string, string>> = {
  en: '(?:please )?forget (?:where i am|my place)(?:,? please)?',
  es: '(?:por favor,? )?(?:olvide|olvida|olviden) (?:donde estoy|mi lugar)(?:,? por favor)?',
  fr: "(?:s'il vous plait,? |s'il te plait,? )?(?:oubliez|oublie) (?:ou je suis|mon lieu)(?:,? (?:s'il vous plait|s'il te plait|svp|stp))?",
  de: '(?:bitte )?(?:vergessen sie|vergiss|vergesst)(?: bitte)?,? (?:wo ich bin|meinen ort)(?:,? bitte)?',
  it: '(?:per favore,? )?(?:dimentichi|dimentica|dimenticate) (?:dove sono|il mio luogo)(?:,? per favore)?',
  pt: '(?:por favor,? )?(?:esqueca|esquece|esquecam) (?:onde estou|o meu lugar)(?:,? por favor)?',
  nl: '(?:alstublieft |alsjeblieft )?vergeet (?:waar ik ben|mijn plaats)(?:,? (?:alstublieft|alsjeblieft|aub))?',
  pl: '(?:prosze )?(?:zapomniec|zapomnij|zapomnijcie),? (?:gdzie jestem|moje miejsce)',
  sv: '(?:snalla )?glom (?:var jag ar|min plats)(?:,? tack)?',
  da: 'glem(?: venligst)? (?:hvor jeg er|mit sted)(?:,? tak)?',
  tr: '(?:lutfen )?(?:nerede oldugumu|yerimi) unut(?:un|unuz)?(?:,? lutfen)?',
  uk: '(?:будь ласка,? )?забудь(?:те)?,? (?:де я|моє місце)(?:,? будь ласка)?',
  ar: '(?:من فضلك )?(?:انس|انسي|انسوا) (?:اين انا|مكاني)(?: من فضلك)?',
  hi: '(?:कृपया )?(?:भूल जाइए|भूल जाएं) कि मैं कहां हूं|(?:कृपया )?मेरी जगह भूल (?:जाइए|जाएं)',
  zh: '(?:请|請)?(?:忘记|忘記)我(?:在哪里|在哪裡|在哪儿|的位置)',
  ja: '(?:私の場所を|私がどこにいるかを?|どこにいるかを?)忘れて(?:ください|下さい)',
};
