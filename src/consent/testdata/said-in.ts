/** Words that people put around an answer, by what they do to it: a row a language. Material for made-up chat lines. */
export interface SaidIn {
  readonly not: readonly string[];
  /** Conditions before a yes, and whole ones after it. */
  readonly when: readonly string[];
  readonly tails: readonly string[];
  readonly asks: readonly string[];
  /** Others who speak, and what speaking is called. */
  readonly who: readonly string[];
  readonly says: readonly string[];
  readonly jokes: readonly string[];
  readonly fillers: readonly string[];
}

/** The words of a language. Throws RangeError for one that has none here. */
export function saidIn(language: string): SaidIn {
  const words = SAID_IN[language];
  if (!words) throw new RangeError(`${language} has no words for made-up lines`);
  return words;
}

const row = (words: Readonly<Record<keyof SaidIn, string>>): SaidIn => {
  const split = (key: keyof SaidIn) => words[key].split('|').map((word) => word.trim());
  return {
    not: split('not'),
    when: split('when'),
    tails: split('tails'),
    asks: split('asks'),
    who: split('who'),
    says: split('says'),
    jokes: split('jokes'),
    fillers: split('fillers'),
  };
};

const SAID_IN: Readonly<Record<string, SaidIn>> = {
  en: row({
    not: `not | don't | do not | never | no | won't | cannot | can't | hardly | neither | nor | without | refuse to | didn't | wouldn't | not yet | no longer | nobody | barely`,
    when: `if | unless | only if | as long as | provided that | when | once | after | until | but only when | in case | assuming | except if`,
    tails: `if it is deleted afterwards | unless Bob objects | as long as my voice is cut | but only the sound | when my manager is here | once the lawyer has read it | until noon | for five minutes | but not to the training | except for my name | if you pay me | only today`,
    asks: `do | should | must | may | can | would | did | why should | what happens if | who said | is it true that | do you think | how can`,
    who: `Bob | Ana | she | he | they | my wife | my boss | the chairman | everyone | nobody | Ana Popescu | our lawyer | the bot | Dr. Chen | the others | my lawyer and I`,
    says: `said | says | wrote | told me | typed | answered | whispered | would say | never said | claims | shouted | wants me to write | asked me to say`,
    jokes: `oh sure | yeah right | as if | haha | lol | sure sure | suuuure | when pigs fly | in your dreams | ha ha ha | just kidding | jk | /s | not really | said nobody ever | good one | rofl | my cat says | April fools`,
    fillers: `hello | please | thanks | ok | so | well | um | the | a | to | and | or | but | because | today | really | fully | maybe | I think | I guess | sort of | also | too | for now | kindly | yes | no | all | it | this | that | me | you | we | recording | meeting | weather | coffee | with | with Bob | on the price | about the date | that it is late`,
  }),
  es: row({
    not: `no | nunca | jamás | tampoco | ni | sin | no siempre | apenas | ya no | nadie`,
    when: `si | a menos que | solo si | siempre que | cuando | hasta que | después de que | salvo que | con tal de que`,
    tails: `si se borra después | salvo que Bob se oponga | pero solo el sonido | cuando venga mi jefa | hasta las doce | cinco minutos`,
    asks: `es que | quién dijo | debo decir | puedo decir | por qué | de verdad | crees que | cómo`,
    who: `Bob | Ana | ella | él | mi mujer | mi jefe | nadie | todos | nuestro abogado | el bot | Dra. Chen`,
    says: `dice | dijo | escribió | me dijo | contestó | nunca dijo | quiere que escriba | gritó`,
    jokes: `jajaja | sí, claro | anda ya | es broma | ni en sueños | como si | jeje | mi gato dice`,
    fillers: `hola | gracias | vale | bueno | pues | el | la | y | o | pero | porque | hoy | de verdad | quizás | creo que | sí | no | todo | me | te | grabación | reunión | el precio | con Bob | tarde`,
  }),
  fr: row({
    not: `ne pas | pas | jamais | non | ni | sans | plus | à peine | pas encore | personne`,
    when: `si | sauf si | seulement si | à condition que | quand | dès que | jusqu'à ce que | pourvu que | au cas où`,
    tails: `si c'est effacé ensuite | sauf si Bob s'y oppose | mais seulement le son | quand ma cheffe sera là | jusqu'à midi | cinq minutes`,
    asks: `est-ce que | qui a dit | dois-je dire | faut-il dire | pourquoi | est-il vrai que | comment`,
    who: `Bob | Ana | elle | il | ma femme | mon chef | personne | tous | notre avocat | le robot | Dr Chen`,
    says: `dit | a dit | a écrit | m'a dit | a répondu | n'a jamais dit | veut que j'écrive | criait`,
    jokes: `mdr | haha | bien sûr | c'est ça | je plaisante | dans tes rêves | quand les poules auront des dents | mon chat dit`,
    fillers: `bonjour | merci | ok | bon | ben | le | la | et | ou | mais | car | aujourd'hui | vraiment | peut-être | je crois que | oui | non | tout | moi | enregistrement | réunion | le prix | avec Bob | tard`,
  }),
  de: row({
    not: `nicht | nie | kein | niemals | nein | kaum | ohne | weder | noch nicht | nicht mehr | niemand`,
    when: `wenn | falls | außer | nur wenn | sobald | solange | bis | nachdem | sofern | unter der Bedingung dass`,
    tails: `wenn es danach gelöscht wird | außer Bob ist dagegen | aber nur Ton | sobald meine Chefin da ist | bis Mittag | fünf Minuten`,
    asks: `soll ich sagen | wer sagt | muss ich schreiben | warum | stimmt es dass | wie | darf ich sagen | heißt das`,
    who: `Bob | Ana | sie | er | meine Frau | mein Chef | niemand | alle | unser Anwalt | der Bot | Dr. Chen`,
    says: `sagt | sagte | schrieb | hat gesagt | meinte | sagte nie | will dass ich schreibe | rief`,
    jokes: `haha | ja klar | von wegen | Scherz | im Traum | lol | nur Spaß | sagt meine Katze`,
    fillers: `hallo | danke | ok | gut | also | die | das | und | oder | aber | weil | heute | wirklich | vielleicht | glaube ich | ja | nein | alles | mich | Aufnahme | Treffen | den Preis | mit Bob | spät`,
  }),
  pt: row({
    not: `não | nunca | jamais | nem | sem | ainda não | mal | já não | ninguém`,
    when: `se | a menos que | só se | desde que | quando | até que | depois que | caso`,
    tails: `se for apagado depois | a menos que o Bob se oponha | mas só o som | quando minha chefe chegar | até meio-dia | cinco minutos`,
    asks: `será que | quem disse | devo dizer | por que | é verdade que | como`,
    who: `Bob | Ana | ela | ele | minha mulher | meu chefe | ninguém | todos | o robô | Dra. Chen`,
    says: `diz | disse | escreveu | me disse | respondeu | nunca disse | quer que eu escreva`,
    jokes: `kkkk | até parece | brincadeira | rsrs | nem em sonho | diz meu gato | aham`,
    fillers: `oi | obrigado | ok | bom | então | a | o | e | ou | mas | porque | hoje | mesmo | talvez | acho que | sim | não | tudo | me | gravação | reunião | o preço | com o Bob | tarde`,
  }),
  it: row({
    not: `non | mai | no | né | senza | nemmeno | non ancora | a stento | non più | nessuno`,
    when: `se | a meno che | solo se | purché | quando | finché | dopo che | qualora`,
    tails: `se poi si cancella | a meno che Bob si opponga | ma solo il suono | quando arriva la mia capa | fino a mezzogiorno | cinque minuti`,
    asks: `forse | chi ha detto | devo dire | perché | è vero che | come`,
    who: `Bob | Ana | lei | lui | mia moglie | il mio capo | nessuno | tutti | il bot | Dott.ssa Chen`,
    says: `dice | disse | ha scritto | mi ha detto | non ha mai detto | vuole che scriva | urlava`,
    jokes: `ahah | sì, come no | scherzo | figuriamoci | nei tuoi sogni | dice il mio gatto | lol`,
    fillers: `ciao | grazie | ok | bene | allora | la | il | e | o | ma | perché | oggi | davvero | forse | credo che | sì | no | tutto | mi | registrazione | riunione | il prezzo | con Bob | tardi`,
  }),
  nl: row({
    not: `niet | nooit | geen | nee | nauwelijks | zonder | noch | nog niet | niet meer | niemand`,
    when: `als | tenzij | alleen als | zodra | zolang | totdat | nadat | mits`,
    tails: `als het daarna wordt gewist | tenzij Bob tegen is | maar alleen geluid | zodra mijn baas er is | tot twaalf uur | vijf minuten`,
    asks: `moet ik zeggen | wie zegt | waarom | klopt het dat | hoe | mag ik zeggen`,
    who: `Bob | Ana | zij | hij | mijn vrouw | mijn baas | niemand | iedereen | de bot | dr. Chen`,
    says: `zegt | zei | schreef | zei tegen mij | zei nooit | wil dat ik schrijf | riep`,
    jokes: `haha | ja hoor | grapje | in je dromen | lol | zegt mijn kat | tuurlijk`,
    fillers: `hallo | bedankt | ok | goed | dus | de | het | en | of | maar | want | vandaag | echt | misschien | denk ik | ja | nee | alles | me | opname | vergadering | de prijs | met Bob | laat`,
  }),
  sv: row({
    not: `inte | aldrig | nej | ej | knappt | utan | ännu inte | inte längre | ingen`,
    when: `om | såvida inte | bara om | förutsatt att | när | tills | efter att | ifall`,
    tails: `om det raderas sedan | om inte Bob är emot | men bara ljudet | när min chef är här | till klockan tolv | fem minuter`,
    asks: `ska jag säga | vem sa | varför | är det sant att | hur | måste jag säga`,
    who: `Bob | Ana | hon | han | min fru | min chef | ingen | alla | boten | dr Chen`,
    says: `säger | sa | skrev | sa till mig | sa aldrig | vill att jag skriver | ropade`,
    jokes: `haha | jo tjena | skojar bara | i dina drömmar | lol | säger min katt`,
    fillers: `hej | tack | ok | bra | alltså | den | det | och | eller | men | för | idag | verkligen | kanske | tror jag | ja | nej | allt | mig | inspelning | möte | priset | med Bob | sent`,
  }),
  da: row({
    not: `ikke | aldrig | nej | næppe | uden | hverken | endnu ikke | ikke længere | ingen`,
    when: `hvis | medmindre | kun hvis | forudsat at | når | indtil | efter at | såfremt`,
    tails: `hvis det slettes bagefter | medmindre Bob er imod | men kun lyden | når min chef er her | til klokken tolv | fem minutter`,
    asks: `skal jeg sige | hvem sagde | hvorfor | er det rigtigt at | hvordan | må jeg sige`,
    who: `Bob | Ana | hun | han | min kone | min chef | ingen | alle | botten | dr. Chen`,
    says: `siger | sagde | skrev | sagde til mig | sagde aldrig | vil have at jeg skriver | råbte`,
    jokes: `haha | ja ja | bare for sjov | i dine drømme | lol | siger min kat`,
    fillers: `hej | tak | ok | godt | altså | den | det | og | eller | men | for | i dag | virkelig | måske | tror jeg | ja | nej | alt | mig | optagelse | møde | prisen | med Bob | sent`,
  }),
  pl: row({
    not: `nie | nigdy | bez | ani | ledwie | jeszcze nie | już nie | nikt`,
    when: `jeśli | chyba że | tylko jeśli | pod warunkiem że | gdy | dopóki | kiedy | o ile`,
    tails: `jeśli potem usuniecie | chyba że Bob się sprzeciwi | ale tylko dźwięk | gdy przyjdzie szefowa | do południa | pięć minut`,
    asks: `czy | kto powiedział | mam napisać że | dlaczego | czy to prawda że | jak`,
    who: `Bob | Ana | ona | on | moja żona | mój szef | nikt | wszyscy | bot | dr Chen`,
    says: `mówi | powiedział | napisała | mówił mi | nigdy nie mówi | chce żebym napisał | krzyczał`,
    jokes: `haha | jasne jasne | żartuję | chyba śnisz | lol | mówi mój kot`,
    fillers: `cześć | dzięki | ok | dobrze | więc | to | i | lub | ale | bo | dziś | naprawdę | może | myślę że | tak | nie | wszystko | mnie | nagranie | spotkanie | cena | z Bobem | późno`,
  }),
  tr: row({
    not: `değil | hayır | asla | yok | hiç | henüz | artık | etmiyorum | kimse`,
    when: `eğer | ancak | sadece | şartıyla | olursa | kadar | sonra | yoksa`,
    tails: `sonra silinirse | Bob karşı değilse | ama sadece ses | müdürüm gelince | öğlene kadar | beş dakika`,
    asks: `acaba | kim dedi | neden | doğru mu | nasıl | yazmalı mıyım`,
    who: `Bob | Ana | o | eşim | patronum | kimse | herkes | bot | Dr. Chen`,
    says: `diyor | dedi | yazdı | bana dedi | hiç demedi | yazmamı istiyor | bağırdı`,
    jokes: `haha | tabii canım | şaka | rüyanda görürsün | lol | kedim diyor`,
    fillers: `merhaba | teşekkürler | tamam | iyi | yani | bu | ve | veya | ama | çünkü | bugün | gerçekten | belki | sanırım | evet | hayır | hepsi | beni | kayıt | toplantı | fiyat | geç`,
  }),
  uk: row({
    not: `не | ні | ніколи | без | ані | ледве | ще не | вже не | ніхто`,
    when: `якщо | хіба що | тільки якщо | за умови що | коли | доки | після того як`,
    tails: `якщо потім видалите | якщо Боб не проти | але тільки звук | коли прийде керівниця | до обіду | п’ять хвилин`,
    asks: `чи | хто сказав | мені писати | чому | чи правда що | як`,
    who: `Боб | Анна | вона | він | моя дружина | мій шеф | ніхто | всі | бот | лікарка Чен`,
    says: `каже | сказав | написала | казав мені | ніколи не казав | хоче щоб я написав | кричав`,
    jokes: `ахах | аякже | жарт | мрій далі | лол | каже мій кіт`,
    fillers: `привіт | дякую | ок | добре | отже | це | і | або | але | бо | сьогодні | справді | може | думаю | так | ні | все | мене | запис | зустріч | ціна | з Бобом | пізно`,
  }),
  zh: row({
    not: `不 | 没 | 别 | 从不 | 不是 | 无法 | 还没 | 谁都不`,
    when: `如果 | 除非 | 只有 | 只要 | 等到 | 之后 | 假如`,
    tails: `如果之后删除 | 除非老板反对 | 但只要声音 | 等主管来了 | 到中午为止 | 五分钟`,
    asks: `难道 | 谁说 | 要写 | 为什么 | 是不是 | 怎么`,
    who: `鲍勃 | 安娜 | 她 | 他 | 我太太 | 我老板 | 没人 | 大家 | 机器人 | 陈医生`,
    says: `说 | 写了 | 告诉我 | 回答 | 从没说过 | 要我写 | 喊`,
    jokes: `哈哈 | 才怪 | 开玩笑 | 做梦吧 | 呵呵 | 我的猫说`,
    fillers: `你好 | 谢谢 | 好 | 那么 | 这个 | 和 | 或 | 但是 | 因为 | 今天 | 真的 | 也许 | 我想 | 是 | 不 | 全部 | 我 | 录音 | 会议 | 价格 | 和鲍勃 | 晚了`,
  }),
  ja: row({
    not: `ない | ません | 決して | 絶対に | まだ | もう | 誰も | いいえ`,
    when: `もし | 場合 | だけ | まで | なら | 後で | 限り`,
    tails: `あとで消すなら | ボブが反対しなければ | でも音声だけ | 上司が来たら | 正午まで | 五分だけ`,
    asks: `誰が | なぜ | 本当に | どうやって | 書くべきですか | いつ`,
    who: `ボブさん | アナさん | 彼女 | 彼 | 妻 | 上司 | 誰か | みんな | ボット | チェン先生`,
    says: `が言った | と書いた | は言う | は答えた | は言わなかった | が叫んだ`,
    jokes: `笑 | わけない | 冗談 | 夢でね | 草 | うちの猫いわく`,
    fillers: `こんにちは | ありがとう | はい | では | これ | と | または | でも | だから | 今日 | 本当に | たぶん | と思う | いいえ | 全部 | 私 | 録音 | 会議 | 値段 | ボブさんと | 遅い`,
  }),
  ar: row({
    not: `لا | لم | لن | ليس | غير | أبدا | مش | بدون | ما زلت لا | لا أحد`,
    when: `إذا | إلا إذا | فقط إذا | بشرط أن | عندما | حتى | بعد أن | لو`,
    tails: `إذا حذف بعد ذلك | إلا إذا اعترض بوب | لكن الصوت فقط | عندما تأتي مديرتي | حتى الظهر | خمس دقائق`,
    asks: `هل | من قال | لماذا | كيف | هل صحيح أن | هل أكتب`,
    who: `بوب | آنا | هي | هو | زوجتي | مديري | لا أحد | الجميع | الروبوت | الدكتورة تشن`,
    says: `يقول | قال | كتبت | قال لي | لم يقل أبدا | يريد أن أكتب | صرخ`,
    jokes: `هههه | أكيد طبعا | أمزح | في أحلامك | لول | تقول قطتي`,
    fillers: `مرحبا | شكرا | حسنا | إذن | هذا | و | أو | لكن | لأن | اليوم | حقا | ربما | أظن | نعم | لا | كل شيء | أنا | التسجيل | الاجتماع | السعر | مع بوب | متأخر`,
  }),
  hi: row({
    not: `नहीं | मत | न | कभी नहीं | बिना | अभी नहीं | अब नहीं | कोई नहीं | nahi`,
    when: `अगर | जब तक | केवल अगर | बशर्ते | जब | के बाद | यदि`,
    tails: `अगर बाद में मिटा दें | जब तक बॉब मना न करे | पर केवल आवाज़ | जब मेरी मैनेजर आए | दोपहर तक | पाँच मिनट`,
    asks: `क्या | किसने कहा | क्यों | कैसे | क्या सच है कि | क्या लिखूँ`,
    who: `बॉब | आना | वह | मेरी पत्नी | मेरे बॉस | कोई नहीं | सब | बॉट | डॉ चेन`,
    says: `कहता है | ने कहा | ने लिखा | मुझसे कहा | कभी नहीं कहा | चाहता है कि मैं लिखूँ | चिल्लाया`,
    jokes: `हाहा | हाँ हाँ ज़रूर | मज़ाक | सपने में | lol | मेरी बिल्ली कहती है`,
    fillers: `नमस्ते | धन्यवाद | ठीक है | तो | यह | और | या | लेकिन | क्योंकि | आज | सच में | शायद | लगता है | हाँ | नहीं | सब | मुझे | रिकॉर्डिंग | मीटिंग | कीमत | बॉब के साथ | देर`,
  }),
};
