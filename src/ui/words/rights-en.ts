import type { Text } from './speak.ts';

/** What people may ask for about what is held of them: the list of requests, and a person's page. */
export const rightsEn = {
  'failure.meeting-runs': 'This meeting is still going on in this browser.',
  'failure.meeting-runs.next':
    'Withdraw for them now, which stops the recording. Do the rest when the meeting is over.',
  'failure.request-unreadable': 'This file is no request that a participant’s extension has made.',
  'failure.request-unreadable.next':
    'Ask them to save it anew under “My consents”. If they wrote to you in another way, note it on their page.',
  'failure.request-unsigned': 'Nothing in this file says whose request it is: their key was already gone.',
  'failure.request-unsigned.next': 'Ask them whether it is theirs. If it is, note it on their page.',
  'failure.request-forged': 'This request was changed, or signed by somebody who does not have the key.',
  'failure.request-forged.next': 'Nothing was changed. Ask the person whether they sent it.',
  'failure.request-foreign': 'Nobody in your meetings answered with the key of this request.',
  'failure.request-foreign.next': 'It is for another host, or about a log that is no longer here. Tell them so.',
  'failure.request-again': 'You have this request already.',
  'failure.request-again.next': 'It is in the list of requests.',
  'failure.name-empty': 'A name needs at least one letter.',
  'failure.name-empty.next': 'Write the name as they want it.',
} satisfies Record<string, Text>;
