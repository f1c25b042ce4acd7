import type { AnswerKind, Grade } from '../model/answer.ts';
import type { Media } from '../model/ask.ts';
import type { Naming } from '../model/export.ts';
import type { Form, GroundKind } from '../model/requirement.ts';

/** The report is for whoever was not there: no word of ours that is not explained. */
export const SAID: Readonly<Record<AnswerKind, string>> = {
  consented: 'agreed',
  refused: 'said no',
  withdrawn: 'took the yes back',
};

export const HOW_STRONG: Readonly<Record<Grade, string>> = {
  signed: 'by a button of their own extension, which signed it with a key of theirs',
  chat: 'in their own words in the chat of the meeting',
  attested: 'aloud or on paper; the host noted it, and it is the host’s word',
  implied: 'by staying in the meeting after they had been told, and by nothing else',
};

/** As the host noted it of a guardian. */
export const GUARDIAN_HOW = {
  aloud: 'aloud; the host noted it, and it is the host’s word',
  paper: 'on paper; the host noted it, and it is the host’s word',
} as const;

export const MEDIA_WORDS: Readonly<Record<Media, string>> = { sound: 'sound', 'sound+picture': 'sound and picture' };

export const FORM_WORDS: Readonly<Record<Form, string>> = {
  none: 'nothing but that people were told',
  'implied-by-continuing-after-notice': 'that people were told, and went on',
  explicit: 'a yes of everybody’s own',
  written: 'a yes in writing',
};

export const GROUND_WORDS: Readonly<Record<GroundKind, string>> = {
  law: 'the law of this place',
  'place-unknown': 'nobody knew where somebody was, so the strictest counted',
  'part-of-country-unknown': 'nobody knew in which part of the country somebody was, so the strictest part counted',
  'special-rule': 'a special rule of this place',
  'special-rule-not-excluded': 'a special rule of a place in which somebody may have been',
  'consent-basis': 'the recording rests on consent, which must be given outright',
  'special-category': 'the talk may hold specially protected data',
  minor: 'somebody was under age',
  'no-recorder': 'nobody who took part in the talk recorded it',
  announcement: 'words had to be heard on the recording itself',
  'stricter-chosen': 'the host or the organisation chose to ask for more',
};

export const NAMING_WORDS: Readonly<Record<Naming, string>> = {
  full: 'Names and words stand as they were shown.',
  pseudonyms:
    'Codes stand in place of names, one for each person throughout this export and another in the next. What people wrote is left out.',
  none: 'There are no names in this report, no codes for them, and nothing that people wrote.',
};

/** Said in every report, whatever is in it. */
export const CANNOT_KNOW: readonly string[] = [
  'That the host’s computer did not make up answers from the start: an answer that its giver did not sign is only as good as the copies that others hold, such as receipts and the root that was posted in the meeting’s chat.',
  'Who really sat at a keyboard or behind a tile.',
  'What the meeting page did not show: a second person in a room, or a change between two looks.',
  'Whether the times are right: they are those of the host’s computer.',
  'Whether the log went on after its last entry here.',
  'Whether nobody recorded in another way.',
];

export const PROOF =
  'This report can be read, but it proves nothing by itself. The proof is in log.json of the same export: anybody can check it offline, and each number below is that of an entry there.';
export const ADVICE =
  'What is said about the law is research that advises. It is not legal advice, and no court has seen it.';
