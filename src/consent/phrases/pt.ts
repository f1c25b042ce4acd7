import { phraseBook } from './grammar.ts';

const REC =
  '(?:grava(?:r|ção|ções|do|da|dos|das|ndo|m|dor|va|mos|-me|rem)?\\S*|grave(?:m|s|mos)?(?:-me)?|filma\\S*|transcr\\S*)';
const SMALL =
  'a|o|as|os|esta|este|essa|esse|isto|isso|minha|meu|sua|seu|nossa|uma|de|da|do|à|ao|com|em|que|me|nos|se|já|agora|reunião|chamada|toda|todo|por|favor|ser|mais';

export const pt = phraseBook({
  language: 'pt',
  latin: true,
  yes: `concordo | sim, concordo | sim concordo | eu concordo | sim, eu concordo | concordo com a gravação | concordo com a gravacao
    sim, concordo com a gravação | concordo em ser gravado | concordo em ser gravada | concordo que a reunião seja gravada
    estou de acordo | sim, estou de acordo | estou de acordo com a gravação | aceito | sim, aceito | eu aceito | aceito a gravação
    aceito a gravacao | sim, aceito a gravação | aceito ser gravado | aceito ser gravada | aceito que me gravem
    aceito que a reunião seja gravada | consinto | sim, consinto | consinto na gravação | dou o meu consentimento
    dou meu consentimento | sim, dou meu consentimento | sim, dou o meu consentimento | dou meu consentimento para a gravação
    dou o meu consentimento para a gravação | autorizo a gravação | autorizo a gravacao | sim, autorizo a gravação
    autorizo que me gravem | pode me gravar | podem me gravar | podem gravar-me | pode gravar-me | sim, pode me gravar
    sim, podem me gravar | sim, podem gravar-me`,
  yesToAll: `concordo com tudo | sim, concordo com tudo | aceito tudo | sim, aceito tudo | estou de acordo com tudo
    concordo com todas as finalidades | aceito todas as finalidades | consinto em tudo`,
  perhapsYes: `sim | sim sim | sim claro | claro | claro que sim | com certeza | certamente | ok | okay | tá | tá bom | ta bom | tá bem | está bem
    está bom | tudo bem | beleza | blz | pode | podem | pode ser | pode sim | podem sim | pode gravar | podem gravar | de acordo | combinado
    por mim tudo bem | por mim ok | por mim sim | sem problema | sem problemas | não tem problema | não há problema | nenhum problema
    não me importo | não me incomoda | não ligo | à vontade | fique à vontade | fiquem à vontade | pois não | pois claro | pois
    vamos lá | vá em frente | força | bora | manda ver | aceitado | aceite | perfeito | ótimo | positivo | isso | tranquilo | joia
    fechado | sim a tudo | a tudo | tudo | já`,
  no: `não | nao | não não | n | nunca | jamais | de jeito nenhum | de forma alguma | de forma nenhuma | de maneira nenhuma | nem pensar
    nem a pau | nem morto | claro que não | com certeza não | acho melhor não | melhor não | prefiro não | prefiro que não
    preferia não | preferia que não | preferiria que não | prefiro não fazer | não quero | não quero isso | não aceito | não concordo
    eu não concordo | eu não aceito | não consinto | não autorizo | não estou de acordo | não permito | recuso | eu recuso | recuso-me
    me recuso | oponho-me | me oponho | discordo | eu discordo | rejeito | eu não | comigo não | não dou meu consentimento
    não dou o meu consentimento | não dou permissão | não gosto | não pode | não podem | não gravem | não grave | sem gravação
    sem gravar | digo que não | eu disse não | minha resposta é não | a minha resposta é não | negativo | não obrigado | não obrigada
    nada disso | sou contra`,
  withdrawn: `pare | para | parem | parar | para isso | pare isso | parem com isso | pare com isso | para com isso | pare já | stop | chega
    basta | já chega | desligue | desliga | desliguem | desliga isso | desligue isso | pode parar | podem parar | podes parar | poderia parar
    retiro | eu retiro | retiro meu consentimento | retiro o meu consentimento | retiro o que disse | volto atrás | voltei atrás
    revogo | eu revogo | mudei de ideia | mudei de ideias | mudei de opinião | pensei melhor | me arrependi | arrependi-me | alto
    quero que pare | quero que parem | não quero mais | já não quero | não concordo mais | não aceito mais`,
  pausing: `pausa | pausar | pausem | pause | uma pausa | faça uma pausa | façam uma pausa | pausa aí | podemos pausar | pode pausar
    podem pausar | podemos fazer uma pausa | off the record | em off`,
  courtesy: `por favor | pfv | pf | se faz favor | faz favor | obrigado | obrigada | muito obrigado | muito obrigada | brigado | valeu
    desculpe | desculpa | desculpem | sinto muito | sinto | lamento | olá | oi | bom dia | boa tarde | boa noite | gente | pessoal | agora | bom | bem
    então | é | ah | mas | olha | olhe | senhor | senhora`,
  record: REC,
  small: SMALL,
  not: 'não|nao|nunca|jamais|nem|tampouco',
  agree:
    '(?:eu )?(?:concordo|concordamos|aceito|aceitamos|consinto|consentimos|autorizo|autorizamos)|(?:estou|estamos)(?: (?!não )\\S+)? de acordo|(?:dou|damos) (?:\\S+ ){0,2}(?:consentimento|autorização|permissão)',
  agreeing:
    'concord(?:o|a|am|amos|ar|arei|e|em|ei)|de acordo|aceit(?:o|a|am|amos|ar|arei|e|em|ei)|consint\\S*|consent(?:ir|imos|irei)|autoriz(?:o|a|am|amos|ar|arei|e|em)',
  aside: 'com|que|em que|sobre|o|a|os|as|seu|sua|esse|essa|um|uma',
  between:
    'estou|estamos|está|estão|me|te|se|lhe|o|a|posso|podemos|pode|vou|vamos|vai|quero|eu|realmente|nada|muito|totalmente|mesmo|pretendo|nunca',
  want: 'quero|quer|querem|queremos|queria|gostaria|gosto|gosta|desejo|deseja|permito|permite|aceito|aceita|aceitar|autorizo|acho bom|acho bem|sinto confortável|confortável|à vontade|dispost[oa]|de acordo|concordo|consinto',
  consent: 'consentimento|autorização|permissão',
  against:
    'contra|recus\\S*|op(?:onho|omos|õe)\\S*|me oponho|rejeit\\S*|proíb\\S*|incomod\\S*|desconfort\\S*|discordo da|discordo de|nego',
  noLonger: 'já não|não (?:\\S+ ){0,4}mais',
  stop: 'par(?:e|em|ar|emos|es)|parem|interromp(?:a|am|er)|deslig(?:a|ar|ue|uem)|deix(?:a|e|em|ar) de|termin(?:e|em|ar)|encerr(?:e|em|ar)|acab(?:e|em|ar) com|cort(?:a|e|em|ar)|cancel(?:a|e|em|ar)|stop|fech(?:a|e|em)|chega de|para (?:de|com)',
  takeBack: 'retir(?:o|ar|amos)|revog(?:o|ar|amos)|cancelo|anulo|volto atrás no',
  erase: 'apag(?:a|ar|ue|uem)|delet(?:a|ar|e|em)|elimin(?:a|ar|e|em)|exclu(?:a|am|ir|i)|destru(?:a|am|ir)',
  pause:
    'paus(?:a|ar|e|em|ou|aram|ada|ado|emos)|suspend(?:a|am|er|e)|(?:põe|ponha|ponham|coloca|coloque|coloquem) em pausa',
  trouble: 'preocup\\S+|nervos\\S+|dúvidas?|medo|ninguém|nenhuma?|sem|problemas?|ilegal|estranh[oa]|receio',
  fine: 'sim|ok|claro|bem|bom|pode|podem|podes|à vontade|content[oe]|feliz|confortável|problemas?|importo|incomoda|objeção|contra|tranquilo|aceito|permissão',
  noProblem:
    'não (?:sou|estou|tenho nada) contra|não (?:me|nos) (?:importo|importamos|incomoda|incomodo|oponho)|não (?:tenho|temos|há|tem|vejo) (?:nenhum |nenhuma |qualquer )?(?:problemas?|objeção|objeções|inconveniente)(?: contra)?|sem (?:nenhum )?(?:problemas?|objeções)|nenhum problema|não faz mal|não se preocupem?|não te preocupes|pois não|não ligo',
  missing:
    'ouço|oiço|escuto|vejo|encontro|acho|tenho|consigo (?:ouvir|ver|abrir|achar)|recebi|recebido|abre|ouvir|ver|abrir|encontrar|esqueçam?|esquece',
  harmless: [
    `não (?:pares|para|pare de gravar|precisa parar|precisam parar|precisa interromper|interrompas|desligues|parem não)(?: (?:${SMALL}|${REC}))*`,
    `(?:sem|não é preciso|não é necessário|não precisa|não precisam) (?:parar|pausar|interromper|desligar)(?: (?:${SMALL}|${REC}))*`,
    'se (?:você|vocês|alguém|não) (?:não )?(?:concord\\S+|aceit\\S+|está de acordo|estiver de acordo)|(?:você|vocês|tu) (?:não )?(?:concordam?|concordas|aceitam?|aceitas|estão de acordo|está de acordo)|quem não (?:concordar|concorda)|não concordas|não aceitas',
  ],
  more: {
    no: [
      'não (?:me |nos |o |a |se |deve |devem |podem? )?(?:grav(?:e|em|es|ar|emos)(?:-me| me)?|filmem?)',
      `(?:melhor|prefiro|preferimos|preferia|preferiria|prefere) (?:que )?(?:não|sem) (?:\\S+ ){0,3}${REC}`,
      `(?:sem|nada de) (?:(?:${SMALL}) ){0,3}${REC}(?= (?:por favor |obrigad[oa] )?$)`,
      'sem (?:o |a )?(?:meu|minha|nosso|nossa|qualquer|dar) (?:\\S+ )?(?:consentimento|permissão|autorização)',
      `que não (?:me|nos|se) ${REC}`,
      `proibido ${REC}|(?:saio|vou sair|vou embora) se (?:\\S+ ){0,3}${REC}`,
      `${REC} não (?:está |é |me )?(?:permitid[ao]|autorizad[ao]|agrada|quero)`,
    ],
    perhapsNo: [`${REC} (?:me|nos) (?:deixa|dá)`, 'discordo'],
    withdrawn: ['(?:tire|tira|tirem|retire|retirem|corte|cortem)(?: me)? (?:\\S+ ){0,3}da gravação'],
    perhapsWithdrawn: [
      'mudei de (?:ideia|opinião|ideias)',
      '(?:quero|queremos|preciso|prefiro) (?:que )?(?:parar|pare|parem)(?= $)',
      `(?:pararam|parou|pararão|vão parar|desligaram|encerraram|interromperam) (?:(?:${SMALL}) ){0,4}${REC}(?= $)`,
    ],
    pause: ['off the record', 'em off'],
    perhapsYes: ['meu consentimento', '(?:concordo|de acordo) com (?:isso|isto)', 'me grav[ae]m?|gravem me|grava me'],
  },
  company:
    'nós|a gente|ambos|ambas|os dois|as duas|todos|todas(?! as finalidades)|concordamos|aceitamos|estamos|consentimos|autorizamos|damos|nos|em nome|pessoa \\d+ de|e eu|eu e|minha (?:\\S+ )?(?:mulher|esposa|chefe|colega|equipe|equipa|filha|mãe|advogada|amiga)|meu (?:\\S+ )?(?:marido|chefe|colega|time|filho|pai|advogado|amigo)',
  please: 'pode|podem|podes|poderia|poderiam|podia|podiam|podemos|por favor|se importa|por que não',
  which: 'quando|quem|onde|até|já pararam|pararam|pausaram|parou',
});
