import { phraseBook } from './grammar.ts';

const REC =
  '(?:inspeln\\S*|inspelad\\S*|inspelat|inspelare?n?|spela[rsd]?e?t? (?:(?:inte|mig|oss|det|detta|mötet|samtalet) ){0,2}in|filmar?|filmad?s?|transkri\\S*)';
const SMALL =
  'den|det|de|en|ett|min|mitt|din|er|vår|vårt|denna|detta|här|nu|av|med|till|för|att|mig|oss|mötet|samtalet|genast|snälla|tack|bli|blir|jag|vi|på|mer|hela';

export const sv = phraseBook({
  language: 'sv',
  latin: true,
  yes: `jag samtycker | ja, jag samtycker | ja jag samtycker | jag samtycker till inspelningen | jag samtycker till inspelning
    ja, jag samtycker till inspelningen | jag samtycker till att bli inspelad | jag godkänner | ja, jag godkänner
    jag godkänner inspelningen | ja, jag godkänner inspelningen | jag godkänner inspelning | jag accepterar | ja, jag accepterar
    jag accepterar inspelningen | jag accepterar att bli inspelad | jag går med på inspelningen | jag går med på det
    jag går med på att bli inspelad | jag ger mitt samtycke | ja, jag ger mitt samtycke | jag ger mitt samtycke till inspelningen
    jag ger mitt godkännande | jag tillåter inspelningen | ni får spela in mig | du får spela in mig | ja, ni får spela in mig
    ja, du får spela in mig`,
  yesToAll: `jag samtycker till allt | ja, jag samtycker till allt | jag godkänner allt | ja, jag godkänner allt | jag accepterar allt
    jag går med på allt | jag samtycker till alla ändamål | jag godkänner alla ändamål`,
  perhapsYes: `ja | jaa | ja ja | jajamän | jo | jo då | joda | japp | jepp | jadå | ja tack | ja visst | ja gärna | ja absolut | visst | javisst
    självklart | såklart | absolut | naturligtvis | givetvis | gärna | ok | okej | okey | okay | ja okej | ja det går bra | det går bra
    går bra | det är ok | det är okej | det är lugnt | lugnt | helt ok | helt okej | inga problem | inget problem | inga invändningar
    jag har inget emot det | har inget emot det | inget emot | kör | kör på | kör bara | varsågod | varsågoda | för min del går det bra
    för mig går det bra | det får ni | det får du | godkänt | godkänner | samtycker | överens | bra | toppen | perfekt | fint | okejdå
    ja till allt | allt | precis`,
  no: `nej | nej nej | nä | nää | nej tack | nix | nope | aldrig | aldrig i livet | absolut inte | verkligen inte | självklart inte
    naturligtvis inte | såklart inte | inte alls | helst inte | hellre inte | nej helst inte | helst ej | inte jag | inte mig | inte med mig
    utan mig | jag vill inte | vill inte | det vill jag inte | jag vill helst inte | jag vill inte det | jag samtycker inte
    samtycker inte | samtycker ej | jag godkänner inte | godkänner inte | godkänner ej | jag accepterar inte | accepterar inte
    jag går inte med på det | går inte med på det | det går jag inte med på | jag tillåter inte det | jag håller inte med
    jag ger inte mitt samtycke | inget samtycke | jag vägrar | jag avböjer | jag avstår | jag motsätter mig | jag protesterar
    jag är emot | jag är emot det | emot | jag säger nej | mitt svar är nej | det går inte bra | går inte bra | inte ok | inte okej
    det är inte ok | det är inte okej | ej ok | ingen inspelning | spela inte in | inte spela in | utan inspelning | avslag | glöm det`,
  withdrawn: `stopp | stop | stoppa | stoppa det | stoppa nu | sluta | sluta nu | sluta med det | avbryt | avsluta | stäng av | stäng av det
    stäng av den | stäng av nu | det räcker | det räcker nu | basta | kan du stoppa | kan ni stoppa | kan ni sluta | kan du sluta
    kan ni stänga av | kan du stänga av | jag tar tillbaka det | jag tar tillbaka | jag drar tillbaka | jag drar tillbaka det
    jag återkallar | jag återkallar det | jag återkallar mitt samtycke | jag tar tillbaka mitt samtycke
    jag drar tillbaka mitt samtycke | jag har ändrat mig | jag ändrar mig | har ändrat mig | jag ångrar mig | ångrar mig | jag vill inte längre
    inte längre | jag samtycker inte längre | nej förresten`,
  pausing: `paus | pausa | pausa nu | ta paus | ta en paus | en paus | kan vi pausa | kan ni pausa | kan du pausa | kan vi ta en paus
    off the record`,
  courtesy: `snälla | är du snäll | är ni snälla | tack | tack så mycket | tackar | förlåt | ursäkta | tyvärr | ledsen | jag är ledsen | beklagar | hej
    hallå | hejsan | god morgon | allihop | alla | nu | då | alltså | eh | öh | men | jaha`,
  record: REC,
  small: SMALL,
  not: 'inte|ej|icke|aldrig|ingen|inget|inga',
  agree:
    '(?<! (?:inte|ej|ni|du) )(?:samtycker|godkänner|accepterar|tillåter)(?! (?:(?:jag|vi) )?(?:inte|ej|ni|du) )|(?:går|gå) (?:jag |vi )?(?:gärna )?med på|(?:ger|lämnar) (?:\\S+ ){0,2}(?:samtycke|godkännande|tillåtelse)',
  agreeing: 'samtyck(?:er|a|te)|godkänn(?:er|a|de|t)|accepter(?:ar|a|at)|med på|håller med|tillåt(?:er|a)',
  aside: 'att du|att ni|att det|att vi|med|din|ditt|er|ert|din|priset|avtalet|fakturan|inbjudan|hans|hennes',
  between: 'riktigt|helt|alls|att|kan|med|jag|vi|går|längre|vill|till|ge',
  want: 'vill|önskar|får|tillåter|accepterar|godkänner|samtycker|gillar|tycker om|bekväm|bekvämt|går med på|ok|okej|bra|villig|samtycka|godkänna|acceptera|känns bra|känner mig bekväm',
  consent: 'samtycke|godkännande|tillåtelse|tillstånd|medgivande',
  against:
    'emot|mot|vägrar|motsätter mig|protesterar|förbjud\\S*|avböjer|obekväm\\S*|obehaglig\\S*|avstår från|säger nej till|nej till',
  noLonger: 'inte (?:\\S+ ){0,2}längre|inte (?:\\S+ ){0,2}mer|ej längre',
  stop: 'stopp(?:a|as)?|sluta?(?: med)?(?: att)?|avbryt|avbryta|avsluta|stäng(?:a)? av|slå av|slå(?:ss)? av|koppla(?:s)? från|upphör(?:a)?(?: med)?|kapa',
  takeBack: '(?:tar|ta|drar|dra|taga) (?:\\S+ )?tillbaka|tillbaka|återkall(?:ar|a)|återta(?:r)?',
  erase: 'radera|raderas|ta bort|tas bort|släng|förstör|kasta',
  pause: 'pausa|pausad|pausat|pausar|pausade|paus i|gör paus i|vila',
  trouble:
    'orolig\\S*|oroar|problem|tvekar|tveksam\\S*|rädd|nervös\\S*|osäker\\S*|utan|olagligt?|konstigt?|tvivel|skeptisk',
  fine: 'ja|ok|okej|bra|gärna|visst|absolut|får|kan ni|kan du gärna|inget emot|problem|invändningar|bekväm|samtycke|lugnt|godkänt|accepterar',
  noProblem:
    '(?:inget|ingenting|inte (?:något|någonting)) emot|(?:inga|inget|inte några|inte något) (?:problem|invändningar?|bekymmer)(?: mot| med)?|gör (?:mig |oss )?(?:inget|ingenting)|stör (?:mig|oss) inte|inte emot|ingen fara|oroa (?:dig|er) inte',
  missing: 'hör|höra|ser|se|hittar|hitta|har|fått|får upp|öppnar|öppna|få|glöm',
  harmless: [
    `(?:inte|aldrig|utan att|behöver inte|behövs inte) (?:(?:${SMALL}|${REC}) ){0,3}(?:stoppa|sluta|avbryta|stänga av|avsluta|pausa)(?: (?:${SMALL}|${REC}))*`,
    `(?:stoppa|sluta|avbryt|stäng|stäng av|avsluta|pausa) (?:(?:${SMALL}) ){0,2}inte(?: (?:av|${SMALL}|${REC}))*`,
    `(?:hör|ser|hittar|har|fick|öppnar) (?:\\S+ )?inte (?:\\S+ ){0,2}${REC}`,
    '(?:om|ifall) (?:ni|du|någon|man) (?:inte|ej) (?:samtycker|godkänner|accepterar|går med på|håller med)|(?:samtycker|godkänner|accepterar) (?:ni|du)(?: inte)?(?: alla)?|går (?:ni|du) (?:inte )?med på|den som inte (?:samtycker|godkänner)|håller (?:ni|du) (?:inte )?med',
  ],
  more: {
    no: [
      '(?:samtycker|godkänner|accepterar|tillåter) (?:jag |vi )?(?:\\S+ )?(?:inte|ej|aldrig)(?! (?:din|ditt|er|ert|priset|avtalet|inbjudan|fakturan|hans|hennes) )',
      `(?:går|gick) (?:\\S+ )?(?:inte|ej|aldrig) med på (?:\\S+ ){0,3}(?:${REC}|det)`,
      `(?:vill|önskar|gillar|får|tycker|känner mig|skulle) (?:\\S+ ){0,2}(?:inte|ej|ingen|aldrig|helst inte) (?:\\S+ ){0,5}${REC}`,
      'spela inte in|spela (?:\\S+ )?(?:inte|ej|aldrig) (?:\\S+ )?in|(?:inte|ej|aldrig) (?:spela|spelas|filma)(?: (?:mig|oss|det))?(?: in)?(?= (?:snälla |tack |mig |oss |detta |det här )*$)',
      `(?:helst|hellre|vill helst|föredrar) (?:\\S+ ){0,2}(?:inte|ingen|utan|att inte) (?:\\S+ ){0,3}${REC}`,
      `(?:ingen|utan|inga) (?:(?:${SMALL}|någon) ){0,2}${REC}(?= (?:tack |snälla |idag )*$)`,
      'utan (?:mitt|vårt|min|något|att fråga) (?:\\S+ )?(?:samtycke|tillåtelse|godkännande|tillstånd|medgivande)',
      `${REC} (?:är|känns|går) (?:\\S+ )?inte (?:ok|okej|bra|tillåten|tillåtet)`,
      `(?:jag går|jag lämnar|jag lägger på) (?:\\S+ )?om (?:\\S+ ){0,3}${REC}`,
    ],
    perhapsNo: [`${REC} (?:gör|känns) (?:\\S+ )?`.trim(), 'håller inte med'],
    withdrawn: [
      `stäng(?:a)? (?:(?:${SMALL}) ){0,3}${REC} av|stäng(?:a)? av (?:(?:${SMALL}) ){0,3}${REC}`,
      `inte (?:\\S+ ){0,3}${REC} (?:längre|mer)`,
      '(?:klipp|ta|plocka) (?:bort )?(?:mig|min röst|oss) (?:\\S+ )?(?:från|ur|bort)',
    ],
    perhapsWithdrawn: [
      'ändrat mig',
      '(?:vill|måste|behöver) (?:jag |vi )?(?:nu )?(?:sluta|avbryta|stoppa)(?= $)',
      `(?:stoppade|stoppat|stoppar|avslutat|avbröt|slutar|slutat) (?:\\S+ ){0,3}${REC}(?= $)|${REC} (?:stoppad|avslutad|slut)(?= $)`,
    ],
    pause: ['off the record', 'oss emellan'],
    perhapsYes: ['mitt samtycke', 'spela gärna in', `(?:samtycker|godkänner|accepterar) (?:\\S+ )?${REC}`],
  },
  company:
    'vi|oss|båda|bägge|alla(?! ändamål)|allihop|å mitt teams vägnar|vägnar|person \\d+ av|och jag|jag och|för mitt team|min (?:\\S+ )?(?:fru|man|sambo|chef|kollega|dotter|son|mamma|pappa|advokat|vän)|mitt (?:\\S+ )?team',
  please: 'kan du|kan ni|kan vi|kunde|skulle|vill du|vill ni|snälla|varför inte|ska vi',
  which: 'när|vem|var|har|hade|tills',
});
