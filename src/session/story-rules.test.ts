import { expect, test } from 'vitest';
import type { Disclosed } from '../consent/directory.ts';
import * as told from '../consent/testdata/told.ts';
import type { Entry, EntryOf } from '../model/entry.ts';
import type { CopyId, HoldId, LogId } from '../model/id.ts';
import { storyOf } from './story.ts';

/** What the rules asked, and what was done with the records afterwards, word by word: somebody who was not there reads only this. */
const { ANA, ASK, BEN, EPOCH, HOST, POST } = told;
const nameOf = (key: string) => ({ [ANA]: 'Ana', [BEN]: 'Ben', [HOST]: 'Host' })[key] ?? '';
const story = (entry: Entry, said: Disclosed = {}) => storyOf(entry, nameOf, said);
const COPY = 'cAAAAAAAAAAAA' as CopyId;
const HOLD = 'hAAAAAAAAAAAA' as HoldId;

const post = (says: EntryOf<'post-ordered'>['says']): Entry => ({
  kind: 'post-ordered',
  post: POST,
  says,
  ask: ASK,
  people: [ANA, BEN],
});
const required = (form: EntryOf<'requirement-set'>['form'], floor: EntryOf<'requirement-set'>['floor']) =>
  ({ kind: 'requirement-set', form, floor }) as Entry;
const guardian = (answer: 'consented' | 'refused'): Entry => ({
  kind: 'guardian-answered',
  ask: ASK,
  participant: ANA,
  answer,
  channel: 'aloud',
  by: 'host',
});
const cut = (from: number, to: number, pieces = 0): Entry => ({
  kind: 'cut',
  epoch: EPOCH,
  from,
  to,
  pieces: Array.from({ length: pieces }, (_, n) => ({
    media: `${EPOCH}-${n + 1}`,
    from: 0,
    ms: 1,
    chunks: 1,
    bytes: 1,
    lastHash: '',
  })),
});
const hold = (over: EntryOf<'hold-set'>['over']): Entry => ({ kind: 'hold-set', hold: HOLD, over });
const opened = (how: EntryOf<'accessed'>['how'], copy = false): Entry => ({
  kind: 'accessed',
  epochs: [EPOCH],
  purpose: 'quality',
  how,
  ...(copy && { copy: COPY }),
});
const exported = (more: Partial<EntryOf<'exported'>>): Entry => ({ kind: 'exported', format: 'json', ...more });
const wanted = (what: EntryOf<'request-received'>['what'], way: EntryOf<'request-received'>['way']): Entry => ({
  kind: 'request-received',
  participant: ANA,
  what,
  way,
});
const refused = (why: EntryOf<'request-refused'>['why']): Entry => ({ kind: 'request-refused', request: 4, why });
const longer = (why: EntryOf<'request-extended'>['why']): Entry => ({
  kind: 'request-extended',
  request: 4,
  why,
  law: 'gdpr',
  until: '2026-05-01T10:00:00.000Z',
  told: '2026-03-02',
});
const toldOn = (on: string | null): Entry => ({ kind: 'recipient-told', exported: 9, participant: ANA, on });
const deleted = (why: EntryOf<'deleted'>['why'], more: Partial<EntryOf<'deleted'>> = {}): Entry => ({
  kind: 'deleted',
  epoch: null,
  why,
  ...more,
});
const unfit = (known: EntryOf<'place-stated'>['known']): Entry => ({
  kind: 'place-stated',
  participant: ANA,
  places: ['DE'],
  residence: null,
  known,
  by: 'host',
});
const described = (minor: boolean, employee: boolean, phone: boolean): Entry =>
  told.described(ANA, { minor, employee, phone });

test.each<[Entry, string]>([
  [told.read(3, { source: 'host' }), 'The host wrote a list of 3 people, who are all that are here.'],
  [told.settled(), 'The host settled what the rules ask about: everyone agrees explicitly.'],
  [told.minimum, 'The host settled what the rules ask about: no more than the law asks.'],
  [unfit('settings'), 'Ana is in DE (from the host’s settings).'],
  [unfit('host'), 'Ana is in DE (said by the host).'],
  [unfit('phone-number'), 'Ana is in DE (by the telephone number).'],
  [unfit('network'), 'Ana is in DE (by the network).'],
  [unfit('time-zone'), 'Ana is in DE (by the time zone).'],
  [
    described(true, true, true),
    'About Ana was noted: under 18, works for whoever records, on the telephone (said by the host).',
  ],
  [described(true, false, false), 'About Ana was noted: under 18 (said by the host).'],
  [
    described(false, true, true),
    'About Ana was noted: works for whoever records, on the telephone (said by the host).',
  ],
  [described(false, false, false), 'About Ana was noted: nothing special (said by the host).'],
  [
    required('none', 'legal-minimum'),
    'What is asked of everyone is now: nothing but to be told (no more than the law asks).',
  ],
  [
    required('implied-by-continuing-after-notice', 'legal-minimum'),
    'What is asked of everyone is now: to be told, and to go on (no more than the law asks).',
  ],
  [
    required('explicit', 'product'),
    'What is asked of everyone is now: a yes of their own (everyone agrees explicitly).',
  ],
  [required('written', 'product'), 'What is asked of everyone is now: a yes in writing (everyone agrees explicitly).'],
  [guardian('consented'), 'By the host’s word, a guardian of Ana agreed.'],
  [guardian('refused'), 'By the host’s word, a guardian of Ana said no.'],
  [{ kind: 'announced', epoch: EPOCH, by: 'host' }, 'The host said the words that must be heard on the recording.'],
  [
    { kind: 'announcement-missed', epoch: EPOCH },
    'The words that must be heard on the recording were not said in time.',
  ],
  [post('going-on'), 'The chat was told that going on counts as a yes of Ana, Ben.'],
  [post('in-writing'), 'The chat was told that Ana, Ben must agree in writing, and how.'],
  [post('details'), 'The whole notice was sent to the chat.'],
  [{ kind: 'details-wanted', ask: ASK, language: 'en' }, 'Somebody wanted to read the whole notice.'],
  [{ kind: 'other-asked', ask: ASK, participant: BEN }, 'Ben asked to record as well.'],
  [{ kind: 'other-ended', ask: ASK }, 'The other host goes on without recording.'],
  [
    { kind: 'retention-shortened', keepDays: 7, proofDays: 90, by: 'host' },
    'The host promised to keep it for less: the recording 7 days, names and words 90 days.',
  ],
  [cut(1000, 4400, 1), 'A stretch of 3 s was cut out of the recording and destroyed with its key; the rest stays.'],
  [
    cut(0, 100),
    'A stretch of 1 s was cut out of the recording and destroyed with its key; nothing is left of this part.',
  ],
  [
    { kind: 'copy-made', copy: COPY, of: [], keepDays: 7, chunks: 1, bytes: 1, ms: 2600, lastHash: '' },
    'A voice-masked copy was made, of 3 s.',
  ],
  [
    { kind: 'copy-deleted', copy: COPY, why: 'time-over' },
    'The chosen time was over: a voice-masked copy was deleted, with its key.',
  ],
  [{ kind: 'copy-deleted', copy: COPY, why: 'by-hand' }, 'A voice-masked copy was deleted by hand, with its key.'],
  [
    { kind: 'reviewed', epoch: EPOCH, purpose: 'quality', what: 'note', did: 'added' },
    'A review was worked on, for quality: a note was added.',
  ],
  [
    { kind: 'reviewed', epoch: EPOCH, purpose: 'training', what: 'scores', did: 'removed' },
    'A review was worked on, for training: a score card was removed.',
  ],
  [opened('played'), 'Opened to be played, for quality.'],
  [opened('saved', true), 'A voice-masked copy was opened to be saved, for quality.'],
  [exported({ format: 'receipt' }), 'A receipt was made.'],
  [exported({ format: 'receipt', participant: ANA }), 'A receipt was made for Ana.'],
  [exported({ format: 'review' }), 'Scores were taken out as a table or on paper.'],
  [exported({ format: 'review', purpose: 'training' }), 'Scores were taken out as a table or on paper, for training.'],
  [exported({ format: 'webm', purpose: 'disputes' }), 'Exported as webm, for disputes.'],
  [exported({ format: 'webm', copy: COPY }), 'Exported as webm, a voice-masked copy.'],
  [exported({ format: 'zip', parts: ['json', 'csv'] }), 'Exported as zip (json, csv).'],
  [exported({ filtered: false }), 'Exported as json.'],
  [
    exported({ filtered: true, names: 'pseudonyms', lock: 'passphrase' }),
    'Exported as json; a part of it; with codes in place of names; locked with a passphrase.',
  ],
  [exported({ names: 'full', lock: 'recipients' }), 'Exported as json; with names; locked to named keys.'],
  [exported({ names: 'none' }), 'Exported as json; without names.'],
  [wanted('copy', 'chat'), 'Ana asked for a copy of what is held about them (in the meeting’s chat).'],
  [
    wanted('erasure', 'file'),
    'Ana asked for erasure of what is held about them (in a file signed with the key of their answer).',
  ],
  [wanted('correction', 'host'), 'Ana asked for a correction (as the host noted).'],
  [{ kind: 'request-answered', request: 4 }, 'What was asked for in entry 4 was done.'],
  [refused('hold'), 'What was asked for in entry 4 was refused: a legal hold keeps it.'],
  [refused('legal-claims'), 'What was asked for in entry 4 was refused: it is needed for legal claims.'],
  [refused('legal-duty'), 'What was asked for in entry 4 was refused: the law says that it must be kept.'],
  [refused('others-share'), 'What was asked for in entry 4 was refused: others would lose what is theirs.'],
  [refused('not-them'), 'What was asked for in entry 4 was refused: it is not certain that it was they who asked.'],
  [
    refused('excessive'),
    'What was asked for in entry 4 was refused: it is asked for over and over, or plainly without ground.',
  ],
  [
    longer('complex'),
    'What was asked for in entry 4 may take until 2026-05-01 (gdpr): it is complex. They were told on 2026-03-02.',
  ],
  [
    longer('many'),
    'What was asked for in entry 4 may take until 2026-05-01 (gdpr): there are many requests. They were told on 2026-03-02.',
  ],
  [
    toldOn('2026-03-02'),
    'Whoever got what left in entry 9 was told on 2026-03-02 what was corrected or erased of Ana.',
  ],
  [toldOn(null), 'It was taken back that whoever got what left in entry 9 was told about Ana.'],
  [deleted('host', { epoch: EPOCH }), 'The host deleted it by hand: this recording was deleted, with its key.'],
  [
    deleted('shortened', { epoch: EPOCH }),
    'The time, which was made shorter, was over: this recording was deleted, with its key.',
  ],
  [
    deleted('erased', { participant: ANA }),
    'Somebody asked to be forgotten: names and words of Ana were erased; the proof stays.',
  ],
  [
    { kind: 'name-corrected', participant: ANA, by: 'host' },
    'The host corrected a name: they are called (name erased). The name before it was erased.',
  ],
])('%j', (entry, sentence) => {
  expect(story(entry)).toBe(sentence);
});

test('a log that goes on from a damaged one says so, and that nothing of it counts', () => {
  const continues = { log: 'lBBBBBBBBBBBB' as LogId, size: 7, head: '' };
  expect(story({ ...told.opened, continues } as Entry)).toBe(
    'The log of this meeting was opened (x, x, rules floor/1). The log before it, lBBBBBBBBBBBB, was found damaged after 7 entries and is kept as it is; no answer in it counts here.',
  );
});

test('a legal hold says over what, for which matter, by whom and why, as far as they stand there', () => {
  expect(story(hold('epoch'))).toBe(
    'A legal hold was set over a part of this recording: nothing of it is deleted until it is lifted.',
  );
  expect(story(hold('recording'), { matter: 'A v B', who: 'Rosa', why: 'a claim' })).toBe(
    'A legal hold was set over this recording (A v B): nothing of it is deleted until it is lifted (by Rosa: “a claim”).',
  );
  expect(story(hold('person'), { why: 'a claim' })).toContain('over what somebody is in: nothing');
  expect(story(hold('person'), { why: 'a claim' })).toMatch(/lifted \(by somebody: “a claim”\)\.$/);
  expect(story(hold('matter'), { who: 'Rosa' })).toMatch(/over this recording, with others.*\(by Rosa: “”\)\.$/);
  const lifted: Entry = { kind: 'hold-lifted', hold: HOLD };
  expect(story(lifted)).toBe('A legal hold was lifted: the dates of deletion are those from before.');
  expect(story(lifted, { who: 'Rosa', why: 'over' })).toMatch(/from before \(by Rosa: “over”\)\.$/);
});

test('who opened it, for whom it left, and in which words it was asked for', () => {
  expect(story(opened('played'), { text: 'Rosa' })).toBe('Opened to be played, for quality, by “Rosa”.');
  expect(story(opened('saved', true), { text: 'Rosa' })).toMatch(/, for quality, by “Rosa”\.$/);
  expect(story(exported({}), { text: 'Rosa\nTom' })).toBe('Exported as json, for: “Rosa, Tom”.');
  expect(story(wanted('copy', 'chat'), { words: 'Please\n[tag]' })).toMatch(/chat\): “Please”\.$/);
  expect(story({ kind: 'name-corrected', participant: ANA, by: 'host' }, { name: 'Anna' })).toContain('called Anna.');
});

test('a pause that somebody asked for: by their name, or as they stood in the chat, in their words', () => {
  const paused = (participant: typeof ANA | null): Entry => ({ kind: 'paused', cause: 'chat', participant });
  expect(story(paused(ANA), { words: 'stop please' })).toBe(
    'Ana asked for a pause in the chat: “stop please”. Recording was paused.',
  );
  expect(story(paused(null), { sender: 'Zed' })).toBe('Zed asked for a pause in the chat. Recording was paused.');
});
