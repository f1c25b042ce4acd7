import { type AskTerms, PURPOSES, type Purpose } from '../../model/ask.ts';
import type { AnswerWords, Wording } from './wording.ts';

const purposeNames: Record<Purpose, string> = {
  quality: 'quality checks',
  training: 'staff training',
  disputes: 'disputes',
  compliance: 'legal duties',
  research: 'research',
  notes: 'notes',
  publication: 'publication',
};

const off = (why: string) => `Recording has stopped: ${why} Nothing is being recorded now.`;

export const en: Wording = {
  language: 'en',
  direction: 'ltr',
  version: 1,
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
  notice(terms) {
    const optional = named(terms, false);
    const what = terms.media === 'sound' ? 'Sound only' : 'Sound and the host’s view';
    const choice = optional.length > 0 ? [`Optional: ${optional.join(', ')}.`] : [];
    const all = optional.length > 0 ? ' / I agree to all' : '';
    return [
      ['May we record this meeting?', `${what}, for ${named(terms, true).join(', ')}.`, ...choice],
      [`Kept ${days(terms.keepDays)}, encrypted on the host’s computer; proof of answers ${days(terms.proofDays)}.`],
      ['No is fine and costs nothing: we go on without recording.', 'Someone with you? Say so first.'],
      [`Write: I agree${all} / I do not agree. Any time: stop recording`],
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
  },
  end: 'The meeting goes on as usual. Nothing is being recorded, and nobody needs to do anything.',
  attested: (host, name, how) =>
    `${host} noted that you, ${name}, agreed ${how === 'aloud' ? 'aloud' : 'on paper'}. If that is wrong, write: I do not agree`,
  answer: (said) => `${withMe(said)}${SAID[said.answer](said)}`,
  script(terms) {
    const optional = named(terms, false);
    const what = terms.media === 'sound' ? 'only the sound' : 'the sound and what I see of the meeting';
    return [
      `I would like to record this meeting: ${what}. It is for ${spoken(named(terms, true))}.`,
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
  consented: (said) =>
    `I agree to the recording, for ${spoken(PURPOSES.filter((p) => said.purposes.includes(p)).map((p) => purposeNames[p]))}.`,
  refused: () => 'I do not agree to the recording.',
  withdrawn: () => 'Stop recording: I take my yes back.',
};

function withMe({ person, people }: AnswerWords): string {
  return people > 1 ? `Person ${person} of ${people} here: ` : '';
}

function named(terms: AskTerms, required: boolean): string[] {
  return PURPOSES.flatMap((p) => terms.purposes.filter((a) => a.purpose === p && a.required === required)).map(
    (a) => purposeNames[a.purpose],
  );
}

function spoken(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function days(n: number): string {
  if (n % 365 === 0) return n === 365 ? '1 year' : `${n / 365} years`;
  return n === 1 ? '1 day' : `${n} days`;
}
