import { phraseBook } from './grammar.ts';

const REC =
  '(?:(?:skærm|lyd|video)?optag(?:e|er|es|et|else|elsen|elser|elserne|ede|end\\S*)?|filmer?|filmes|filmet|transskri\\S*)';
const SMALL =
  'den|det|de|en|et|min|mit|din|jeres|vores|denne|dette|her|nu|af|med|til|for|at|mig|os|mødet|samtalen|straks|venligst|tak|blive|bliver|jeg|vi|på|mere|hele|lige';

export const da = phraseBook({
  language: 'da',
  latin: true,
  yes: `jeg samtykker | ja, jeg samtykker | ja jeg samtykker | jeg samtykker til optagelsen | ja, jeg samtykker til optagelsen
    jeg samtykker i optagelsen | jeg samtykker til at blive optaget | jeg accepterer | ja, jeg accepterer | jeg accepterer optagelsen
    ja, jeg accepterer optagelsen | jeg accepterer at blive optaget | jeg giver samtykke | ja, jeg giver samtykke | jeg giver mit samtykke
    ja, jeg giver mit samtykke | jeg giver samtykke til optagelsen | jeg giver mit samtykke til optagelsen | jeg godkender
    jeg godkender optagelsen | jeg tillader optagelsen | jeg siger ja til optagelsen | jeg er indforstået
    jeg er indforstået med optagelsen | ja, jeg er indforstået | i må gerne optage mig | du må gerne optage mig
    ja, i må gerne optage mig | ja, du må gerne optage mig`,
  yesToAll: `jeg samtykker til alt | ja, jeg samtykker til alt | jeg accepterer alt | ja, jeg accepterer alt | jeg giver samtykke til alt
    jeg godkender alt | jeg samtykker til alle formål | jeg accepterer alle formål`,
  perhapsYes: `ja | jaja | ja ja | jo | jo jo | jada | jep | jeps | ja tak | ja da | ja selvfølgelig | ja gerne | selvfølgelig | naturligvis
    bestemt | helt sikkert | sikkert | gerne | meget gerne | ok | okay | okej | ja okay | det er ok | det er okay | det er fint | fint
    fint med mig | det er fint med mig | det er i orden | i orden | helt i orden | ingen problemer | intet problem | ingen problem
    det er ikke noget problem | ingen indvendinger | jeg har ikke noget imod det | har ikke noget imod det | jeg har intet imod det
    bare gør det | kør | kør bare | værsgo | det må i gerne | det må du gerne | enig | jeg er enig | aftalt | godkendt | accepteret
    indforstået | super | perfekt | godt | ja til alt | absolut | det går fint`,
  no: `nej | nej nej | næ | niks | nix | nope | nej tak | nej desværre | aldrig | aldrig i livet | absolut ikke | bestemt ikke
    helt sikkert ikke | selvfølgelig ikke | overhovedet ikke | slet ikke | helst ikke | nej helst ikke | ikke mig | ikke med mig
    uden mig | jeg vil ikke | vil ikke | det vil jeg ikke | jeg vil helst ikke | jeg vil ikke have det | jeg vil gerne være fri
    jeg ønsker ikke | jeg ønsker det ikke | jeg ønsker ikke det | jeg samtykker ikke | samtykker ikke | jeg accepterer ikke | accepterer ikke
    jeg accepterer det ikke | jeg godkender ikke | jeg godkender det ikke | jeg giver ikke samtykke | jeg giver ikke mit samtykke
    intet samtykke | jeg er ikke indforstået | jeg er ikke enig | ikke enig | jeg er uenig | jeg nægter | jeg afviser | jeg afslår | afslag
    jeg protesterer | jeg modsætter mig | jeg er imod | jeg er imod det | imod | jeg siger nej | mit svar er nej | det er ikke ok
    det er ikke okay | ikke ok | ikke okay | det er ikke i orden | det går ikke | det må i ikke | det må du ikke | ingen optagelse
    ikke optage | optag ikke | uden optagelse | glem det | under ingen omstændigheder | på ingen måde`,
  withdrawn: `stop | stop det | stop nu | stop lige | stands | hold op | hold nu op | hold op med det | hold op nu | afbryd | afslut | sluk
    sluk det | sluk den | sluk nu | slut | det er nok | så er det nok | basta | kan du stoppe | kan i stoppe | kan i holde op
    kan du stoppe det | kan i stoppe det | kan du slukke | kan i slukke | jeg trækker det tilbage | jeg trækker mit samtykke tilbage
    jeg tager det tilbage | jeg tilbagekalder | jeg tilbagekalder mit samtykke | jeg fortryder | fortryder | jeg har fortrudt
    jeg har skiftet mening | jeg har ombestemt mig | har skiftet mening | jeg ombestemmer mig | jeg vil ikke mere | ikke længere
    jeg samtykker ikke længere | alligevel ikke`,
  pausing: `pause | hold pause | hold en pause | tag en pause | sæt på pause | på pause | en pause | kan vi holde pause | kan i holde pause
    kan du sætte på pause | kan i sætte på pause | kan vi sætte på pause | off the record`,
  courtesy: `venligst | vær venlig | vær så venlig | tak | mange tak | tusind tak | på forhånd tak | undskyld | beklager | jeg beklager | desværre
    hej | hejsan | goddag | godmorgen | alle sammen | allesammen | nu | lige | altså | øh | øhm | men | nå`,
  record: REC,
  small: SMALL,
  not: 'ikke|ik|aldrig|ingen|intet|ej',
  agree:
    '(?<! (?:ikke|i|du) )(?:samtykker|accepterer|godkender|tillader)(?! (?:(?:jeg|vi) )?(?:ikke|i|du) )|(?:er) (?:\\S+ )?indforstået|(?:giver) (?:\\S+ )?(?:samtykke|tilladelse|accept)|siger ja til (?:(?:den|denne|at|blive) )*optage\\S*',
  agreeing: 'samtykk(?:er|e|et)|accepter(?:er|e|et)|godkend(?:er|e|t)|indforstået|tillad(?:er|e)|enig',
  aside: 'med|i at|din|dit|jeres|prisen|aftalen|at du|at i|at vi|at det|invitationen|fakturaen|hans|hendes',
  between: 'helt|rigtig|at|kan|jeg|vi|er|længere|vil|til|give|det|overhovedet|slet',
  want: 'vil|ønsker|må|tillader|accepterer|godkender|samtykker|kan lide|bryder mig om|tryg|trygt|glad|ok|okay|villig|samtykke|have|være|i orden|fint',
  consent: 'samtykke|tilladelse|accept|godkendelse',
  against:
    'imod|mod|nægter|afviser|modsætter mig|protesterer|forbyder|forbudt|utryg\\S*|ubehageligt?|afslår|siger nej til|nej til|frabeder',
  noLonger: 'ikke (?:\\S+ ){0,2}(?:længere|mere)',
  stop: 'stop(?:pe|pes)?(?: med)?(?: at)?|stands(?:e)?|hold(?:e)? (?:nu )?op(?: med)?(?: at)?|afbryd(?:e|es)?|afslut(?:te)?|sluk(?:ke|kes)?(?: for)?|indstil',
  takeBack: '(?:trækker|trække|tager|tage) (?:\\S+ ){0,3}tilbage|tilbage|tilbagekald(?:er|e)|tilbagetrækker',
  erase: 'slet|slette|slettes|fjern|fjerne|destruer|smid',
  pause: 'paus(?:e|er|ér)|pauset|på pause|sat på pause|sæt(?:te)? (?:\\S+ ){0,2}på pause|hold(?:e)? pause med',
  trouble: 'bekymr\\S*|problemer?|tvivl\\S*|bange|nervøs|usikker|uden|ulovligt?|mærkeligt?|skeptisk|nervøse|betænk\\S*',
  fine: 'ja|ok|okay|fint|gerne|godt|i må|du må|i kan|du kan|noget imod|intet imod|problem|problemer|indvendinger|tryg|samtykke|orden|accepterer|velkommen',
  noProblem:
    '(?:ikke (?:noget|nogen)|intet|ingenting|ikke) (?:som helst )?imod|(?:ikke (?:noget|nogen|nogle)|ingen|intet) (?:problem|problemer|indvendinger?|indvending)(?: mod| med| imod)?|gør (?:mig |os )?(?:ikke noget|ingenting)|generer (?:mig|os) ikke|bare rolig|bekymrer (?:mig|os) ikke',
  missing: 'høre|hører|se|ser|finde|finder|har|fået|åbne|åbner|glem',
  harmless: [
    `(?:ikke|aldrig|uden at|behøver ikke|behøver ikke at) (?:(?:${SMALL}|${REC}) ){0,3}(?:stoppe|standse|afbryde|slukke|afslutte|pause|holde op)(?: (?:${SMALL}|${REC}))*`,
    `(?:stop|stands|hold|afbryd|sluk|afslut) (?:(?:${SMALL}) ){0,2}ikke(?: (?:op|${SMALL}|${REC}))*`,
    `(?:hører|ser|finder|har|fik|åbner) (?:\\S+ )?ikke (?:\\S+ ){0,2}${REC}`,
    '(?:hvis) (?:i|du|nogen|man) ikke (?:samtykker|accepterer|godkender|er enige?|er indforstået)|(?:samtykker|accepterer|godkender) (?:i|du)(?: ikke)?|er (?:i|du) (?:alle )?(?:ikke )?(?:enige?|indforstået|indforståede)|dem der ikke (?:samtykker|accepterer)',
  ],
  more: {
    no: [
      '(?:samtykker|accepterer|godkender|tillader) (?:jeg |vi )?(?:\\S+ )?(?:ikke|ik|aldrig)(?! (?:din|dit|jeres|prisen|aftalen|invitationen|fakturaen|hans|hendes) )',
      `(?:vil|ønsker|må|kan lide|bryder mig|har lyst|tør|føler mig) (?:\\S+ ){0,2}(?:ikke|ingen|aldrig) (?:\\S+ ){0,5}${REC}`,
      'optag (?:\\S+ )?(?:ikke|aldrig)(?: (?:mig|os|det|dette))?|(?:ikke|aldrig) (?:at )?(?:optag|optage|optages|filme)(?: (?:mig|os|det))?(?= (?:venligst |tak |mig |os |dette |det her )*$)',
      `(?:helst|hellere|foretrækker) (?:\\S+ ){0,2}(?:ikke|ingen|uden) (?:\\S+ ){0,3}${REC}`,
      `(?:helst|hellere) (?:\\S+ ){0,2}(?:være fri|fri) (?:\\S+ ){0,3}${REC}`,
      `(?:ingen|uden) (?:(?:${SMALL}|nogen) ){0,2}${REC}(?= (?:tak |venligst |i dag )*$)`,
      'uden (?:mit|vores|min|noget|at spørge) (?:\\S+ )?(?:samtykke|tilladelse|accept|godkendelse)',
      `${REC} (?:er|føles|går) (?:\\S+ )?ikke (?:ok|okay|i orden|tilladt|fint)`,
      `(?:jeg går|jeg smutter|jeg lægger på) (?:\\S+ )?hvis (?:\\S+ ){0,3}${REC}`,
    ],
    perhapsNo: [`${REC} (?:gør|føles) \\S+`, 'uenig'],
    withdrawn: [
      `sluk(?:ke)? (?:for )?(?:(?:${SMALL}) ){0,3}${REC}`,
      `ikke (?:\\S+ ){0,3}${REC} (?:længere|mere)`,
      '(?:klip|tag|fjern) (?:mig|min stemme|os) (?:\\S+ )?(?:ud|væk|fra|af)',
    ],
    perhapsWithdrawn: [
      '(?:skiftet mening|ombestemt mig)',
      '(?:vil|må|skal|bliver nødt til at) (?:jeg |vi )?(?:nu )?(?:stoppe|holde op|afbryde)(?= $)',
      `(?:stoppede|stoppet|stopper|afsluttet|afbrød|slukket) (?:\\S+ ){0,3}${REC}(?= $)|${REC} (?:stoppet|afsluttet|slut)(?= $)`,
    ],
    pause: ['off the record', 'mellem os'],
    perhapsYes: ['mit samtykke', 'optag bare', `(?:samtykker|accepterer|godkender) (?:\\S+ )?${REC}`],
  },
  company:
    'vi|os|begge|alle(?! formål)|allesammen|på vegne|person \\d+ af|og jeg|jeg og|min (?:\\S+ )?(?:kone|mand|kæreste|chef|kollega|datter|søn|mor|far|advokat|ven|veninde)|mit (?:\\S+ )?(?:team|hold)',
  please: 'kan du|kan i|kan vi|kunne|vil du|vil i|venligst|må jeg bede|hvorfor ikke|skal vi',
  which: 'hvornår|hvem|hvor|har|havde|indtil',
});
