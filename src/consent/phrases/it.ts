import { phraseBook } from './grammar.ts';

const REC =
  '(?:l|d)?(?:registrat\\S+|registraz\\S+|registrar\\S*|registri(?:no|amo|ate)?|registra(?:no|ndo|mi|ci|re)?|riprese|filmar\\S*|filmat\\S*|trascri\\S+)';
const SMALL =
  'la|il|lo|le|i|gli|una|un|questa|questo|quella|mia|mio|tua|sua|nostra|di|del|della|a|alla|con|in|che|mi|ci|vi|si|subito|adesso|ora|per|favore|riunione|chiamata|tutto|tutta|essere|più|venga|sia';

export const it = phraseBook({
  language: 'it',
  latin: true,
  yes: `sono d'accordo | sono daccordo | sono d accordo | sì, sono d'accordo | sì sono d'accordo | si, sono d'accordo
    sono d'accordo con la registrazione | sono d'accordo a essere registrato | sono d'accordo a essere registrata
    sono d'accordo che si registri | acconsento | sì, acconsento | acconsento alla registrazione | acconsento a essere registrato
    acconsento a essere registrata | accetto | sì, accetto | si, accetto | io accetto | accetto la registrazione | sì, accetto la registrazione
    accetto di essere registrato | accetto di essere registrata | accetto che si registri | do il mio consenso | sì, do il mio consenso
    dò il mio consenso | do il consenso | do il mio consenso alla registrazione | autorizzo la registrazione
    sì, autorizzo la registrazione | potete registrarmi | puoi registrarmi | può registrarmi | sì, potete registrarmi
    sì, puoi registrarmi`,
  yesToAll: `accetto tutto | sì, accetto tutto | sono d'accordo su tutto | sì, sono d'accordo su tutto | acconsento a tutto
    accetto tutte le finalità | acconsento a tutte le finalità | sono d'accordo con tutto`,
  perhapsYes: `sì | si | sì sì | sì certo | sì grazie | certo | certo che sì | certamente | sicuro | sicuramente | ok | okay | okei | va bene
    va benissimo | vabbè | d'accordo | daccordo | d accordo | benissimo | bene | perfetto | volentieri | con piacere | prego | fate pure
    fai pure | faccia pure | procedi | procedete | vai | avanti | nessun problema | non c'è problema | senza problemi | figurati
    nessuna obiezione | per me va bene | per me ok | per me sì | a me va bene | non ho niente in contrario | niente in contrario | nulla in contrario | non mi dà fastidio | non mi disturba
    accettato | confermo | affare fatto | sì a tutto | a tutto | tutto | ovvio | ovviamente | assolutamente sì | come no | mi va bene | dai`,
  no: `no | no no | nono | no grazie | mai | giammai | mai e poi mai | assolutamente no | assolutamente | certo che no | certamente no
    sicuramente no | per niente | niente affatto | neanche per sogno | neanche per idea | nemmeno per sogno | non se ne parla
    non se ne parla nemmeno | meglio di no | meglio no | preferisco di no | preferirei di no | preferirei no | preferisco no
    preferirei non farlo | preferisco non farlo | non voglio | non lo voglio | non vorrei | non accetto | non acconsento | non autorizzo
    non sono d'accordo | non sono daccordo | io non sono d'accordo | non concordo | mi rifiuto | rifiuto | mi oppongo | declino
    sono contrario | sono contraria | contrario | contraria | in disaccordo | sono in disaccordo | dissento | io no | non io | non con me
    con me no | non do il mio consenso | non do il consenso | non mi va | non mi va bene | non mi piace | non va bene | dico di no
    ho detto no | ho detto di no | la mia risposta è no | negativo | non registrate | non registrare | senza registrazione
    senza registrare | niente registrazione`,
  withdrawn: `stop | ferma | fermate | fermi | fermati | fermatevi | ferma tutto | fermate tutto | fermatela | fermala | fermalo
    basta | basta così | ora basta | adesso basta | smetti | smettila | smettete | smettetela | smetta | alt | spegni | spegnete | spegnila
    spegnetela | spegni tutto | puoi fermare | potete fermare | può fermare | puoi fermarla | potete fermarla | puoi smettere
    potete smettere | interrompi | interrompete | interrompa | ritiro | lo ritiro | ritiro il mio consenso | ritiro il consenso
    ritiro quello che ho detto | revoco | lo revoco | revoco il consenso | ho cambiato idea | cambio idea | ci ho ripensato
    ci ripenso | non voglio più | non sono più d'accordo | non accetto più`,
  pausing: `pausa | in pausa | metti in pausa | mettete in pausa | metta in pausa | fate una pausa | fai una pausa | una pausa
    possiamo mettere in pausa | potete mettere in pausa | puoi mettere in pausa | possiamo fare una pausa | off the record`,
  courtesy: `per favore | per cortesia | per piacere | perfavore | grazie | grazie mille | molte grazie | tante grazie | scusa | scusate | scusi
    mi dispiace | mi spiace | spiacente | ciao | salve | buongiorno | buonasera | ragazzi | signori | adesso | ora | subito | allora | beh | eh
    ah | ma | però | ehm | tutti`,
  record: REC,
  small: SMALL,
  not: 'non|mai|né|nemmeno|neanche',
  agree:
    '(?:sono|siamo)(?: (?!non )\\S+){0,2} d ?accordo|accetto|accettiamo|acconsento|acconsentiamo|autorizzo|autorizziamo|(?:do|diamo) (?:\\S+ ){0,2}(?:consenso|autorizzazione|permesso)',
  agreeing:
    'd ?accordo|accett(?:o|a|i|ano|iamo|are|erò|ato|ino)|acconsent\\S+|autorizz(?:o|a|ano|iamo|are|erò|ato)|concordo|favorevol[ei]',
  aside: 'con|su|sul|sulla|che|riguardo|il|la|lo|i|le|un|una|tuo|tua|suo|sua',
  between:
    'sono|siamo|è|sono|mi|ti|si|lo|la|posso|possiamo|può|voglio|ho|abbiamo|ha|io|affatto|per|niente|del|tutto|proprio|molto|mai|intendo|ancora|dare|il|mio',
  want: 'voglio|vuole|vogliamo|vogliono|vorrei|desidero|desidera|permetto|consento|accetto|accetta|accettare|autorizzo|piace|va|va bene|sento a mio agio|a mio agio|dispost[oa]|d ?accordo|gradisco|gradirei',
  consent: 'consenso|autorizzazione|permesso',
  against:
    'contro|contrari[oa]|rifiut\\S*|oppong\\S*|oppone|proibisco|vieto|vietat[oa]|a disagio|infastidisc\\S*|disturba|dà fastidio|fastidio|dissento',
  noLonger: 'non (?:\\S+ ){0,4}più|più',
  stop: 'ferm(?:a|ate|are|iamo|ino|i|atela|arla)|smett(?:i|ila|ete|ere|a|ano|etela)|interromp(?:i|ete|ere|a|ano)|spegn(?:i|ete|ere|a|iamo)|disattiv(?:a|ate|are|i)|blocc(?:a|ate|are|hi)|termin(?:ate|are|i)|chiud(?:ete|ere|i)|stopp?(?:a|ate|are)?|arrest(?:a|ate|are)|cess(?:ate|are)|basta|annull(?:a|ate|are)|stacc(?:a|ate)|finit(?:e|ela)',
  takeBack: 'ritir(?:o|are|iamo)|revoc(?:o|are|hiamo)|annullo|ritratto|riprendo',
  erase: 'cancell(?:a|ate|are|i|ino)|elimin(?:a|ate|are|i)|distrugg(?:i|ete|ere)|buttate',
  pause: '(?:mett\\S*|messo|messa) (?:\\S+ ){0,3}in pausa|in pausa|sospend(?:i|ete|ere|a)|sospes[oa]',
  trouble:
    'm ?i preoccup\\S*|preoccup\\S+|nervos\\S+|dubb\\S+|paura|nessun[oa]?|senza|problem[ia]|illegale|stran[oa]|perpless\\S+',
  fine: 'ok|bene|certo|d ?accordo|potete|puoi|può|content[oa]|felice|a mio agio|problema|problemi|obiezion[ei]|contro|niente in contrario|nulla in contrario|dispiace|fastidio|disturba|contrario|permesso|volentieri',
  noProblem:
    'non (?:sono|siamo) contrari[oa]?|non ho niente in contrario|non ho nulla in contrario|non ho (?:niente|nulla) contro|niente in contrario|nulla in contrario|non (?:mi|ci) (?:dispiace|disturba|infastidisce|dà fastidio|oppongo|crea problemi)|(?:nessun|nessuna|alcun) (?:problema|obiezione)|non (?:c ?è|ho|vedo|abbiamo|ci sono) (?:\\S+ )?(?:problemi|problema|obiezioni|obiezione)|senza problemi|non preoccup\\S+|non ti preoccupare',
  missing:
    'sento|sentiamo|vedo|trovo|ho|abbiamo|riesco|ricevuto|apre|sentire|vedere|aprire|trovare|ascoltare|dimentic\\S+',
  harmless: [
    `non (?:fermare|fermate|fermarti|fermatevi|smettere|smettete|interrompere|interrompete|spegnere|spegnete)(?: (?:${SMALL}|${REC}))*`,
    `(?:senza|non serve|non occorre|non c ?è bisogno di|non dovete|non devi) (?:fermare|interrompere|smettere|mettere in pausa)(?: (?:${SMALL}|${REC}))*`,
    'se (?:\\S+ )?non (?:sei|siete|è|sono|siamo) d ?accordo|se non accett\\S+|(?:non )?(?:sei|siete) (?:tutti )?d ?accordo|non accetti|non accettate|chi non (?:è d ?accordo|accetta)',
  ],
  more: {
    no: [
      'non (?:mi |ci |lo |la |si |dovete |potete |devi |puoi )?registr(?:ate|are|i|ino|armi|atemi|iamo|arci|ateci)',
      `(?:meglio|preferisco|preferirei|preferiamo|preferiremmo) (?:che )?(?:\\S+ )?(?:non|senza|no) (?:\\S+ ){0,3}${REC}`,
      `(?:senza|niente|nessuna) (?:(?:${SMALL}) ){0,3}${REC}(?= (?:per favore |grazie )?$)`,
      'senza (?:il |la )?(?:mio|mia|nostro|nostra|chiedere) (?:\\S+ )?(?:consenso|permesso|autorizzazione)',
      `che non (?:mi|ci|si) ${REC}`,
      `vietato ${REC}|(?:me ne vado|esco|riattacco) se (?:\\S+ ){0,3}${REC}`,
      `${REC} non (?:è |mi )?(?:permess[oa]|autorizzat[oa]|ammess[oa]|va bene|piace|va|consentit[oa])`,
    ],
    perhapsNo: [`${REC} (?:mi|ci) (?:rende|mette|preoccupa)`, 'in disaccordo'],
    withdrawn: ['(?:toglie?(?:te|re)?|togli|toglietemi|levatemi|tagliate)(?:mi)? (?:\\S+ ){0,3}dalla registrazione'],
    perhapsWithdrawn: [
      'cambiato idea',
      '(?:voglio|vorrei|dobbiamo|vogliamo) (?:fermarmi|smettere|fermare|fermarci)(?= $)',
      `(?:fermato|fermata|interrotto|spento|fermerete|smesso) (?:(?:${SMALL}) ){0,4}${REC}(?= $)`,
    ],
    pause: ['off the record', 'detto tra noi'],
    perhapsYes: ['mio consenso', 'd ?accordo (?:con|su) (?:questo|ciò)', 'registratemi|registrami'],
  },
  company:
    'noi|entrambi|entrambe|tutti e due|tutti|tutte(?! le finalità)|siamo|accettiamo|acconsentiamo|autorizziamo|diamo|ci|a nome|persona \\d+ di|e io|io e|mia (?:\\S+ )?(?:moglie|compagna|collega|figlia|madre|sorella|capa)|mio (?:\\S+ )?(?:marito|compagno|capo|collega|team|figlio|padre|avvocato)|il mio (?:\\S+ )?(?:capo|team|collega|avvocato|compagno)|la mia (?:\\S+ )?(?:squadra|collega|compagna)',
  please:
    'puoi|può|potete|potreste|potresti|potrebbe|possiamo|per favore|per cortesia|vi dispiace|ti dispiace|perché non',
  which: 'quando|chi|dove|avete|hai|ha|hanno|fino a',
});
