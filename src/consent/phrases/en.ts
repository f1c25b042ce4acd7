import { list, MARKS, type PhraseBook } from './phrase-book.ts';

/** record, recording, recorded …, and what people also call it. */
const REC = '(?:record(?:ing|ings|ed|er|s)?|tap(?:e|ed|ing)|film(?:ed|ing)?|transcri(?:be|bed|bing|pt|ption))';
const NOT = '(?:not|dont|doesnt|didnt|wont|cant|cannot|wouldnt|couldnt|shouldnt|isnt|arent|aint|never)';
/** To agree, but not with something else ("I agree with Bob", "we do not agree on the price"). */
const AGREE = `(?:agree|consent) (?!(?:with (?!(?:(?:the|this|that|my|a|any|you|being) )*${REC})|on (?!behalf )|(?:about|that|how|what|whether|when|why|which) ))`;
/** Articles and the like before the recording. */
const THE =
  '(?:(?:the|this|that|my|your|our|any|all|every|audio|video|screen|meeting|call|to|being|with|us|me|damn) ){0,4}';
const ABOUT_IT = `(?: (?:if|to|with|against|about|at|all|you|we|me|us|them|being|be|is|are|getting|the|this|that|meeting|call|it|a|in|for|having|${REC}))*`;
const MINE =
  'wife|husband|partner|colleagues?|boss|manager|team|friends?|daughter|son|mother|mum|mom|father|dad|kids?|children|lawyer';
/** Up to n words; not one of them says no. */
const yesGap = (n: number) => `(?:(?!(?:not|dont|doesnt|never) )\\S+ ){0,${n}}`;
/** Up to n words. */
const gap = (n: number) => `(?:\\S+ ){0,${n}}`;
const re = (pattern: string) => new RegExp(pattern, 'u');
const every = (pattern: string) => new RegExp(pattern, 'gu');

const I_AGREE = list('i agree | i consent | yes, i agree | yes i agree | yes, i consent | yes i consent');
const AND_TO = [
  '',
  ' to the recording',
  ' to this recording',
  ' to be recorded',
  ' to being recorded',
  ' to recording',
];
const AND_ALL = [' to all', ' to all of it', ' to all purposes', ' to all the purposes'];

export const en: PhraseBook = {
  language: 'en',
  latin: true,
  unspaced: false,
  yes: [
    ...I_AGREE.flatMap((agree) => AND_TO.map((to) => agree + to)),
    ...list(`i agree to this meeting being recorded | i agree to the meeting being recorded | i give my consent
      i give my consent to the recording | i give my consent to be recorded | i accept the recording | i accept being recorded
      you may record me | yes, you may record me | yes you may record me | i am happy to be recorded | i'm happy to be recorded
      i am fine with being recorded | i'm fine with being recorded | i am ok with being recorded | i'm ok with being recorded
      i am okay with being recorded | i'm okay with being recorded`),
  ],
  yesToAll: I_AGREE.flatMap((agree) => AND_ALL.map((all) => agree + all)),
  marks: MARKS,
  courtesy:
    list(`please | pls | plz | kindly | thanks | thank you | thx | sorry | hi | hello | hey | guys | everyone | everybody
    folks | sir | madam | now | actually | well | um | uh | oh | ah | but | at all`),
  harmless: [
    every(
      ` (?:dont|do not|never|not|no need to|cant|cannot|wont|didnt|did not|without) (?:ever |please |just )?(?:stop|stopping|pause|pausing|end|halt)(?: (?:the|this|that|my|our|${REC}))* `,
    ),
    every(
      ` (?:dont|do not|did not|didnt|would not|wouldnt|no|not|without)(?: (?:really|at|all|any|have|see|got|a|an))* (?:mind|objections?|issues?|problems?|concerns?|worry|worries)${ABOUT_IT} `,
    ),
    every(` (?:not|isnt|nothing) (?:at all )?(?:against|opposed|uncomfortable|bothered by)${ABOUT_IT} `),
    every(
      ' (?:do|dont|did|didnt|can|cant|will|wont|would|should) (?:you|they|we|he|she)(?: (?:not|all|both|also))* (?:agree|consent) ',
    ),
    every(
      ' (?:if|unless|whoever|anyone who|those who) (?:you |anyone |somebody |someone |they |people )?(?:do not|dont|does not|doesnt) (?:agree|consent) ',
    ),
    every(
      ` (?:cant|cannot|couldnt|didnt|did not|dont|do not|havent|not) (?:see|find|hear|open|play|watch|get|got|receive|received|have|access|seen|share|download|view|remember) (?:the|a|any|your|last|that|this|my|our|yesterdays) ${gap(2)}${REC} `,
    ),
  ],
  withdrawn: {
    whole:
      list(`stop | stop it | stop this | stop that | stop here | stop rec | recording off | turn it off | switch it off | shut it off
      can you stop | could you stop | can you stop it | could you stop it | can you please stop | could you please stop
      would you please stop | i want you to stop | you must stop | i take it back | i take that back | i withdraw | i withdraw it
      i withdraw that | withdraw | i revoke | i revoke it | revoke | i changed my mind | i have changed my mind | ive changed my mind
      changed my mind | i change my mind`),
    sure: [
      re(
        ` (?:stop|stopping|(?<!(?:the|an|in) )end|cease|halt|quit|cancel|abort|disable|turn off|switch off|shut off|shut down|kill) ${THE}${REC} `,
      ),
      re(` (?:turn|switch|shut) ${THE}${REC} off `),
      re(' recording (?:should|must|has to|needs to) (?:stop|end|be stopped|be ended|be turned off|be switched off) '),
      re(
        ' (?:take|taking|took|want) (?:back )?(?:my|that|the) (?:yes|consent|agreement|permission|approval|answer|word)(?: to \\S+ \\S+)? back ',
      ),
      re(' (?:take|taking|took) back (?:my|that|the) (?:yes|consent|agreement|permission|approval|answer|word) '),
      re(
        ` (?:withdraw|withdrawing|withdrew|revoke|revoking|retract|rescind|cancel) ${gap(2)}(?:consent|yes|agreement|permission|approval) `,
      ),
      re(` (?:withdraw|step out) (?:from|of) (?:the |this |any )?(?:${REC}|study|research|interview) `),
      re(` no longer ${gap(3)}(?:agree|consent|${REC}|ok|okay|comfortable) `),
      re(` (?:delete|erase|destroy|discard|wipe) ${THE}(?:${REC}|what you recorded) `),
      re(
        ` (?:take|cut|edit|remove|keep|leave) (?:me|my voice|my part|us|that|this) ${gap(2)}(?:from|out of|off|out) ${THE}${REC} `,
      ),
    ],
    perhaps: [
      re(' changed? my mind | i take (?:it|that|this) back (?!to )| (?:i|we) (?:want|would like|need|have) to stop '),
      re(' (?:can|could|shall|should|lets|let) (?:we |us )?(?:please )?stop $'),
    ],
  },
  refused: {
    whole:
      list(`no | nope | nah | nay | never | no way | hell no | hard no | no never | absolutely not | certainly not | definitely not
      of course not | not ok | not okay | not agreed | not agree | rather not | id rather not | i would rather not | i rather not
      prefer not | prefer not to | i prefer not | i prefer not to | id prefer not to | i would prefer not to | wed rather not
      we would rather not | i object | i refuse | i decline | decline | declined | refused | i disagree | disagree | i say no
      i said no | my answer is no | its a no | it is a no | thats a no | that is a no | no from me | a no from me | not for me | no consent
      no permission | i do not | i dont | i wont | i will not | no i dont | no i do not | no i wont | no i will not | no i would not
      no i wouldnt | no i would rather not | no id rather not | no i disagree | no i refuse | no i object | dont | do not | no dont
      no please dont | no do not | i do not want this | i dont want this | i do not want that | i dont want that | i dont want to
      i do not want to | i dont want it | count me out | i am against it | im against it | opt out | i opt out | no rec | not me`),
    sure: [
      re(
        ` (?:do not|dont|did not|didnt|cannot|can not|cant|will not|wont|would not|wouldnt|could not|never|not) ${gap(2)}${AGREE}`,
      ),
      re(
        ` (?:not|never|havent|hasnt|didnt) (?:yet |ever )?(?:agreed|consented) (?:yet )?to (?:this|be|being|(?:the |any )?${REC}) `,
      ),
      re(
        ` ${NOT} ${gap(2)}(?:accept|allow|permit|approve|authori[sz]e|want|wanna|like|wish|appreciate|enjoy) ${gap(4)}${REC} `,
      ),
      re(` (?:rather|prefer|please|wish|ask|asked|hope) ${gap(3)}(?:not|didnt|dont|no) ${gap(3)}${REC} `),
      re(
        ' (?:id|i would|i|wed|we would|we) (?:rather|prefer) not(?: to)? $| (?:i|we) (?:do|would|really|actually) mind ',
      ),
      re(
        ` (?:not|dont|cant|isnt|arent|aint) ${gap(2)}(?:comfortable|allowed|happy|ok|okay|keen|willing|fine|ready|prepared|cool|good|interested|glad) ${gap(4)}${REC} `,
      ),
      re(
        ` (?:uncomfortable|unhappy|unwilling|against|opposed|(?:object|refuse|decline|forbid|prohibit)s?) ${gap(4)}${REC} `,
      ),
      re(
        ` ${REC} (?:is|are|was) (?:not|never) ${gap(1)}(?:ok|okay|allowed|fine|wanted|good|acceptable|agreed|permitted|alright) `,
      ),
      re(
        '(?<! (?:you|we|they|i|he|she|who|it|why)) (?:dont|do not|not|never) (?:please |ever |you dare )?(?:record|tape|film) ',
      ),
      re(
        ' no (?:more |further |audio |video |sound )?(?:recordings?|taping|filming)(?: (?:please|of|me|us|for|today|here|thanks|thank|you|at|all|now|this|meeting|call))* $',
      ),
      re(` without (?:being )?${THE}(?:recordings?|recorded|taping)(?: (?:me|us|please|it|this|then|today))* $`),
      re(
        ` opt(?:ing)? (?:me )?out | no (?:\\S+ )?(?:consent|permission) | without (?:my|our|any|\\S+ing) (?:consent|permission) | say no to ${THE}${REC} | leave (?:the meeting |the call )?if (?:you|this|it|we) ${gap(3)}${REC} `,
      ),
    ],
    perhaps: [
      re(
        ` (?:${NOT}|no|nobody|none|without|hates?|dislike|problems?|issues?|concerns?|concerned|worried|uneasy|hesitant|nervous|unsure|disagree|objections?|scared|afraid) ${gap(4)}${REC} `,
      ),
      re(
        ' (?:dont|do not|didnt|cannot|cant|not) (?:\\S+ )?agree with (?:this|that|it|you) | agree to (?:nothing|none) ',
      ),
      re(` ${REC} (?:makes|feels|is) ${gap(2)}(?:uncomfortable|nervous|weird|wrong|illegal|creepy) `),
      re(
        `^ (?:no|nope|nah) ${gap(4)}(?:rather|prefer|refuse|wont|wouldnt|would not|will not|do not want|dont want|not happy|not comfortable|not ok|not okay) `,
      ),
      re(' (?:i|we) (?:\\S+ )?disagree (?:with|to) (?:this|that|it|being) '),
    ],
  },
  briefly: [],
  pause: {
    whole: list(
      'pause | pause rec | rec pause | pause it | pause this | can we pause | can you pause | could we pause | could you pause | can you pause it',
    ),
    sure: [re(` (?:pause|pausing|suspend|hold|interrupt) ${THE}${REC} | off the record `)],
    perhaps: [re(` (?:pause|break) (?:in|from) (?:the )?${REC} `)],
  },
  perhapsYes: {
    whole:
      list(`yes | yeah | yea | yep | yup | ya | aye | ok | okay | okey | k | kk | y | sure | sure thing | of course | fine | alright
      all right | agree | agreed | consent | i accept | accept | accepted | absolutely | certainly | definitely | gladly | go ahead
      go for it | do it | happy to | fine by me | fine with me | ok with me | okay with me | ok by me | ok for me | fine for me
      works for me | good with me | its fine | its ok | its okay | thats fine | thats ok | thats okay | that is fine | im fine with it
      im fine with that | im ok with it | im ok with that | im okay with that | i am ok with that | i am fine with that | im in | i do
      i dont mind | i do not mind | no problem | no objection | no objections | no worries | not a problem | be my guest | please do
      by all means | you may | you can | yes fine | yes ok | yes sure | yes of course | yes go ahead | ok go ahead | sure go ahead
      yes thats fine | yes its fine | yes its ok | yes i do | yes agreed | yes agree | yes to all | to all | yes all | ok fine
      yes no problem | sure no problem | ok no problem | yes you may | yes you can`),
    perhaps: [
      re(
        ` (?:i|of|us|yes|ok|okay|yeah|yep|sure|fully|${MINE}|(?<!(?:do|does|did|you|they) )(?:we|all|both|everyone|everybody|people)) ${yesGap(3)}(?:agreed |consented |${AGREE})`,
      ),
      re(
        ` (?<!(?:not|dont|doesnt|never) )(?:agree|agreed|consent|consented) to (?:be|being|the|this|all|it|that|${REC}) | i ${gap(2)}agree with (?:this|that|it) | my consent `,
      ),
      re(
        ` (?:yes|yeah|sure|ok|okay|fine|alright|agreed|happy|glad|comfortable|cool|good|free|welcome|go ahead|permission|(?:dont|do not|not) mind|(?:not|nothing) (?:against|opposed)|objections?|no problem|no issues?|you may|you can|you could|let you|gladly|accept) ${gap(4)}${REC} `,
      ),
      re(
        ` ${REC} (?:is |it is |its |this is )?(?:ok|okay|fine|alright|good|no problem|cool|not a problem) | record me `,
      ),
    ],
  },
  company: re(
    ` (?:we|us|our|both|all of us|everyone here|everybody here|the two of us|and i|and me|people here|on behalf|person \\d+ of|my (?:\\S+ )?(?:${MINE})) `,
  ),
  request: re(
    '^(?!.* (?:when|did|has|have|who|where|until) ).* (?:(?:can|could|would|will|shall|should|may|might) (?:you|we|i|someone|somebody|anyone|the host|it|this)|please|why (?:dont|not)|how about) ',
  ),
  asks: /(?!)/u,
  about: /(?:)/u,
};
