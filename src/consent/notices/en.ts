import type { Purpose } from '../../model/ask.ts';
import { inTurn, named, namesOf, period, unit } from './pieces.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'quality checks',
  training: 'training',
  disputes: 'disputes',
  compliance: 'legal duties',
  research: 'research',
  notes: 'notes',
  publication: 'publication',
};

const spoken = (items: readonly string[]) => inTurn(items, ' and ');
const off = (why: string) => `Recording has stopped: ${why} Nothing is being recorded now.`;

export const en: Wording = {
  language: 'en',
  direction: 'ltr',
  version: 2,
  purposeNames,
  purposeWhys: {
    quality: 'To check how well conversations like this one go, and to do better.',
    training: 'So that colleagues can learn from this conversation.',
    disputes: 'To settle it fairly if there is ever a disagreement about what was said.',
    compliance: 'Because a law or a rule of the trade asks for a record.',
    research: 'For a study: the researchers listen to what is said and analyse it.',
    notes: 'To write down correctly what was said and decided.',
    publication: 'Parts of it may be made public, in an article, a podcast or a film for example.',
  },
  detailsWord: 'details',
  notice(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'Sound only' : 'Sound and the host’s view';
    const choice = optional.length > 0 ? [`Optional: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / I agree to all' : '';
    return [
      ['May we record this meeting?', `${what}, for ${named(terms, true, purposeNames).join(', ')}.`, ...choice],
      [`Kept ${days(terms.keepDays)}, encrypted on the host’s computer; proof of answers ${days(terms.proofDays)}.`],
      [
        'No is fine and costs nothing: we go on without recording.',
        'Someone with you? Say so first.',
        'Any time: stop recording / details.',
      ],
      [`Write: I agree${all} / I do not agree`],
    ];
  },
  part: (n, of) => `Recording? ${n}/${of}${n < of ? ', read on' : ''}:`,
  what: {
    sound: 'Only the sound would be recorded, no picture.',
    'sound+picture': 'The sound and what the host sees of the meeting would be recorded.',
  },
  keep: (terms) =>
    `The recording is kept for ${days(terms.keepDays)}, encrypted on the host’s computer, and then deleted. ` +
    `Your name beside the proof of your answer is kept for ${days(terms.proofDays)}.`,
  on: 'Recording is on now: everyone here has agreed. Any time: stop recording',
  off: {
    paused: 'Recording is paused. Nothing is being recorded now.',
    stopped: off('the host ended it.'),
    waiting: off('we wait until everyone here has answered.'),
    declined: off('someone here prefers that, and that is fine.'),
    unsure: off('it is not certain who is here.'),
    fault: off('something technical went wrong.'),
    written:
      'Where somebody here is, a yes has to be in writing. Press Agree in the banner, or write exactly this, with your full name: I, your name, agree in writing',
    implied:
      'Nobody has to write anything: whoever goes on in this meeting agrees to the recording, which starts soon. If you do not, write: I do not agree',
  },
  end: 'The meeting goes on as usual. Nothing is being recorded, and nobody needs to do anything.',
  attested: (host, name, how) =>
    `${host} noted that you, ${name}, agreed ${how === 'aloud' ? 'aloud' : 'on paper'}. If that is wrong, write: I do not agree`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false, purposeNames);
    const what = terms.media === 'sound' ? 'only the sound' : 'the sound and what I see of the meeting';
    return [
      `I would like to record this meeting: ${what}. It is for ${spoken(named(terms, true, purposeNames))}.`,
      ...(optional.length > 0 ? [`If you like, also for ${spoken(optional)}; you can agree without that.`] : []),
      `The recording is kept for ${days(terms.keepDays)}, encrypted on my computer, and then deleted.`,
      `A note that you agreed is kept for ${days(terms.proofDays)}.`,
      'If you would rather not, that is fine and costs you nothing: we simply go on without recording.',
      'You can change your mind at any time. Is anyone with you who can be heard?',
      'Do you agree to being recorded? Please say: I agree, or: I do not agree.',
    ].join(' ');
  },
};

const SAID: Readonly<Record<AnswerWords['answer'], (said: AnswerWords) => string>> = {
  consented: (said) => `I agree to the recording, for ${spoken(namesOf(said.purposes, purposeNames))}.`,
  refused: () => 'I do not agree to the recording.',
  withdrawn: () => 'Stop recording: I take my yes back.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Person ${person} of ${people} here: ` : '';
}

const days = (n: number) => period(n, unit('day', 'days'), unit('year', 'years'));
