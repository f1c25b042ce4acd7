import { phraseBook } from './grammar.ts';

const REC =
  '(?:(?:scherm|geluids|beeld|video)?opna(?:me|mes|men)\\S*|opne(?:men|emt|em)|opgenomen|opneemt|neemt? (?:\\S+ ){0,3}op|gefilmd|filmen|transcri\\S*|getranscribeerd|opnemer)';
const SMALL =
  'de|het|een|die|dat|deze|dit|van|met|voor|in|te|mij|me|ons|mijn|onze|jullie|uw|je|u|nu|even|alsjeblieft|aub|graag|meteen|er|maar|om|gesprek|vergadering|meer|worden|word|wordt|ook';
const FILL = `(?:(?:${SMALL}|ga|hier|hiermee|ermee|daarmee|mee|echt|helemaal|eens|volledig|zeker|ben|ik|wij|we|${REC}) ){0,5}`;

export const nl = phraseBook({
  language: 'nl',
  latin: true,
  yes: `ik ga akkoord | ja, ik ga akkoord | ja ik ga akkoord | ik ga akkoord met de opname | ik ga akkoord met opname
    ja, ik ga akkoord met de opname | ik ga akkoord met het opnemen | ik ga ermee akkoord | ja, ik ga ermee akkoord | ik ga hiermee akkoord
    ik ben akkoord | ja, ik ben akkoord | ik ben akkoord met de opname | ik stem in | ja, ik stem in | ik stem ermee in
    ik stem in met de opname | ik stem toe | ik geef toestemming | ja, ik geef toestemming | ik geef mijn toestemming
    ik geef toestemming voor de opname | ik geef toestemming om mij op te nemen | ik accepteer de opname | ja, ik accepteer de opname
    je mag me opnemen | je mag mij opnemen | u mag mij opnemen | u mag me opnemen | jullie mogen me opnemen | jullie mogen mij opnemen
    ja, je mag me opnemen | ja, u mag mij opnemen | ja, jullie mogen me opnemen`,
  yesToAll: `ik ga overal mee akkoord | ik ga akkoord met alles | ja, ik ga akkoord met alles | ik ga met alles akkoord
    ja, ik ga overal mee akkoord | ik ga akkoord met alle doelen | ik ga akkoord met alle doeleinden | ik stem in met alles`,
  perhapsYes: `ja | jaja | ja ja | ja hoor | jawel | jazeker | ja graag | ja prima | ja natuurlijk | ja is goed | jep | jup | yes | tuurlijk
    natuurlijk | zeker | zeker weten | uiteraard | vanzelfsprekend | ok | oké | okee | okay | oki | akkoord | eens | mee eens | prima
    prima hoor | goed | goed hoor | is goed | dat is goed | dat is prima | dat mag | mag | mag hoor | van mij mag het | graag | best | doe maar
    ga je gang | ga uw gang | gaat uw gang | ga maar | geen probleem | geen enkel probleem | geen bezwaar | geen bezwaren | vind ik goed
    vind ik prima | vind ik oké | ik vind het goed | ik vind het prima | ik vind het best | lijkt me prima | lijkt me goed
    maakt me niet uit | maakt mij niet uit | maakt niet uit | geen punt | nee geen probleem | nee hoor geen probleem | nee hoor dat mag | komt goed | top | helemaal goed | ja voor alles | alles
    ik accepteer | geaccepteerd | toegestaan`,
  no: `nee | neen | nee nee | neej | nee hoor | nee dank je | nee dank u | nee bedankt | nooit | nooit van mijn leven | absoluut niet
    zeker niet | natuurlijk niet | beslist niet | liever niet | bij voorkeur niet | beter van niet | beter niet | nee liever niet
    geen denken aan | geen sprake van | echt niet | in geen geval | onder geen beding | ik niet | mij niet | zonder mij | niet met mij
    ik wil niet | wil ik niet | ik wil het niet | ik wil dat niet | dat wil ik niet | ik wil liever niet | ik ga niet akkoord
    ga niet akkoord | ik ga er niet mee akkoord | ik ga daar niet mee akkoord | niet akkoord | ik ben niet akkoord | ik ben het niet eens
    ik ben het er niet mee eens | niet mee eens | ik stem niet in | ik stem niet toe | ik geef geen toestemming | geen toestemming | ik weiger
    weiger ik | geweigerd | ik maak bezwaar | bezwaar | ik heb bezwaar | ik ben tegen | ik ben er tegen | ik ben ertegen | tegen
    ik zeg nee | mijn antwoord is nee | dat mag niet | mag niet | niet goed | niet oké | vind ik niet goed | vind ik niet oké
    vind ik niet prettig | geen opname | geen opnames | niet opnemen | zonder opname | vergeet het maar | doe maar niet | nope`,
  withdrawn: `stop | stop maar | stop ermee | stoppen | hou op | houd op | hou ermee op | ophouden | halt | genoeg | zo is het genoeg | basta
    uit | zet uit | zet het uit | zet dat uit | zet hem uit | zet maar uit | uitzetten | afbreken | kun je stoppen | kan je stoppen
    kunt u stoppen | kunnen jullie stoppen | kun je ermee stoppen | wil je stoppen | ik trek het in | ik trek in
    ik trek mijn toestemming in | ik trek me terug | ik neem het terug | ik kom erop terug | ik ben van gedachten veranderd
    van gedachten veranderd | ik heb me bedacht | ik bedenk me | toch maar niet | toch niet | toch liever niet | ik wil niet meer
    niet meer | ik ga niet meer akkoord`,
  pausing: `pauze | even pauze | pauzeren | pauzeer | pauzeer even | neem pauze | kunnen we pauzeren | kun je pauzeren | kunt u pauzeren
    kunnen we even pauzeren | off the record`,
  courtesy: `alsjeblieft | graag | alstublieft | aub | ajb | svp | dank je | dank u | dank je wel | dank u wel | dankjewel | bedankt | dank
    sorry | het spijt me | helaas | excuus | hallo | hoi | dag | goedemorgen | goedemiddag | mensen | allemaal | jongens | nu | meteen | even
    nou | dus | eh | uh | ach | maar | jammer`,
  record: REC,
  small: SMALL,
  not: 'niet|geen|nooit|nimmer|noch',
  agree: `(?:ga|gaan|ben|zijn) (?!jullie |u |je )(?:ik |wij |we )?${FILL}akkoord|stem(?:men)? (?:ik |we )?${FILL}(?:in|toe)|(?:geef|geven) (?:\\S+ ){0,2}toestemming|accepteer|accepteren`,
  agreeing: 'akkoord|instemmen|in te stemmen|toestemmen|mee eens|accepteer\\S*|accepteren|goedkeuren|goed vind\\S*',
  aside: 'met|dat|over|van|op|het|jouw|je|uw|jullie|hun|zijn|haar',
  between: 'ermee|mee|hiermee|daarmee|echt|helemaal|zo|er|met|de|opname|ga|meer|ben|kan|ik',
  want: 'wil|willen|wilt|wens|wensen|mag|mogen|sta|staan|vind|vinden|prettig|op mijn gemak|comfortabel|bereid|accepteer|accepteren|akkoord|ok|oké|goed|toe dat|toe|hebben|graag',
  consent: 'toestemming|goedkeuring|akkoord gegeven|instemming',
  against:
    'tegen|weiger\\S*|bezwaar|bezwaren|verbied\\S*|verboden|ongemakkelijk|onprettig|onaangenaam|afwijz\\S*|wijs (?:\\S+ ){0,2}af',
  noLonger: 'niet (?:\\S+ ){0,2}(?:meer|langer)|geen (?:\\S+ )?meer',
  stop: 'stop(?:pen|t|te)?(?: met)?|gestopt worden|be(?:e|ë)indig(?:en|t)?|afbreken|breek|uitzetten|uitschakelen|schakel|hou(?:d|den)? op(?: met)?|ophouden(?: met)?|ermee ophouden|zet|stilleggen|uit(?= $)|staak|staken',
  takeBack: 'trek(?:ken)?|intrekken|in te trekken|herroep\\S*|terug(?:trekken|nemen|te trekken|te nemen)|neem',
  erase: 'wis(?:sen|t)?|verwijder(?:en|t)?|te wissen|te verwijderen|vernietig(?:en|t)?|gooi weg',
  pause: 'pauzeer(?:t|de)?|pauzeren|gepauzeerd|onderbreek|onderbreken|op pauze(?: zetten)?',
  trouble:
    'zorgen|moeite|problemen|twijfel\\S*|bang|nerveus|zenuwachtig|niemand|zonder|illegaal|raar|vreemd|onzeker|huiverig',
  fine: 'ja|ok|oké|goed|prima|graag|akkoord|mag|mogen|kunt|kun|kan wel|geen probleem|geen bezwaar|niets tegen|niks tegen|eens|best|vind het goed|fijn|probleem|bezwaar|toestemming',
  noProblem:
    '(?:niets|niks) (?:er)?(?:op )?tegen|geen (?:enkel |enkele )?(?:problemen|probleem|bezwaren|bezwaar|punt|moeite)(?: tegen| met)?|maakt (?:me|mij|ons) niets? uit|maakt niets? uit|(?:vind|vinden) (?:\\S+ )?(?:niet|niks) erg|niet tegen|stoort (?:me|mij|ons) niet|geen zorgen|zonder probleem',
  missing:
    'hoor|horen|zie|zien|vind|vinden|heb|hebben|gekregen|krijg|open|openen|gevonden|vergeet|beluisteren|downloaden',
  harmless: [
    `(?:niet|nooit|zonder te|hoeft niet te|hoef je niet te) (?:(?:${SMALL}|${REC}) ){0,4}(?:stoppen|ophouden|uitzetten|pauzeren|onderbreken|afbreken)(?: (?:${SMALL}|met|${REC}))*`,
    `(?:stop|hou|houd|zet) (?:(?:${SMALL}|${REC}) ){0,3}niet(?: (?:op|uit|${SMALL}|${REC}))*`,
    `${REC} (?:\\S+ ){0,2}(?:niet|nooit) (?:\\S+ )?(?:vinden|zien|horen|openen|gekregen|gevonden|afspelen)`,
    'als (?:je|u|jullie|iemand) (?:het |er |hier )?niet (?:\\S+ )?(?:akkoord|eens)\\S*|(?:gaan|ga|bent|ben|zijn|gaat) (?:jullie|je|u) (?:\\S+ ){0,2}(?:niet )?(?:mee )?(?:akkoord|eens)|wie niet akkoord gaat',
  ],
  more: {
    no: [
      `stem(?:men)? ${FILL}niet ${FILL}(?:in|toe)`,
      `(?:wil|willen|wilt|wens|mag|mogen|sta|vind|heb) (?:\\S+ ){0,3}(?:niet|geen|liever niet) (?:\\S+ ){0,5}${REC}`,
      `(?:niet|geen) (?:(?:${SMALL}) ){0,3}(?:opnemen|opgenomen worden|opnames?|filmen)(?= (?:alsjeblieft |alstublieft |aub |graag |dank je )*$)`,
      '(?:neem|nemen|neemt) (?:\\S+ ){0,3}niet (?:\\S+ )?op',
      `(?:liever|beter|graag) (?:(?:${SMALL}) ){0,3}(?:niet|geen|zonder) (?:\\S+ ){0,3}${REC}`,
      `(?:geen|zonder) (?:(?:${SMALL}) ){0,2}${REC}(?= (?:alsjeblieft |alstublieft |aub |graag |dank je |vandaag )*$)`,
      'zonder (?:mijn|onze|enige|te vragen) (?:\\S+ )?(?:toestemming|goedkeuring|instemming)',
      `${REC} (?:is|vind ik|mag) (?:\\S+ )?niet(?: (?:ok|oké|goed|toegestaan|prettig|fijn|akkoord|gewenst))?`,
      `(?:ik ga weg|ik vertrek|ik hang op) als (?:\\S+ ){0,3}${REC}`,
    ],
    perhapsNo: [`${REC} (?:maakt|vind) (?:me|mij|ik)`, '(?:niet mee eens|oneens)'],
    withdrawn: [
      `(?:zet|schakel|breek|leg) (?:(?:${SMALL}) ){0,3}${REC} (?:(?:${SMALL}) ){0,3}(?:uit|af|stil)`,
      '(?:haal|knip|laat) (?:mij|me|ons|mijn stem) (?:\\S+ )?(?:uit|van|weg)',
    ],
    perhapsWithdrawn: [
      '(?:gedachten veranderd|me bedacht)',
      '(?:wil|willen|moeten) (?:ik |we |wij )?(?:nu )?(?:stoppen|ophouden)(?= $)',
      `${REC} (?:(?:${SMALL}|al|is) ){0,2}(?:gestopt|beëindigd|uitgezet)(?= $)|(?:stopt|stopte|gestopt|stoppen|beëindigd) (?:\\S+ ){0,3}${REC}(?= $)`,
    ],
    pause: ['off the record', 'onder ons'],
    perhapsYes: ['mijn toestemming', 'neem me op|neem mij op'],
  },
  company:
    'wij|we|ons|beiden|allebei|allemaal|iedereen|zijn|gaan|stemmen|geven|namens|persoon \\d+ van|en ik|ik en|mijn (?:\\S+ )?(?:vrouw|man|partner|baas|chef|collega|team|zoon|dochter|moeder|vader|advocaat|vriend|vriendin)',
  please: 'kun|kan je|kunt|kunnen|zou|zouden|wil je|wilt u|alsjeblieft|alstublieft|aub|waarom niet|mogen we',
  which: 'wanneer|wie|waar|heb|hebben|heeft|hebt|tot',
});
