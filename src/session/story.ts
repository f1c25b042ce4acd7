import type { Disclosed } from '../consent/directory.ts';
import type { Entry, EntryOf } from '../model/entry.ts';
import type { Reason } from '../model/gate.ts';
import type { ParticipantKey } from '../model/id.ts';

/** One entry as a sentence that somebody who was not there understands. */
export function storyOf(entry: Entry, nameOf: (key: ParticipantKey) => string, said: Disclosed): string {
  const who = (key: ParticipantKey | null) => (key && nameOf(key)) || 'Someone (name erased or unknown)';
  switch (entry.kind) {
    case 'meeting-opened':
      return `The log of this meeting was opened (${entry.platform}, ${entry.software}, rules ${entry.policy}).${continued(entry)}`;
    case 'meeting-left':
      return 'The host left the call.';
    case 'meeting-returned':
      return 'The host is in the call.';
    case 'participant-joined':
      return entry.self ? 'The host is one of the people in this meeting.' : `${who(entry.participant)} joined.`;
    case 'participant-left':
      return `${who(entry.participant)} left.`;
    case 'participant-renamed':
      return `Somebody is now called ${said.name ?? '(name erased)'}.`;
    case 'participant-matched':
      return `The host said that ${who(entry.participant)} and ${who(entry.as)} are one person.`;
    case 'people-counted':
      return `${entry.people} people can be heard at the place of ${who(entry.participant)} (said by the ${entry.by}).`;
    case 'roster-read':
      if (entry.source === 'host') return `The host wrote a list of ${entry.rows} people, who are all that are here.`;
      return `The page listed ${entry.rows} people and counted ${entry.counter ?? 'nobody'}; the list was ${entry.completeness}.`;
    case 'roster-confirmed':
      return `The host confirmed the list of ${entry.rows} people by hand.`;
    case 'meeting-described':
      return `The host settled what the rules ask about: ${FLOORS[entry.floor]}.`;
    case 'place-stated':
      return entry.places.length === 0
        ? `Where ${who(entry.participant)} is was taken back.`
        : `${who(entry.participant)} is in ${entry.places.join(' or ')} (${KNOWN[entry.known]}${entry.remember ? '; the host may remember it' : ''}).`;
    case 'person-described':
      return `About ${who(entry.participant)} was noted: ${described(entry)} (said by the ${entry.by}).`;
    case 'requirement-set':
      return `What is asked of everyone is now: ${ASKED[entry.form]} (${FLOORS[entry.floor]}).`;
    case 'guardian-answered':
      return `By the host’s word, a guardian of ${who(entry.participant)} ${entry.answer === 'consented' ? 'agreed' : 'said no'}.`;
    case 'announced':
      return 'The host said the words that must be heard on the recording.';
    case 'announcement-missed':
      return 'The words that must be heard on the recording were not said in time.';
    case 'watch-lost':
      return 'The meeting page could not be watched any more.';
    case 'watch-regained':
      return 'The meeting page is being watched again.';
    case 'asked':
      return `The host asked to record (${entry.media}) for ${entry.purposes.map((p) => p.purpose).join(', ')}, kept ${entry.keepDays} days.`;
    case 'post-ordered':
      return POSTS[entry.says](entry.people.map((key) => who(key)).join(', '));
    case 'details-wanted':
      return 'Somebody wanted to read the whole notice.';
    case 'post-seen':
      return {
        echoed: 'The message appeared in the chat.',
        refused: 'The site did not take the message.',
        unsure: 'Nobody knows whether the message arrived.',
      }[entry.outcome];
    case 'seen':
      return `${who(entry.participant)} was shown the notice.`;
    case 'answered':
      return answered(entry, who(entry.participant), said);
    case 'doubted':
      return `Something that might be an answer was left for the host to settle${said.words ? `: “${said.words}”` : ''}.`;
    case 'settled':
      return entry.as === 'nothing'
        ? 'The host said: that was not an answer.'
        : `The host said: ${who(entry.participant)} ${entry.as}.`;
    case 'other-asked':
      return `${who(entry.participant)} asked to record as well.`;
    case 'other-ended':
      return 'The other host goes on without recording.';
    case 'paused':
      return paused(entry, entry.participant ? who(entry.participant) : (said.sender ?? ''), said);
    case 'resumed':
      return 'The host pressed Resume.';
    case 'stopped':
      return 'Recording was stopped.';
    case 'went-on-without':
      return 'The host went on without recording.';
    case 'gate-opened':
      return `Everyone (${entry.roster.length}) had agreed: the gate opened.`;
    case 'gate-closed':
      return `The gate closed: ${entry.reasons.map((reason) => REASONS[reason]).join('; ')}.`;
    case 'capture-armed':
      return 'The host pressed the toolbar button on this tab.';
    case 'capture-disarmed':
      return 'This tab can no longer be recorded without a new press of the toolbar button.';
    case 'capture-failed':
      return 'Recording had to end.';
    case 'segment-started':
      return `Recording ran${entry.microphone ? ', the host’s microphone with it' : ''}.`;
    case 'segment-sealed':
      return `Recording ended: ${Math.round(entry.ms / 1000)} s kept${entry.dropped > 0 ? `, ${entry.dropped} parts thrown away` : ''}.`;
    case 'deleted':
      return deleted(entry, who);
    case 'retention-shortened':
      return `The host promised to keep it for less: the recording ${entry.keepDays} days, names and words ${entry.proofDays} days.`;
    case 'hold-set':
      return `A legal hold was set ${HELD[entry.over]}${said.matter ? ` (${said.matter})` : ''}: nothing of it is deleted until it is lifted${because(said)}.`;
    case 'hold-lifted':
      return `A legal hold was lifted: the dates of deletion are those from before${because(said)}.`;
    case 'accessed':
      if (entry.copy) return `A voice-masked copy was opened to be ${entry.how}, for ${entry.purpose}${by(said)}.`;
      return `Opened to be ${entry.how}, for ${entry.purpose}${by(said)}.`;
    case 'cut':
      return cutOut(entry);
    case 'copy-made':
      return `A voice-masked copy was made, of ${Math.round(entry.ms / 1000)} s.`;
    case 'copy-deleted':
      return entry.why === 'time-over'
        ? 'The chosen time was over: a voice-masked copy was deleted, with its key.'
        : 'A voice-masked copy was deleted by hand, with its key.';
    case 'reviewed':
      return `A review was worked on, for ${entry.purpose}: ${WORKED_ON[entry.what]} ${entry.did}.`;
    case 'exported':
      if (entry.format !== 'receipt') return exported(entry, said);
      return entry.participant ? `A receipt was made for ${who(entry.participant)}.` : 'A receipt was made.';
    case 'request-received':
      return `${who(entry.participant)} asked for ${WANTED[entry.what]} (${WAYS[entry.way]})${quoted(said)}.`;
    case 'request-answered':
      return `What was asked for in entry ${entry.request} was done.`;
    case 'request-refused':
      return `What was asked for in entry ${entry.request} was refused: ${REFUSED[entry.why]}.`;
    case 'request-extended':
      return `What was asked for in entry ${entry.request} may take until ${entry.until.slice(0, 10)} (${entry.law}): ${LONGER[entry.why]}. They were told on ${entry.told}.`;
    case 'recipient-told':
      return entry.on === null
        ? `It was taken back that whoever got what left in entry ${entry.exported} was told about ${who(entry.participant)}.`
        : `Whoever got what left in entry ${entry.exported} was told on ${entry.on} what was corrected or erased of ${who(entry.participant)}.`;
    case 'name-corrected':
      return `The host corrected a name: they are called ${said.name ?? '(name erased)'}. The name before it was erased.`;
    default:
      return entry satisfies never;
  }
}

const WANTED = {
  copy: 'a copy of what is held about them',
  erasure: 'erasure of what is held about them',
  correction: 'a correction',
} as const;

const WAYS = {
  chat: 'in the meeting’s chat',
  file: 'in a file signed with the key of their answer',
  host: 'as the host noted',
} as const;

const LONGER = {
  complex: 'it is complex',
  many: 'there are many requests',
} as const;

const REFUSED = {
  hold: 'a legal hold keeps it',
  'legal-claims': 'it is needed for legal claims',
  'legal-duty': 'the law says that it must be kept',
  'others-share': 'others would lose what is theirs',
  'not-them': 'it is not certain that it was they who asked',
  excessive: 'it is asked for over and over, or plainly without ground',
} as const;

function quoted({ words }: Disclosed): string {
  return words ? `: “${words.split('\n')[0]}”` : '';
}

function continued({ continues }: EntryOf<'meeting-opened'>): string {
  if (!continues) return '';
  return ` The log before it, ${continues.log}, was found damaged after ${continues.size} entries and is kept as it is; no answer in it counts here.`;
}

function answered(entry: Extract<Entry, { kind: 'answered' }>, name: string, said: Disclosed): string {
  const how = { signed: 'signed', chat: 'in the chat', attested: 'by the host’s word', implied: 'by staying' }[
    entry.grade
  ];
  const verb = { consented: 'agreed', refused: 'said no', withdrawn: 'took their yes back' }[entry.answer];
  return `${name} ${verb} (${how})${quoted(said)}.`;
}

function exported(entry: Extract<Entry, { kind: 'exported' }>, said: Disclosed): string {
  const { format, parts = [], names, lock, filtered } = entry;
  const made = parts.length > 0 ? `${format} (${parts.join(', ')})` : format;
  const what = entry.copy ? `${made}, a voice-masked copy` : made;
  const how = [
    filtered === true && 'a part of it',
    names !== undefined && NAMED[names],
    lock !== undefined && LOCKED[lock],
  ].filter((one) => one !== false);
  const whom = said.text ? `, for: “${said.text.split('\n').join(', ')}”` : '';
  const why = entry.purpose ? `, for ${entry.purpose}` : '';
  if (entry.format === 'review') return `Scores were taken out as a table or on paper${why}.`;
  return `Exported as ${what}${why}${how.length > 0 ? `; ${how.join('; ')}` : ''}${whom}.`;
}

/** Who it was, where they said so. */
function by({ text }: Disclosed): string {
  return text ? `, by “${text}”` : '';
}

const WORKED_ON = { note: 'a note was', scores: 'a score card was' } as const;

function deleted({ epoch, why, participant }: EntryOf<'deleted'>, who: (key: ParticipantKey | null) => string): string {
  const because = WHY_DELETED[why];
  if (epoch) return `${because}: this recording was deleted, with its key.`;
  return participant
    ? `${because}: names and words of ${who(participant)} were erased; the proof stays.`
    : `${because}: names and words were erased; the proof stays.`;
}

function cutOut({ from, to, pieces, why }: EntryOf<'cut'>): string {
  const seconds = Math.max(1, Math.round((to - from) / 1000));
  const rest = pieces.length === 0 ? 'nothing is left of this part' : 'the rest stays';
  return why
    ? `${WHY_DELETED[why]}: a stretch of ${seconds} s was deleted with its key before a legal hold stopped it; ${rest}.`
    : `A stretch of ${seconds} s was cut out of the recording and destroyed with its key; ${rest}.`;
}

function because({ who, why }: Disclosed): string {
  return who || why ? ` (by ${who ?? 'somebody'}: “${why ?? ''}”)` : '';
}

const WHY_DELETED = {
  'time-over': 'The promised time was over',
  shortened: 'The time, which was made shorter, was over',
  host: 'The host deleted it by hand',
  erased: 'Somebody asked to be forgotten',
} as const;

const HELD = {
  epoch: 'over a part of this recording',
  recording: 'over this recording',
  person: 'over what somebody is in',
  matter: 'over this recording, with others',
} as const;

const NAMED = { full: 'with names', pseudonyms: 'with codes in place of names', none: 'without names' } as const;
const LOCKED = { passphrase: 'locked with a passphrase', recipients: 'locked to named keys' } as const;

function paused({ cause }: EntryOf<'paused'>, who: string, { words }: Disclosed): string {
  switch (cause) {
    case 'chat':
      return `${who || 'Somebody'} asked for a pause in the chat${words ? `: “${words}”` : ''}. Recording was paused.`;
    case 'card-number':
      return 'A card number was written in the chat: recording was paused. The number is not in this log.';
    case 'account-number':
      return 'An account number was written in the chat: recording was paused. The number is not in this log.';
    case 'shortcut':
      return 'The host paused the recording by keyboard.';
    case 'panel':
      return 'The host paused the recording.';
    case undefined:
      return 'Recording was paused.';
    default:
      return cause satisfies never;
  }
}

const FLOORS = { product: 'everyone agrees explicitly', 'legal-minimum': 'no more than the law asks' } as const;

const ASKED = {
  none: 'nothing but to be told',
  'implied-by-continuing-after-notice': 'to be told, and to go on',
  explicit: 'a yes of their own',
  written: 'a yes in writing',
} as const;

const KNOWN = {
  declared: 'said by themselves',
  settings: 'from the host’s settings',
  'met-before': 'said by themselves in an earlier meeting',
  host: 'said by the host',
  'phone-number': 'by the telephone number',
  network: 'by the network',
  'time-zone': 'by the time zone',
} as const;

function described({ minor, employee, phone }: Extract<Entry, { kind: 'person-described' }>): string {
  const parts = [minor && 'under 18', employee && 'works for whoever records', phone && 'on the telephone'];
  return parts.filter((part) => part !== false).join(', ') || 'nothing special';
}

const POSTS = {
  notice: (names: string) => `The notice was sent to the chat for ${names}.`,
  'going-on': (names: string) => `The chat was told that going on counts as a yes of ${names}.`,
  'in-writing': (names: string) => `The chat was told that ${names} must agree in writing, and how.`,
  recording: () => 'The chat was told that recording runs.',
  stopped: () => 'The chat was told that recording has stopped.',
  ended: () => 'The chat was told that the meeting goes on without recording.',
  attested: (names: string) => `The chat was told that the host noted a yes of ${names}.`,
  details: () => 'The whole notice was sent to the chat.',
} as const;

/** Why a gate was closed, as a part of a sentence. */
export const REASONS: Readonly<Record<Reason, string>> = {
  'not-asked': 'nobody was asked',
  'notice-not-shown': 'somebody had not been shown the notice',
  waiting: 'somebody had not answered',
  'implied-pending': 'somebody had only just been told',
  'explicit-needed': 'somebody had not agreed in their own words',
  'written-needed': 'somebody had not agreed in writing',
  'guardian-missing': 'a guardian had not been asked',
  'guardian-refused': 'a guardian said no',
  refused: 'somebody said no',
  withdrawn: 'somebody took their yes back',
  'people-missing': 'more people can be heard than have agreed',
  'doubt-open': 'something said in the chat was unclear',
  'roster-unknown': 'the list of people could not be read',
  'roster-partial': 'the list of people was not whole',
  'counter-differs': 'the page counted other people than it listed',
  'not-in-call': 'the host was not in the call',
  'watch-lost': 'nobody was watching the page',
  'not-armed': 'the tab could not be recorded',
  paused: 'paused',
  stopped: 'stopped',
  'going-on-without': 'the meeting went on without recording',
  'capture-failed': 'recording failed',
  'announcement-missing': 'the words that must be heard on the recording were not said',
  'new-epoch': 'who is here or what was agreed changed',
};
