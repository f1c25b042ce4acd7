import { phraseBook } from './grammar.ts';

const REC = '(?:[ldmnst]?enregistr\\S*|film(?:er|ez|ons|é|ée|és|age)|transcri\\S*)';
const SMALL =
  'le|la|les|un|une|cet|cette|ce|ça|mon|ma|votre|ton|notre|de|du|des|à|que|en|me|nous|moi|tout|toute|maintenant|la réunion|réunion|appel|lappel|svp|sil|vous|te|plaît|tout de suite';
/** "I do not accept": with or without "ne". */
const PAS = '(?:pas|jamais|aucunement|nullement)';

export const fr = phraseBook({
  language: 'fr',
  latin: true,
  // French puts a space before its exclamation mark.
  marks: { before: /(?!)/u, after: /(?<![.! ])(?:\.| ?!{1,3})$/u },
  yes: `je suis d'accord | je suis daccord | je suis d accord | oui, je suis d'accord | oui je suis d'accord | oui je suis daccord
    je suis d'accord avec l'enregistrement | je suis d'accord pour l'enregistrement | je suis d'accord pour être enregistré
    je suis d'accord pour être enregistrée | je suis d'accord pour que la réunion soit enregistrée
    oui, je suis d'accord pour être enregistré | oui, je suis d'accord pour être enregistrée | j'accepte | j accepte | jaccepte
    oui, j'accepte | oui j'accepte | j'accepte l'enregistrement | j'accepte d'être enregistré | j'accepte d'être enregistrée
    j'accepte d'etre enregistré | j'accepte d'etre enregistrée | j'accepte que la réunion soit enregistrée
    oui, j'accepte l'enregistrement | oui, j'accepte d'être enregistré | oui, j'accepte d'être enregistrée | je consens
    oui, je consens | je consens à l'enregistrement | je consens à être enregistré | je consens à être enregistrée
    je donne mon accord | oui, je donne mon accord | je donne mon accord pour l'enregistrement | je donne mon consentement
    oui, je donne mon consentement | je donne mon consentement à l'enregistrement | j'autorise l'enregistrement
    oui, j'autorise l'enregistrement | vous pouvez m'enregistrer | tu peux m'enregistrer | oui, vous pouvez m'enregistrer
    oui, tu peux m'enregistrer`,
  yesToAll: `j'accepte tout | oui, j'accepte tout | je suis d'accord pour tout | je suis d'accord avec tout | je consens à tout
    j'accepte toutes les finalités | je suis d'accord pour toutes les finalités | oui, je suis d'accord pour tout`,
  perhapsYes: `oui | ouais | oui oui | ouaip | yep | si | si si | ok | okay | oki | d'accord | daccord | d accord | d'acc | dac | entendu | accepté
    bien sûr | bien entendu | évidemment | certainement | volontiers | avec plaisir | allez-y | vas-y | vasy | allons-y | c'est bon
    c'est ok | c'est bon pour moi | ok pour moi | ça me va | ça marche | ça roule | pas de problème | pas de souci | pas de soucis
    aucun problème | aucun souci | sans problème | sans souci | pas d'objection | aucune objection | ça ne me dérange pas
    ça me dérange pas | je veux bien | oui merci | oui bien sûr | oui d'accord | oui ok | oui à tout | à tout | pour tout | tout
    parfait | très bien | bien | absolument | tout à fait | je vous en prie | faites | faites donc | pourquoi pas | non non allez-y`,
  no: `non | non non | nan | nope | non merci | jamais | jamais de la vie | pas question | hors de question | il n'en est pas question
    sûrement pas | certainement pas | absolument pas | pas du tout | bien sûr que non | sûr que non | surtout pas | plutôt pas | plutôt non
    j'aime mieux pas | je préfère pas | je préfère non | je préfère que non | je préférerais pas | je préfère ne pas
    je préférerais ne pas | je ne préfère pas | je ne veux pas | je veux pas | je ne souhaite pas | je souhaite pas | je refuse
    je m'oppose | je m'y oppose | je dis non | c'est non | ma réponse est non | pas d'accord | pas daccord | je suis pas d'accord
    je ne suis pas d'accord | je ne suis pas daccord | je n'accepte pas | j'accepte pas | je ne consens pas | je n'autorise pas
    je décline | refusé | refus | pas moi | moi non | sans moi | pas pour moi | très peu pour moi | je suis contre | contre | ça va pas
    je désapprouve | ça ne me va pas | ça me va pas | ça me dérange | je ne donne pas mon accord | je ne donne pas mon consentement
    pas ok | pas d'enregistrement | sans enregistrement | ne pas enregistrer | n'enregistrez pas | mais non | ah non | négatif`,
  withdrawn: `stop | stoppe | stoppez | arrête | arrêtez | arrêtez ça | arrête ça | arrêtez tout | arrêter | halte | assez | ça suffit | coupe
    coupez | coupez ça | coupe ça | éteignez | éteins | éteignez ça | éteins ça | tu peux arrêter | vous pouvez arrêter
    pouvez-vous arrêter | peux-tu arrêter | pourriez-vous arrêter | on peut arrêter | on arrête | je retire | je le retire
    je me rétracte | je retire ce que j'ai dit | je retire mon accord | je retire mon consentement | je révoque | je reviens sur mon accord
    j'ai changé d'avis | je change d'avis | changé d'avis | finalement non | en fait non | je ne suis plus d'accord
    je suis plus d'accord | plus d'accord | je ne veux plus | je veux plus | basta`,
  pausing: `pause | une pause | en pause | pause svp | mettez en pause | mets en pause | faites une pause | fais une pause | on fait une pause
    pouvez-vous mettre en pause | peux-tu mettre en pause | on peut faire une pause | off the record | hors micro | en off`,
  courtesy: `s'il vous plaît | s'il te plaît | sil vous plait | svp | stp | merci | merci bien | merci beaucoup | merci d'avance | pardon
    désolé | désolée | je suis désolé | je suis désolée | excusez-moi | bonjour | bonsoir | salut | coucou | madame | monsieur
    messieurs | tout le monde | maintenant | tout de suite | alors | ben | bah | euh | mais | ah | oh | hélas`,
  record: REC,
  small: SMALL,
  not: 'pas|jamais|aucunement|nullement',
  agree:
    '(?:je suis|suis|nous sommes|on est)(?: (?!pas |plus )\\S+){0,3} d ?accord|j ?accepte|nous acceptons|on accepte|je consens|nous consentons|j ?autorise|nous autorisons|(?:donne|donnons) (?:mon|notre) (?:accord|consentement|autorisation)',
  agreeing:
    'd ?accord|[jn]? ?accept(?:e|es|ez|er|ons|ent|erai|é)|consen(?:s|t|tons|tir|tirai|tez|tent)|[jn]? ?autoris(?:e|er|ons|erai|é)|favorables?',
  aside: 'avec|sur|que|pour dire|de|la|le|les|un|une|votre|ton|cette|cet|ce|linvitation|loffre|ta|tes|vos|son|sa|ses',
  between: 'vraiment|du|tout|non|plus|très|trop|tellement|être|à|donner|mon|toujours|encore|je|suis',
  want: 'veux|veut|voulons|veulent|voulez|souhait\\S+|désir\\S+|aime\\S*|envie|accept\\S*|[jn]accepte|permet\\S*|autoris\\S*|tolèr\\S*|apprécie\\S*|voudrais|tiens|laise|confortable|prête?|ok|d ?accord',
  consent: 'consentement|accord|autorisation|permission',
  against:
    'contre|refus\\S*|oppos[eéo]\\S*|m ?oppose|interdi\\S*|gênée?s?|(?:me|nous) gêne|(?:me|nous) dérange|mal à l ?aise|décline|déplaît|inconfortable|rejette',
  noLonger: 'plus|ne (?:\\S+ ){1,2}plus',
  stop: 'arrêt(?:e|er|ez|ons|es)|cess(?:e|er|ez|ons)|stopp?(?:e|er|ez|ons)?|coup(?:e|er|ez|ons)|étei(?:ns|gnez|ndre|gnons)|désactiv(?:e|er|ez)|interromp(?:s|ez|re)|termin(?:er|ez|ons)|mett(?:re|ez) fin à|fermez?|halte à|lâchez',
  takeBack: 'retir(?:e|er|ons)|révoqu(?:e|er|ons)|revien(?:s|t) sur|revenir sur|annul(?:e|er|ons)|reprends?',
  erase: 'effac(?:e|er|ez|es)|supprim(?:e|er|ez|es)|détrui(?:re|sez|s)|jetez',
  pause:
    'mett(?:re|ez|ons) (?:\\S+ ){0,3}en pause|mets (?:\\S+ ){0,3}en pause|en pause|paus(?:e|er|ez|ons)|suspend(?:s|ez|re|ons|u)|interrompu',
  trouble:
    'm ?inqui\\S+|inqui\\S+|problèmes?|doutes?|peur|stress\\S*|personne|aucune?|sans|illéga\\S*|bizarre|hésit\\S*|réserves?',
  fine: 'oui|ok|bien|d ?accord|volontiers|vas-y|allez-y|vous pouvez|tu peux|content\\S*|heureu\\S*|problème|souci|d ?objection|rien contre|dérange|inconvénient|gêne|veux bien|accord|à l ?aise',
  noProblem:
    'pas (?:de |d ?)(?:problèmes?|soucis?|objections?|inconvénients?)(?: contre)?|aucune? (?:problème|souci|objection|inconvénient)(?: contre)?|sans (?:problème|souci|objection)|(?:me|nous) (?:dérange|gêne|pose) (?:absolument |vraiment )?pas(?: (?:du tout|de problème|de souci))?|pas (?:du tout )?contre|rien contre|pas gênée?|vois pas d ?inconvénient|t ?inquiète(?: pas)?|inquiétez pas|pas opposée?|non non allez y',
  missing:
    'entends?|entend|vois|voit|trouve|retrouve|ai|reçu|ouvre|entendre|voir|ouvrir|trouver|écouter|télécharger|pu|oublie[zr]?',
  harmless: [
    `(?:n ?)?arrêt(?:e|ez|es|ons) (?:surtout |donc )?pas(?: (?:${SMALL}|${REC}))*|(?:sans|pas besoin d ?|inutile d ?|ne pas|pas) ?(?:arrêter|couper|stopper|interrompre)(?: (?:${SMALL}|${REC}))*|(?:ne )?(?:coupe|coupez|stoppez|stoppe) (?:surtout )?pas(?: (?:${SMALL}|${REC}))*|pas (?:d ?)arrêt`,
    `(?:trouve|retrouve|vois|entends|ouvre|reçois|oublie[zr]?|n ?ai|ai) (?:\\S+ )?pas (?:\\S+ ){0,3}${REC}`,
    's(?:i|il) (?:vous|tu|quelqu ?un|on|ils?) (?:n ?êtes|êtes|n ?es|es|n ?est|est|ne sont) pas d ?accord|(?:vous|tu) (?:n ?)?(?:êtes|es) (?:donc )?pas d ?accord|n ?êtes[ -]vous pas d ?accord|ceux qui (?:\\S+ ){0,2}pas d ?accord',
  ],
  more: {
    no: [
      `\\S*(?:accepte|acceptons|consens|consentons|autorise|autorisons|accepterai|autoriserai) (?:\\S+ )?${PAS}(?! (?:ta|ton|tes|vos|votre|linvitation|loffre|cette|ce|son|sa|ses|la|le) (?!(?:\\S+ ){0,3}${REC} ))`,
      `(?:veux|veut|voulons|souhait\\S+|voudrais|aime\\S*|désire\\S*|permets|apprécie\\S*|tiens) (?:\\S+ )?${PAS} (?:\\S+ ){0,5}${REC}`,
      `(?<! (?:ça|il|on|elle|tu|je|cela|ce|nous|qui|vous) (?:ne )?)[nm]?enregistr(?:e|es|ez) (?:\\S+ )?${PAS}`,
      `(?:ne )?${PAS} (?:me |nous |m ?)?[mn]?(?:enregistrer|filmer|transcrire)`,
      `(?:préfère|préférerais|préférons|préférerions|aimerais mieux|mieux) (?:\\S+ ){0,4}(?:pas|sans|non) (?:\\S+ ){0,3}${REC}`,
      `(?:préfère|préférerais|aimerais mieux) (?:\\S+ ){0,3}(?:ne )?(?:\\S+ )?pas (?:être )?${REC}`,
      `(?:pas d ?|sans |aucun )(?:(?:${SMALL}|être) ){0,3}${REC}(?= (?:s ?il vous plaît |svp |merci |s ?il te plaît )?$)`,
      'sans (?:mon|notre|son|le|aucun|ma|demander) (?:\\S+ )?(?:accord|consentement|autorisation|permission)',
      `(?:je )?(?:pars|quitte|raccroche|m ?en vais) (?:\\S+ ){0,3}si (?:\\S+ ){0,3}${REC}`,
      `${REC} (?:n ?est|est) pas (?:\\S+ )?(?:autorisée?|permise?|acceptable|ok|possible pour moi|d ?accord)`,
    ],
    perhapsNo: [`${REC} (?:me|nous) (?:rend|met|stresse|paraît)`, 'en désaccord'],
    withdrawn: [
      `\\S*(?:accepte|consens|veux|suis|autorise|souhaite) plus (?:\\S+ ){0,4}(?:${REC}|d ?accord)`,
      `(?:enlev|retir|coup)(?:e|ez|er)[ -](?:moi|nous|ma voix|ça) (?:\\S+ ){0,3}${REC}`,
    ],
    perhapsWithdrawn: [
      'changé d ?avis',
      '(?:je veux|on veut|je voudrais|il faut|on devrait) (?:\\S+ )?arrêter(?= $)',
      `(?:arrêté|arrêtée|coupé|stoppé|terminé|arrêtait|arrêterez|arrêtera) (?:(?:${SMALL}) ){0,3}${REC}(?= $)`,
    ],
    pause: ['off the record', 'hors micro', 'mettre (?:\\S+ ){0,3}sur pause|met[sz]?(?:tez)? (?:\\S+ ){0,3}sur pause'],
    perhapsYes: [
      'mon (?:accord|consentement)',
      'd ?accord (?:avec|pour) (?:ça|cela)',
      'enregistr(?:ez|e) moi',
      `(?:veux|voulons) bien (?:\\S+ ){0,2}${REC}`,
    ],
  },
  company:
    'nous|on|tous|toutes(?! les)|tous les deux|toutes les deux|acceptons|sommes|consentons|autorisons|donnons|au nom|personne \\d+ sur|et moi|mon (?:\\S+ )?(?:mari|copain|compagnon|chef|équipe|collègue|ami|avocat|fils|père|épouse|équipe)|ma (?:\\S+ )?(?:femme|compagne|copine|collègue|amie|avocate|fille|mère|chef|équipe)|moi et',
  please:
    'pouvez|peux|pourriez|pourrais|peut|pourrait|svp|stp|s ?il vous plaît|s ?il te plaît|merci de|voulez vous|veux tu|pourquoi ne pas|si on',
  which: 'quand|qui|où|avez|as|a|ont|jusqu ?à',
});
