import { expect, test } from 'vitest';
import type { Disclosed } from '../consent/directory.ts';
import * as told from '../consent/testdata/told.ts';
import type { Entry, EntryOf } from '../model/entry.ts';
import { REASONS } from '../model/gate.ts';
import { storyOf } from './story.ts';

const { ANA, ASK, BEN, EPOCH, HOST, POST } = told;
const nameOf = (key: string) => ({ [ANA]: 'Ana', [BEN]: 'Ben', [HOST]: 'Host' })[key] ?? '';
const story = (entry: Entry, said: Disclosed = {}) => storyOf(entry, nameOf, said);
const post = (says: EntryOf<'post-ordered'>['says']): Entry => ({
  kind: 'post-ordered',
  post: POST,
  says,
  ask: ASK,
  people: [ANA, BEN],
});
const placed = (places: string[], more: Partial<EntryOf<'place-stated'>> = {}): Entry => ({
  kind: 'place-stated',
  participant: ANA,
  places,
  residence: null,
  known: 'declared',
  by: 'participant',
  ...more,
});
const seen = (outcome: 'echoed' | 'refused' | 'unsure'): Entry => ({ kind: 'post-seen', post: POST, outcome });

test.each<[Entry, string]>([
  [told.opened, 'The log of this meeting was opened (x, x, rules floor/1).'],
  [{ kind: 'meeting-left', how: 'left' }, 'The host left the call.'],
  [{ kind: 'meeting-returned' }, 'The host is in the call.'],
  [told.joined(HOST), 'The host is one of the people in this meeting.'],
  [told.joined(ANA), 'Ana joined.'],
  [told.joined(told.CEM), 'Someone (name erased or unknown) joined.'],
  [told.left(ANA), 'Ana left.'],
  [told.same(ANA, BEN), 'The host said that Ana and Ben are one person.'],
  [told.counted(ANA, 2), '2 people can be heard at the place of Ana (said by the host).'],
  [told.read(2), 'The page listed 2 people and counted 2; the list was complete.'],
  [told.read(2, { counter: null }), 'The page listed 2 people and counted nobody; the list was complete.'],
  [told.confirmed(2, 3), 'The host confirmed the list of 2 people by hand.'],
  [{ kind: 'watch-lost' }, 'The meeting page could not be watched any more.'],
  [{ kind: 'watch-regained' }, 'The meeting page is being watched again.'],
  [told.asked(), 'The host asked to record (sound) for quality, training, kept 30 days.'],
  [post('notice'), 'The notice was sent to the chat for Ana, Ben.'],
  [post('recording'), 'The chat was told that recording runs.'],
  [post('stopped'), 'The chat was told that recording has stopped.'],
  [post('ended'), 'The chat was told that the meeting goes on without recording.'],
  [post('attested'), 'The chat was told that the host noted a yes of Ana, Ben.'],
  [seen('echoed'), 'The message appeared in the chat.'],
  [seen('refused'), 'The site did not take the message.'],
  [seen('unsure'), 'Nobody knows whether the message arrived.'],
  [told.shown(ANA), 'Ana was shown the notice.'],
  [told.yes(ANA), 'Ana agreed (in the chat).'],
  [told.yes(ANA, { grade: 'signed' }), 'Ana agreed (signed).'],
  [told.no(ANA, { grade: 'attested' }), 'Ana said no (by the host’s word).'],
  [told.no(ANA, { answer: 'withdrawn', grade: 'implied' }), 'Ana took their yes back (by staying).'],
  [told.doubted(), 'Something that might be an answer was left for the host to settle.'],
  [{ kind: 'settled', doubt: told.DOUBT, as: 'nothing', participant: ANA }, 'The host said: that was not an answer.'],
  [{ kind: 'settled', doubt: told.DOUBT, as: 'refused', participant: ANA }, 'The host said: Ana refused.'],
  [
    { kind: 'settled', doubt: told.DOUBT, as: 'refused', participant: null },
    'The host said: Someone (name erased or unknown) refused.',
  ],
  [placed(['DE', 'AT']), 'Ana is in DE or AT (said by themselves).'],
  [placed(['DE'], { remember: true }), 'Ana is in DE (said by themselves; the host may remember it).'],
  [placed(['DE'], { known: 'met-before' }), 'Ana is in DE (said by themselves in an earlier meeting).'],
  [placed([], { remember: false }), 'Where Ana is was taken back.'],
  [
    { kind: 'cut', epoch: told.EPOCH, from: 0, to: 2000, pieces: [], why: 'erased' },
    'Somebody asked to be forgotten: a stretch of 2 s was deleted with its key before a legal hold stopped it; nothing is left of this part.',
  ],
  [{ kind: 'paused' }, 'Recording was paused.'],
  [{ kind: 'paused', cause: 'panel' }, 'The host paused the recording.'],
  [{ kind: 'paused', cause: 'shortcut' }, 'The host paused the recording by keyboard.'],
  [{ kind: 'paused', cause: 'chat', participant: ANA }, 'Ana asked for a pause in the chat. Recording was paused.'],
  [
    { kind: 'paused', cause: 'chat', participant: null },
    'Somebody asked for a pause in the chat. Recording was paused.',
  ],
  [
    { kind: 'paused', cause: 'card-number' },
    'A card number was written in the chat: recording was paused. The number is not in this log.',
  ],
  [
    { kind: 'paused', cause: 'account-number' },
    'An account number was written in the chat: recording was paused. The number is not in this log.',
  ],
  [{ kind: 'resumed' }, 'The host pressed Resume.'],
  [{ kind: 'stopped' }, 'Recording was stopped.'],
  [{ kind: 'went-on-without', ask: ASK }, 'The host went on without recording.'],
  [told.gateOpened(), 'Everyone (2) had agreed: the gate opened.'],
  [told.armed, 'The host pressed the toolbar button on this tab.'],
  [
    { kind: 'capture-disarmed', why: 'navigated' },
    'This tab can no longer be recorded without a new press of the toolbar button.',
  ],
  [{ kind: 'capture-failed', epoch: EPOCH, cause: 'disk-full' }, 'Recording had to end.'],
  [told.started(), 'Recording ran.'],
  [{ ...told.started(), microphone: true } as Entry, 'Recording ran, the host’s microphone with it.'],
  [told.sealed({ ms: 2600 }), 'Recording ended: 3 s kept.'],
  [told.sealed({ dropped: 1 }), 'Recording ended: 2 s kept, 1 parts thrown away.'],
  [
    { kind: 'deleted', epoch: EPOCH, why: 'time-over' },
    'The promised time was over: this recording was deleted, with its key.',
  ],
  [
    { kind: 'deleted', epoch: null, why: 'time-over' },
    'The promised time was over: names and words were erased; the proof stays.',
  ],
  [{ kind: 'exported', format: 'json' }, 'Exported as json.'],
])('%j', (entry, sentence) => {
  expect(story(entry)).toBe(sentence);
});

test('names and words stand in it while they are there', () => {
  const renamed: Entry = { kind: 'participant-renamed', participant: ANA };
  expect(story(renamed, { name: 'Anna' })).toBe('Somebody is now called Anna.');
  expect(story(renamed)).toBe('Somebody is now called (name erased).');
  expect(story(told.yes(ANA), { words: 'I agree\n[tag]' })).toBe('Ana agreed (in the chat): “I agree”.');
  expect(story(told.doubted(), { words: 'ok?' })).toBe(
    'Something that might be an answer was left for the host to settle: “ok?”.',
  );
});

test('each reason for closing has words of its own', () => {
  const closed = (...reasons: (typeof REASONS)[number][]) => story({ kind: 'gate-closed', epoch: EPOCH, reasons });
  expect(new Set(REASONS.map((reason) => closed(reason))).size).toBe(REASONS.length);
  for (const reason of REASONS) expect(closed(reason)).toMatch(/^The gate closed: [a-z].{4,}\.$/);
  expect(closed('paused', 'refused')).toBe('The gate closed: paused; somebody said no.');
});
