import type { Text } from './speak.ts';

/** What a recording is opened for, and what was done with it. */
export const accessEn = {
  'records.purpose': 'What do you open it for?',
  'records.purpose.nothing': 'There is no purpose to which everybody in this recording agreed, so it stays closed.',
  'records.purpose.not-agreed': 'Not agreed to by {names}.',
  'records.purpose.not-agreed.many': { one: 'Not agreed to by {n} person.', other: 'Not agreed to by {n} people.' },
  'records.purpose.never': 'Nobody was asked for: {purposes}.',
  'records.purpose.why':
    'What you choose is written into the log before the recording is opened. Purposes are not user accounts: whoever sits here can choose any of them.',
  'records.history': 'What was done with it',
  'records.history.none': 'It was never opened, saved or exported.',
  'records.history.older': 'What was done before stands in the story below.',
} satisfies Record<string, Text>;
