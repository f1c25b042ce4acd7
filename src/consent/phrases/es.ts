import { phraseBook } from './grammar.ts';
import { MARKS } from './phrase-book.ts';

const REC = '(?:grab[aáeéioó]\\S*|filma\\S*|transcri[bp]\\S*)';
const SMALL =
  'la|el|las|los|esta|este|esa|ese|esto|eso|mi|tu|su|nuestra|una|de|del|a|al|con|en|que|me|nos|se|lo|ya|ahora|reunión|llamada|toda|todo|más|por|favor';

export const es = phraseBook({
  language: 'es',
  latin: true,
  marks: { ...MARKS, before: /^¡/u },
  yes: `estoy de acuerdo | sí, estoy de acuerdo | si, estoy de acuerdo | sí estoy de acuerdo | yo estoy de acuerdo
    estoy de acuerdo con la grabación | estoy de acuerdo con la grabacion | estoy de acuerdo con que se grabe
    estoy de acuerdo en que se grabe | estoy de acuerdo con que me graben | estoy de acuerdo en que me graben
    estoy de acuerdo en ser grabado | estoy de acuerdo en ser grabada | sí, estoy de acuerdo con la grabación
    sí, estoy de acuerdo en que se grabe | estoy conforme | sí, estoy conforme | estoy conforme con la grabación
    acepto | sí, acepto | si, acepto | sí acepto | yo acepto | acepto la grabación | acepto la grabacion | sí, acepto la grabación
    acepto que se grabe | acepto que me graben | acepto que me grabes | acepto que me grabéis | acepto ser grabado | acepto ser grabada
    consiento | sí, consiento | consiento la grabación | consiento que se grabe | consiento que me graben
    doy mi consentimiento | sí, doy mi consentimiento | doy mi consentimiento para la grabación
    doy mi consentimiento para que se grabe | doy mi consentimiento para que me graben | autorizo la grabación
    autorizo la grabacion | sí, autorizo la grabación | autorizo que se grabe | autorizo que me graben | puedes grabarme
    puede grabarme | pueden grabarme | podéis grabarme | sí, puedes grabarme | sí, pueden grabarme | sí, podéis grabarme`,
  yesToAll: `estoy de acuerdo con todo | sí, estoy de acuerdo con todo | estoy de acuerdo con todos los fines | acepto todo
    sí, acepto todo | acepto todos los fines | acepto todas las finalidades | consiento a todo | doy mi consentimiento para todo`,
  perhapsYes: `sí | si | sip | sipi | sí sí | sí claro | claro | claro que sí | por supuesto | desde luego | cómo no | vale | ok | okay | okey
    oki | de acuerdo | conforme | aceptado | adelante | dale | venga | órale | ándale | va | sale | bien | muy bien | está bien
    me parece bien | me parece | perfecto | genial | listo | hecho | sin problema | ningún problema | no hay problema | sin problemas
    no hay inconveniente | por mí bien | por mí vale | por mí sí | por mí perfecto | no me importa | no me molesta | sí por favor
    sí vale | sí adelante | sí a todo | a todo | todo | afirmativo | simón | correcto | lo acepto | si estoy de acuerdo | si acepto`,
  no: `no | nop | nope | nel | nunca | jamás | nunca jamás | para nada | de ninguna manera | de ningún modo | en absoluto | ni hablar
    ni de broma | ni loco | ni loca | que no | claro que no | por supuesto que no | mejor no | prefiero que no | preferiría que no
    prefiero no | preferiría no | prefiero no hacerlo | no quiero | no lo quiero | no quiero eso | no acepto | no lo acepto
    no consiento | no autorizo | no lo autorizo | no estoy de acuerdo | no estoy conforme | no estamos de acuerdo | me niego | me opongo
    rechazo | lo rechazo | rechazado | rehúso | en desacuerdo | estoy en desacuerdo | yo no | a mí no | conmigo no | no conmigo
    no doy mi consentimiento | no doy permiso | no me parece | no me parece bien | no me gusta | digo que no | mi respuesta es no
    he dicho que no | dije que no | negativo | no y no | no grabar | no grabes | no graben | sin grabación | sin grabar`,
  withdrawn: `para | pare | paren | parad | parar | para esto | páralo | párelo | párenlo | paradlo | detente | deténgase | deténganse
    detenlo | deténgalo | deténganlo | stop | alto | basta | basta ya | corta | corten | corta eso | apágalo | apáguelo | apáguenlo
    apagadlo | apaga eso | puedes parar | puede parar | pueden parar | podéis parar | puedes pararlo | pueden pararlo | podrías parar
    podrían parar | me retracto | me desdigo | lo retiro | retiro lo dicho | retiro mi consentimiento | retiro mi sí | revoco
    lo revoco | me arrepiento | me he arrepentido | cambié de opinión | he cambiado de opinión | cambié de idea | he cambiado de idea
    me lo he pensado mejor | me lo pensé mejor | quiero que pares | quiero que paren`,
  pausing: `pausa | pausar | pausad | pausen | pause | pausa esto | una pausa | haz una pausa | haga una pausa | hagan una pausa
    haced una pausa | podemos pausar | puedes pausar | pueden pausar | podemos hacer una pausa | off the record`,
  courtesy: `por favor | porfavor | porfa | xfa | gracias | muchas gracias | mil gracias | perdón | perdona | perdone | perdonen
    disculpa | disculpe | disculpen | lo siento | hola | buenas | buenos días | buenas tardes | chicos | señores | señor | señora
    ahora | ahora mismo | ya | bueno | pues | eh | pero | oye | oigan | es que`,
  record: REC,
  small: SMALL,
  not: 'no|nunca|jamás|tampoco|ni',
  agree:
    '(?:estoy|estamos)(?: \\S+)? (?:de acuerdo|conformes?)|acepto|aceptamos|consiento|consentimos|autorizo|autorizamos|(?:doy|damos) (?:\\S+ )?(?:consentimiento|permiso|autorización)',
  agreeing:
    'de acuerdo|conformes?|acept(?:o|a|as|an|amos|ar|aré|aría|aremos|e|en|es|arlo)|consient\\S*|consent(?:ir|imos|iré)|autori(?:zo|za|zan|zamos|zar|zaré|ce|cen)',
  aside: 'con|en que|en lo|sobre|que|respecto|la|el|las|los|tu|tus|su|sus|esa|ese|un|una',
  between:
    'estoy|estamos|estaba|está|están|estaré|estaría|me|te|se|le|lo|la|puedo|podemos|puede|pueden|voy|vamos|va|a|quiero|queremos|quiere|he|hemos|ha|yo|realmente|del|todo|para|nada|muy|nunca|pienso',
  want: 'quiero|quiere|quieren|queremos|quisiera|quería|deseo|desea|deseamos|permito|permite|permitimos|permitiré|gusta|gustaría|apetece|parece|convence|acepto|acepta|aceptan|aceptamos|aceptar|autorizo|consiento|cómod[oa]s?|tranquil[oa]s?|dispuest[oa]s?|de acuerdo|interesa',
  consent: 'consentimiento|autorización|permiso',
  against:
    'en contra|opongo|oponemos|opone|niego|negamos|niega|rechazo|rechazamos|rechaza|rehúso|prohíbo|prohíbe|incómod[oa]s?|incomoda|molesta',
  noLonger: 'ya no|no (?:\\S+ ){0,4}más',
  stop: 'par(?:ar|arla|arlo|ad|e|en|emos|éis|as)|det(?:ener|enerla|én|enga|engan|ened|engamos|engas)|(?:deja|dejad|dejar|dejen|deje|dejes|dejéis) de|cort(?:a|ar|e|en|ad)|apag(?:a|ar|ue|uen|ad)|termin(?:ar|e|en|ad)|acab(?:a|ad|e|en|ar) con|interrump(?:e|a|an|id|ir)|finali(?:zar|ce|cen|zad)|stop|quit(?:a|ar|en|ad|e)|cancel(?:a|ar|e|en|ad)|desactiv(?:a|ar|e|en|ad)|basta de|basta con',
  takeBack: 'retir(?:o|ar|amos)|revoc(?:o|ar|amos)|anul(?:o|ar)|quito|quitar|cancelo',
  erase: 'borr(?:a|ar|e|en|ad|es)|elimin(?:a|ar|e|en|ad|es)|suprim(?:e|an|ir)|destruy\\S+|destruir',
  pause:
    'paus(?:a|ar|e|en|ad|emos|aste|ado|asteis|aron)|suspend(?:e|er|an|ed|a)|pon(?:ed|er)? en pausa|pongan en pausa',
  trouble: 'preocup\\S+|nervios\\S+|dud\\S+|miedo|nadie|ninguna?|sin|problemas?|ilegal|rar[oa]',
  fine: 'sí|vale|ok|claro|bien|adelante|perfecto|puedes?|pueden|podéis|encantad[oa]|content[oa]|cómod[oa]|problemas?|inconvenientes?|importa|molesta|objeción|objeciones|en contra|permiso|acepto',
  noProblem:
    'no (?:estoy|tengo nada|estamos) en contra|no (?:me|nos) (?:molesta|importa|incomoda|opongo|niego)|no (?:tengo|tenemos|hay|veo|es) (?:ningún |ninguna |un )?(?:problemas?|inconvenientes?|objeción|objeciones|pega|dudas?)(?: contra)?|sin (?:ningún )?(?:problemas?|inconvenientes?|duda)|ningún problema|no pasa nada|no te preocupes|no se preocupen|no os preocupéis',
  missing:
    'oigo|oye|escucho|veo|ve|encuentro|tengo|puedo|recib[ií]|recibido|llega|llegó|abre|oír|ver|abrir|escuchar|encontrar|olvides|olviden',
  harmless: [
    `no (?:lo |la )?(?:pares|detengas|paréis|detengáis|interrumpas|cortes|apagues|parar|detener|pauses)(?: (?:${SMALL}|${REC}))*`,
    `(?:sin|no hace falta|no es necesario|no hay que|no tienes? que|no tienen que|no tenéis que) (?:parar|detener|pausar|interrumpir|cortar)(?: (?:${SMALL}|${REC}))*`,
    'si no (?:estás|está|están|estáis) de acuerdo|(?:si|quien) (?:\\S+ )?no acept(?:a|as|an|áis)|no (?:estás|estáis) de acuerdo|no acept(?:as|áis)',
  ],
  more: {
    no: [
      'no (?:me |nos |lo |la |se )?grab(?:es|e|en|éis|ar|arme|arnos|ad)(?:me|nos|lo)?',
      `(?:mejor|prefiero|preferimos|preferiría|preferiríamos|prefiere) (?:que )?(?:no|sin) (?:\\S+ ){0,3}${REC}`,
      `(?:sin|nada de) (?:(?:${SMALL}|ser) ){0,3}${REC}(?= (?:por favor |gracias |mejor )?$)`,
      'sin (?:mi|nuestro|nuestra|el|su|ningún|dar) (?:\\S+ )?(?:consentimiento|permiso|autorización)',
      `que no (?:me|nos|se|lo|la) ${REC}`,
      `prohibido ${REC}|me (?:voy|salgo|marcho) si (?:\\S+ ){0,3}${REC}`,
      `${REC} (?:no|tampoco) (?:está |me |nos )?(?:permitid[oa]|parece|gusta|autorizad[oa]|quiero)`,
    ],
    perhapsNo: [`${REC} (?:me|nos) (?:pone|da|parece)`, '(?:estoy|estamos) en desacuerdo'],
    withdrawn: [
      `(?<=^ |(?:favor|no|pero|hola|perdón|gracias|y|ya|ahora|que) )para (?:la|esta|esa|de|ya|tu|con la|el) (?:(?:${SMALL}) )*${REC}`,
      '(?:me )?sac(?:a|ad|ar|arme|adme|ame|ame|que|quen|uenme|quenme) (?:\\S+ )?de la grabación',
    ],
    perhapsWithdrawn: [
      '(?:cambié|cambiado) de (?:opinión|idea)',
      '(?:quiero|queremos|prefiero|necesito) (?:que )?par(?:ar|es|en|e|emos)',
      `(?:paró|parado|detenido|paraste|pararon|parasteis|terminó|paran|paráis) (?:(?:${SMALL}) ){0,4}${REC}(?= $)`,
    ],
    pause: ['off the record', 'extraoficial(?:mente)?', 'fuera de micrófono'],
    perhapsYes: [
      'mi consentimiento',
      '(?:estoy|estamos) (?:\\S+ )?de acuerdo con (?:esto|eso|ello)',
      'grábame|grabadme|grábenme',
    ],
  },
  company:
    'nosotros|nosotras|ambos|ambas|los dos|las dos|todos(?! los (?:fines|propósitos))|todas(?! las)|estamos|aceptamos|consentimos|autorizamos|damos|nos|en nombre|persona \\d+ de|y yo|mi (?:\\S+ )?(?:mujer|marido|esposa|esposo|pareja|jefe|jefa|equipo|colega|hijo|hija|madre|padre|hermano|hermana|abogado|abogada|amigo|amiga)',
  please:
    'puedes?|pueden|podéis|podrías?|podrían|podríais|podemos|por favor|porfa|quieres|te importa|les importa|por qué no',
  which: 'cuándo|quién|dónde|habéis|has|han|hasta',
});
