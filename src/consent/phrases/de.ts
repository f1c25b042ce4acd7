import { phraseBook } from './grammar.ts';

const REC =
  '(?:(?:mit|bild|ton|video|bildschirm)?auf(?:nahme\\S*|nehmen|zunehmen|genommen|nimmst|nimmt|nehmt|nehme|zeichn\\S*|gezeichnet|zuzeichnen)|(?:ge)?filmt?(?:en)?|mit(?:ge|zu)?schn\\S+|transkri\\S+|aufgez\\S+)';
const SMALL =
  'die|der|das|den|dem|diese|dieser|dieses|eine|einer|mit|von|bitte|sofort|jetzt|mal|mich|uns|mein|meine|meiner|ihre|eure|deine|doch|gleich|hier|es|zu|bei|sie|ihr|du|endlich|kurz';
const FILL = `(?:(?:${SMALL}|damit|hiermit|gerne?|auch|voll|ganz|absolut|natürlich|leider|da|dem|dazu|zur|zum|einer|ja|wirklich|überhaupt|gar|auf|keinen|fall|und|ich|nun|selbstverständlich|ausdrücklich|sehr|wohl|werden|aufgenommen|${REC}) ){0,6}`;
const NICHT = '(?:nicht|nich|net|ned|nie|niemals|keinesfalls|kaum)';

/** "kurz" before something else is no time: shortly before, in short. */
const MOMENT =
  '(?:(?:mal |nur |ganz |bitte ){0,2}kurz(?! (?:vor|nach|bevor|nachdem|gesagt|und gut|um|gefasst))(?: mal)?|mal eben|(?:für|fuer) (?:einen|nen|n|den) (?:kurzen |kleinen )?(?:moment|augenblick)|(?:für|fuer) (?:eine|ein|ein paar|zwei|drei|fünf|fuenf|zehn|wenige|\\p{Nd}+) (?:sekunden?|minuten?|minütchen)|vor(?:ü|ue)bergehend|zeitweise)';
/** Of one sentence: "the recording, one moment, stop it" is none. */
const AWHILE = `(?:${MOMENT}|(?:einen|nen) (?:kurzen )?(?:moment|augenblick))`;
const FEW = `(?:(?:${SMALL}) ){0,3}`;
const HALT =
  '(?:stopp(?:e|en|t)?|stop|halt(?:e|et|en)?|schalt(?:e|et|en)?|mach(?:e|t|en)?|stell(?:e|t|en)?|unterbrecht?|unterbrechen)';
const HALTING =
  '(?:stoppen|anhalten|anzuhalten|unterbrechen|zu unterbrechen|unterbrochen werden|ausmachen|ausschalten|abschalten|abstellen|aus(?= (?:bitte |danke )*$))';

export const de = phraseBook({
  language: 'de',
  latin: true,
  yes: `ich stimme zu | ja, ich stimme zu | ja ich stimme zu | ich stimme der aufnahme zu | ich stimme der aufzeichnung zu
    ja, ich stimme der aufnahme zu | ja, ich stimme der aufzeichnung zu | ich stimme hiermit zu | hiermit stimme ich zu
    hiermit stimme ich der aufnahme zu | ich stimme einer aufnahme zu | ich bin einverstanden | ja, ich bin einverstanden
    ja ich bin einverstanden | bin einverstanden | ich bin damit einverstanden | ja, ich bin damit einverstanden
    ich bin mit der aufnahme einverstanden | ich bin mit der aufzeichnung einverstanden | ich bin einverstanden mit der aufnahme
    ich bin einverstanden mit der aufzeichnung | ich bin einverstanden, aufgenommen zu werden | ich willige ein | ja, ich willige ein
    ich willige in die aufnahme ein | ich willige in die aufzeichnung ein | ich gebe meine einwilligung | ich gebe meine zustimmung
    ich gebe mein einverständnis | ich erlaube die aufnahme | ich erlaube die aufzeichnung | ja, ich erlaube die aufnahme
    ich akzeptiere die aufnahme | ich akzeptiere die aufzeichnung | ihr dürft mich aufnehmen | du darfst mich aufnehmen
    sie dürfen mich aufnehmen | ja, ihr dürft mich aufnehmen | ja, du darfst mich aufnehmen | ja, sie dürfen mich aufnehmen
    ihr duerft mich aufnehmen | sie duerfen mich aufnehmen`,
  yesToAll: `ich stimme allem zu | ja, ich stimme allem zu | ich bin mit allem einverstanden | ja, ich bin mit allem einverstanden
    ich stimme allen zwecken zu | ich bin mit allen zwecken einverstanden | ich willige in alles ein`,
  perhapsYes: `ja | ja ja | jo | joa | jup | jep | jau | jawohl | ja klar | ja gerne | ja bitte | klar | na klar | klaro | klar doch
    sicher | aber sicher | natürlich | selbstverständlich | ok | okay | oki | okidoki | in ordnung | geht klar | geht in ordnung | alles klar
    passt | passt schon | passt für mich | einverstanden | zugestimmt | abgemacht | gerne | gern | von mir aus | meinetwegen | kein problem
    kein thema | keine einwände | kein einwand | nichts dagegen | ich habe nichts dagegen | hab nichts dagegen | macht mir nichts
    macht mir nichts aus | stört mich nicht | ist ok | ist okay | das ist ok | das ist okay | ist in ordnung | das ist in ordnung
    für mich ok | für mich okay | gut | prima | super | perfekt | nur zu | los | leg los | mach nur | macht nur | machen sie nur
    ja zu allem | alles | zu allem | ja natürlich | ja ok | ja okay | ja einverstanden | schon ok | doch | ja doch | stimme zu
    ich akzeptiere | akzeptiert | freilich | unbedingt | definitiv`,
  no: `nein | nein nein | nee | nö | noe | ne | nope | nein danke | danke nein | auf keinen fall | auf gar keinen fall | keinesfalls | niemals
    nie | nie im leben | nimmer | lieber nicht | eher nicht | besser nicht | bitte nicht | bloß nicht | sicher nicht
    ganz sicher nicht | natürlich nicht | bestimmt nicht | ich nicht | mich nicht | mit mir nicht | nicht mit mir | ohne mich | ohne aufnahme
    ich möchte nicht | ich moechte nicht | möchte nicht | möchte ich nicht | möchte ich lieber nicht | ich möchte lieber nicht
    ich möchte das nicht | das möchte ich nicht | ich will nicht | will nicht | will ich nicht | ich will das nicht | das will ich nicht
    nicht einverstanden | ich bin nicht einverstanden | bin nicht einverstanden | damit bin ich nicht einverstanden
    ich stimme nicht zu | ich stimme dem nicht zu | stimme nicht zu | dem stimme ich nicht zu | ich willige nicht ein
    ich bin dagegen | bin dagegen | dagegen | ich lehne ab | ich lehne das ab | lehne ich ab | abgelehnt | ablehnung | ich widerspreche
    widerspruch | ich verweigere | ich weigere mich | ich sage nein | meine antwort ist nein | kommt nicht in frage
    kommt nicht infrage | keine zustimmung | keine einwilligung | nicht ok | nicht okay | nicht in ordnung | geht nicht | das geht nicht
    geht gar nicht | nix da | vergiss es | vergiss | ungern | keine aufnahme | keine aufzeichnung | nicht aufnehmen | nicht aufzeichnen
    ich verneine | nicht erlaubt | untersagt | ich verbiete das | das verbiete ich | bitte keine aufnahme`,
  withdrawn: `stopp | stop | halt | anhalten | aufhören | aufhoeren | hör auf | hört auf | hören sie auf | hoer auf | hoert auf
    hör auf damit | hört auf damit | schluss | schluss damit | schluss jetzt | aus | ausmachen | ausschalten | abschalten | mach aus
    macht aus | mach das aus | macht das aus | machen sie das aus | schalt das aus | schaltet das aus | schalten sie das aus | mach es aus
    abbrechen | stoppt das | stopp das | stoppen | stoppen sie | stoppen sie das | beenden | es reicht | das reicht | jetzt reichts
    ich widerrufe | widerruf | ich nehme es zurück | ich nehme das zurück | ich ziehe zurück | ich ziehe meine zustimmung zurück
    ich ziehe meine einwilligung zurück | ich habe es mir anders überlegt | ich habs mir anders überlegt | habs mir anders überlegt
    ich hab es mir anders überlegt | ich habe meine meinung geändert | meinung geändert | könnt ihr aufhören | können sie aufhören
    kannst du aufhören | könnt ihr stoppen | können sie stoppen | kannst du stoppen | könnt ihr das ausmachen
    können sie das ausmachen | können sie das stoppen | doch nicht | lieber doch nicht | ich möchte doch nicht | nicht mehr
    ich möchte nicht mehr | ich will nicht mehr`,
  pausing: `pause | bitte pause | pausieren | pausiert | pausiere | pausieren sie | eine pause | kurze pause | mach pause | macht pause
    machen sie pause | können wir pausieren | können wir pause machen | könnt ihr pausieren | können sie pausieren
    kannst du pausieren | off the record | unter uns | kurz stopp | kurz stoppen | kurz anhalten | kurz unterbrechen | kurz aus
    kurz ausmachen | kurz ausschalten`,
  courtesy: `bitte | danke | vielen dank | danke schön | dankeschön | besten dank | herzlichen dank | sorry | entschuldigung | verzeihung
    tut mir leid | es tut mir leid | leider | hallo | guten tag | guten morgen | moin | servus | grüezi | leute | zusammen | alle zusammen | jetzt
    sofort | mal | also | na | äh | ähm | oh | ach | aber | hm | lg | vg | mfg`,
  record: REC,
  small: SMALL,
  not: 'nicht|nich|net|ned|kein|keine|keiner|keinen|keinem|keinerlei|nie|niemals|keinesfalls|ungern',
  agree: `stimmen? (?:wir |ich )?${FILL}zu|(?:bin|sind|wäre) (?:ich |wir )?${FILL}einverstanden|willigen? ${FILL}(?:in )?${FILL}ein|erlauben?|gestatten?|akzeptieren? (?:die|das|eine|dass) ${FILL}${REC}|geben? (?:\\S+ ){0,2}(?:einwilligung|zustimmung|einverst(?:a|ae)ndnis|erlaubnis|ok)`,
  agreeing:
    'einverstanden|zustimmen|zugestimmt|zuzustimmen|einwilligen|eingewilligt|einzuwilligen|stimme zu|erlauben?|erlaubt|gestatten?|gestattet|akzeptieren?|akzeptiert',
  aside: 'mit|dass|darüber|über|bezüglich|was|wie',
  between:
    'damit|ganz|wirklich|so|recht|voll|völlig|dazu|hiermit|einer|der|mit|aufnahme|überhaupt|sehr|bin|meine|ich|wir',
  want: 'will|wollen|m(?:o|oe)chten?|mag|mögen|wünschen?|erlauben?|gestatten?|akzeptieren?|d(?:u|ue)rf(?:en|t|st)?|darf|darfst|lasse|wohl|ok|okay|in ordnung|recht|bereit|einverstanden|will ich|dass',
  consent: 'einwilligung|zustimmung|einverst(?:a|ae)ndnis|erlaubnis|genehmigung|mein ja',
  against:
    'gegen|dagegen|widersprech\\S*|lehnen?|ablehn\\S*|abgelehnt|weigern?|verweiger\\S*|verbiet\\S*|verboten|untersag\\S*|unwohl|unangenehm|nein zu',
  noLonger: 'nicht (?:\\S+ )?(?:mehr|l(?:a|ae)nger)|keine? (?:\\S+ )?mehr',
  stop: 'stopp(?:e|en|t)?|stop|beenden?|anhalten|anzuhalten|ausschalten|auszuschalten|abschalten|abbrechen|unterbrech(?:en|t)|ausmachen|auszumachen|abstellen|einstellen|aufh(?:o|oe)ren|h(?:o|oe)r(?:e|en|t)?(?: sie)? auf|schluss|halte?t?(?: sie)? an|deaktivier(?:e|en|t)|aus(?= $)|raus(?= $)|stoppt|kill(?:e|t)',
  takeBack: 'widerruf\\S*|widerrief|zur(?:u|ue)ck(?:ziehen|zuziehen|nehmen|zunehmen)?|entziehe',
  erase:
    'l(?:o|oe)sch(?:e|en|t)|zu l(?:o|oe)schen|vernicht(?:e|en|et)|weg(?= $)|gel(?:o|oe)scht werden|entfern(?:e|en|t)',
  pause:
    'pausier(?:e|en|t)|unterbrich|pause(?: machen)?|auf pause(?: stellen| setzen)?|halt(?:e|et)? (?:\\S+ )?kurz an|aussetzen',
  briefly: [
    `${HALT} ${FEW}${REC} ${FEW}${MOMENT}(?: (?:bitte )?(?:an|ab|aus))?`,
    `${HALT} ${FEW}${MOMENT} ${FEW}${REC}(?: (?:bitte )?(?:an|ab|aus))?`,
    `${REC} ${FEW}${AWHILE} ${FEW}${HALTING}`,
    `${REC} ${FEW}${HALTING} ${MOMENT}`,
    `${MOMENT} ${FEW}${REC} ${FEW}${HALTING}`,
    `kurze unterbrechung (?:der|von) ${FEW}${REC}`,
  ],
  trouble:
    'sorgen?|bedenken|problem\\S*|angst|nerv\\S*|unsicher|zweif\\S*|niemand|ohne|illegal|komisch|seltsam|nervös|ungut\\S*|skeptisch',
  fine: 'ja|ok|okay|gut|gerne?|klar|einverstanden|recht|ordnung|nichts dagegen|egal|kein problem|d(?:u|ue)rft|darfst|d(?:u|ue)rfen|k(?:o|oe)nnt|kannst|k(?:o|oe)nnen sie|einwände|st(?:o|oe)rt|passt|von mir aus|meinetwegen|nichts gegen',
  noProblem:
    'nichts (?:dagegen|gegen|einzuwenden)|kein(?:e|en|erlei)? (?:problem\\S*|einwand|einwände|einwaende|sorgen?|bedenken|thema|ding)(?: gegen)?|(?:macht|machen) (?:mir |uns )?(?:gar )?nichts(?: aus)?|st(?:o|oe)rt (?:mich|uns) (?:gar |überhaupt )?nicht|ohne (?:problem\\S*|bedenken|einwände)|nicht (?:dagegen|unangenehm)|keine angst|nein kein problem',
  missing:
    'h(?:o|oe)ren?|sehen?|siehst|finden?|habe?|haben|bekommen|gefunden|(?:o|oe)ffnen|abspielen|vergessen|vergiss',
  harmless: [
    `${NICHT} (?:(?:${SMALL}|${REC}) ){0,4}(?:stoppen|aufh(?:o|oe)ren|anhalten|beenden|ausschalten|abbrechen|unterbrechen|pausieren|ausmachen|abschalten)(?: (?:${SMALL}|${REC}))*`,
    `(?:h(?:o|oe)r|h(?:o|oe)rt|stoppt?|stopp|beendet) (?:(?:${SMALL}|${REC}) ){0,4}(?:bitte |bloß )?${NICHT}(?: auf)?(?: (?:${SMALL}|${REC}))*`,
    `(?:ohne|kein grund|nicht nötig|müsst nicht|musst nicht|braucht nicht) (?:(?:${SMALL}|${REC}) ){0,4}(?:zu )?(?:stoppen|anzuhalten|anhalten|aufzuh(?:o|oe)ren|aufh(?:o|oe)ren|unterbrechen|pausieren)`,
    `${REC} (?:\\S+ )?(?:nicht|nie) (?:finden|sehen|h(?:o|oe)ren|(?:o|oe)ffnen|abspielen|bekommen|gefunden|erhalten)`,
    'wenn (?:sie|du|ihr|jemand|man|einer) (?:damit )?nicht (?:einverstanden|zustimm\\S+)|(?:seid|sind|bist) (?:ihr|sie|du) (?:damit |etwa |alle )?(?:nicht )?einverstanden|wer nicht (?:einverstanden|zustimm\\S+)|stimmst du (?:nicht )?zu|stimmt ihr (?:nicht )?zu|stimmen sie (?:nicht )?zu',
  ],
  more: {
    no: [
      `stimm(?:e|en|t) ${FILL}${NICHT} (?:\\S+ )?${FILL}zu`,
      `willig(?:e|en|t) ${FILL}${NICHT} ${FILL}ein`,
      `(?:m(?:o|oe)chten?|will|wollen|mag|wünschen?|darf|d(?:u|ue)rf(?:t|en)|m(?:o|oe)gen|erlauben?|gestatten?|akzeptieren?|w(?:a|ae)re) (?:\\S+ ){0,3}(?:${NICHT}|keine?n?) (?:\\S+ ){0,5}${REC}`,
      `(?:${NICHT}|bitte keine?) (?:(?:${SMALL}) ){0,3}(?:aufnehmen|aufzeichnen|mitschneiden|filmen|aufgenommen werden|aufnahmen?|aufzeichnung\\S*)`,
      `(?:nehmt?|nimm|nehmen sie|zeichnet?|zeichnen sie|schneidet?) (?:(?:${SMALL}|mich|uns|das) ){0,4}${NICHT} (?:\\S+ )?(?:auf|mit)`,
      `(?:lieber|besser|eher) (?:(?:${SMALL}|wäre mir) ){0,3}(?:${NICHT}|keine?|ohne) (?:\\S+ ){0,3}${REC}`,
      `(?:keine|ohne) (?:(?:${SMALL}) ){0,2}${REC}(?= (?:bitte |danke |heute |hier )*$)`,
      `ohne (?:meine?|unsere?|eine?|jede) (?:\\S+ )?(?:einwilligung|zustimmung|erlaubnis|einverst(?:a|ae)ndnis|genehmigung)`,
      `${REC} (?:\\S+ )?(?:ist|sind|finde ich|geht|wird) (?:\\S+ )?(?:${NICHT}) (?:\\S+ )?(?:ok|okay|in ordnung|gut|erlaubt|gestattet|erwünscht|gewünscht|klar)`,
      `(?:gehe|bin (?:dann )?weg|bin raus) (?:\\S+ ){0,2}wenn (?:\\S+ ){0,3}${REC}`,
      `lehnen? (?:\\S+ ){0,2}${REC} ab`,
    ],
    perhapsNo: [`stimm(?:e|en|t) (?:\\S+ ){0,4}${NICHT} zu`, `${REC} (?:macht|finde|ist) (?:\\S+ )?(?:mich|ich|mir)`],
    withdrawn: [
      `(?:schalt|stell|mach|brich|brech|halt)\\S* (?:(?:${SMALL}) ){0,3}${REC} (?:(?:${SMALL}) ){0,3}(?:aus|ab|an|ein)`,
      `stimme ${FILL}nicht mehr ${FILL}zu`,
      `(?:nehmt?|nehmen sie|schneidet?) (?:mich|uns|das|meine stimme) (?:\\S+ )?(?:aus|raus|heraus) (?:\\S+ ){0,2}${REC}|(?:mich|meine stimme) (?:\\S+ ){0,2}(?:aus|von) (?:der|den) ${REC} (?:\\S+ )?(?:raus\\S*|heraus\\S*|entfern\\S*|schneiden)`,
    ],
    perhapsWithdrawn: [
      '(?:meinung geändert|anders überlegt)',
      '(?:will|möchte|m(?:o|oe)chten|wollen|müssen) (?:ich |wir )?(?:jetzt )?(?:aufh(?:o|oe)ren|abbrechen|stoppen)(?= $)',
      `${REC} (?:(?:${SMALL}|schon|wurde|ist) ){0,2}(?:gestoppt|beendet|abgebrochen|aus)(?= $)`,
    ],
    pause: ['off the record', 'unter drei'],
    perhapsYes: [
      'meine (?:zustimmung|einwilligung)|mein einverst(?:a|ae)ndnis',
      '(?:nehmt|nimm|nehmen sie) (?:mich|uns) (?:\\S+ )?auf',
      'stimme (?:\\S+ ){0,2}(?:vollkommen|völlig) zu',
    ],
  },
  company:
    'wir|uns|beide|alle(?! zwecke)|stimmen|sind|willigen|im namen|person \\d+ von|und ich|mein (?:\\S+ )?(?:mann|partner|chef|kollege|team|freund|sohn|vater|anwalt)|meine (?:\\S+ )?(?:frau|partnerin|chefin|kollegin|kollegen|kinder|freundin|tochter|mutter|anwältin)|ich und',
  please:
    'k(?:o|oe)nnt|k(?:o|oe)nnen|kannst|k(?:o|oe)nntest|k(?:o|oe)nntet|k(?:o|oe)nnten|w(?:u|ue)rdet|w(?:u|ue)rdest|w(?:u|ue)rden|bitte|wollen wir|d(?:u|ue)rfte ich|warum nicht',
  which: 'wann|wer|wo|hast|habt|haben|hat|wurde|bis',
});
