import { describe, expect, test } from 'vitest';
import type { JitsiApp, JitsiState, Message, Participant } from './app.ts';
import { readState } from './read-state.ts';

const ada: Participant = { id: 'a1', name: 'Ada', role: 'moderator' };
const ben: Participant = { id: 'b2', name: 'Ben', role: 'participant' };
const remote = (...people: Participant[]) => new Map(people.map((one) => [String(one.id), one]));

interface Told {
  readonly joined?: boolean;
  readonly conference?: object;
}

function app(state: Partial<JitsiState>, { joined = true, conference = {} }: Told = {}): JitsiApp {
  const whole = {
    'features/base/participants': { local: ada, remote: remote(ben) },
    'features/base/conference': { conference },
    ...state,
  } as JitsiState;
  return {
    conference: { isJoined: () => joined },
    store: { getState: () => whole, dispatch: () => undefined, subscribe: () => () => undefined },
  };
}
const read = (state: Partial<JitsiState> = {}, told?: Told) => {
  const reading = readState(app(state, told));
  if (!reading) throw new Error('nothing was read');
  return reading;
};

describe('who is here', () => {
  test('is everybody in the store, with the moderators as hosts', () => {
    expect(read().people).toEqual([
      { id: 'a1', name: 'Ada', self: true, host: true },
      { id: 'b2', name: 'Ben', self: false, host: false },
    ]);
  });

  test('is read anew from a map that is changed in place', () => {
    const people = remote(ben);
    const jitsi = app({ 'features/base/participants': { local: ada, remote: people } });
    expect(readState(jitsi)?.people).toHaveLength(2);
    people.set('c3', { id: 'c3', name: 'Cem' });
    expect(readState(jitsi)?.people.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Cem']);
  });

  test('is no shared screen, no whiteboard and no hidden recorder, but everybody who only says that they are a bot', () => {
    const screen = { id: 'b2-v1', name: 'Ben’s screen', fakeParticipant: 'RemoteScreenShare' };
    const bot = { id: 'd4', name: 'Dia', botType: 'poltergeist' };
    const people = { local: ada, localScreenShare: { id: 'a1-v1' }, remote: remote(ben, screen, bot) };
    const conference = { getParticipants: () => [{ isHidden: () => true }, { isHidden: () => false }, {}] };
    const reading = read({ 'features/base/participants': people }, { conference });
    expect(reading.people.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Dia']);
    expect(reading.aside).toBe(3);
  });

  test('may have no name and no id', () => {
    const people = { local: ada, remote: new Map([['x', { id: undefined }]]) };
    expect(read({ 'features/base/participants': people }).people[1]).toMatchObject({ id: null, name: '' });
    const config = { defaultRemoteDisplayName: 'Fellow Jitster' };
    const named = read({ 'features/base/participants': people, 'features/base/config': config }).people[1];
    expect(named?.name, 'then they have the one that everybody sees').toBe('Fellow Jitster');
  });

  test('is counted by the conference, and visitors by the store', () => {
    expect(read().heads).toBeNull();
    expect(read({}, { conference: { getParticipantCount: () => 2 } }).heads).toBe(2);
    expect(read({ 'features/visitors': { count: 7 } }).visitors).toBe(7);
    expect(read({ 'features/visitors': { count: 'many' } }).visitors, 'never nobody').toBe(1);
  });
});

test.each<[string, Partial<JitsiState>, Told, string]>([
  ['joined', {}, {}, 'call'],
  ['about to', {}, { joined: false }, 'out'],
  ['gone', { 'features/base/conference': {} }, {}, 'out'],
  ['knocking', { 'features/lobby': { knocking: true } }, { joined: false }, 'lobby'],
  ['shown the lobby', { 'features/lobby': { lobbyVisible: true }, 'features/base/conference': {} }, {}, 'lobby'],
])('the place of somebody who is %s', (_name, state, told, place) => {
  expect(read(state, told).place).toBe(place);
});

test('a breakout room is a room of its own', () => {
  const conference = { getBreakoutRooms: () => ({ isBreakoutRoom: () => true }), getName: () => 'room-2' };
  expect(read({}, { conference }).breakout).toBe('room-2');
  expect(read({}, { conference: { getBreakoutRooms: () => undefined } }).breakout).toBeNull();
});

describe('the chat', () => {
  const message = (more: Message): Message => ({
    messageId: 'm1',
    participantId: 'b2',
    displayName: 'Ben',
    message: 'I agree',
    messageType: 'remote',
    ...more,
  });
  const lines = (...messages: Message[]) => read({ 'features/chat': { messages } }).lines;

  test('has the words of each with the exact sender', () => {
    const own = message({ messageId: 'm2', messageType: 'local', timestamp: 1_764_000_000_000 });
    expect(lines(message({ isEdited: true }), own)).toEqual([
      { id: 'm1', sender: { id: 'b2', name: 'Ben', self: false }, text: 'I agree', edited: true, writtenAt: null },
      {
        id: 'm2',
        sender: { id: 'b2', name: 'Ben', self: true },
        text: 'I agree',
        edited: false,
        writtenAt: 1_764_000_000_000,
      },
    ]);
  });

  test('says when each was written only where the page says a time', () => {
    for (const timestamp of [0, -1, '1764000000000', null])
      expect(lines(message({ timestamp }))[0]?.writtenAt).toBeNull();
  });

  test.each<[string, Message]>([
    ['an error', { messageType: 'error' }],
    ['the system', { messageType: 'system' }],
    ['a reaction', { isReaction: true }],
    ['somebody in the lobby', { lobbyChat: true }],
    ['the host in private', { messageType: 'local', privateMessage: true }],
  ])('without the words of %s', (_name, more) => {
    expect(lines(message(more))).toEqual([]);
  });

  test('what is said in private is nobody’s, so that it is no yes, and a no is still heard', () => {
    expect(lines(message({ privateMessage: true }))[0]?.sender).toEqual({ id: null, name: null, self: false });
  });

  test('a visitor who calls themselves by somebody’s id is not that one', () => {
    expect(lines(message({ isFromVisitor: true }))[0]?.sender.id).toBe('visitor b2');
  });

  test('is cut at its old end', () => {
    const many = Array.from({ length: 2500 }, (_, n) => message({ messageId: `m${n}` }));
    const kept = lines(...many);
    expect(kept).toHaveLength(1200);
    expect(kept.at(-1)?.id).toBe('m2499');
  });
});

test('Jitsi’s own recording is told, and that of somebody on their computer', () => {
  const sessions = (status: string) => ({ 'features/recording': { sessionDatas: [{ status }] } });
  expect(read(sessions('on')).records).toBe(true);
  expect(read(sessions('pending')).records).toBe(true);
  expect(read(sessions('off')).records).toBe(false);
  const recorder = (localRecording: string) => ({
    'features/base/participants': { local: ada, remote: remote({ ...ben, localRecording }) },
  });
  expect(read(recorder('on')).records).toBe(true);
  expect(read(recorder('off')).records).toBe(false);
});

test('the microphone is live only while a track of its own is sent and not muted', () => {
  const tracks = (...muted: boolean[]) => muted.map((is) => ({ local: true, mediaType: 'audio', muted: is }));
  const of = (muted: boolean | undefined, list: ReturnType<typeof tracks>) =>
    read({ 'features/base/media': { audio: { muted } }, 'features/base/tracks': list }).microphone;
  expect(of(false, tracks(false))).toBe('live');
  expect(of(true, tracks(false))).toBe('muted');
  expect(of(false, tracks(true))).toBe('muted');
  expect(of(false, [])).toBe('muted');
  expect(of(undefined, tracks(false))).toBe('unknown');
  expect(read().microphone).toBe('unknown');
});

test('private messages on the screen and who knocks are told', () => {
  const exposed = (state: Partial<JitsiState>) => read(state).exposed;
  const apart = [{ privateMessage: true }];
  expect(exposed({ 'features/chat': { isOpen: true, messages: apart } })).toEqual(['private-chat']);
  expect(exposed({ 'features/chat': { isOpen: false, messages: apart } })).toEqual([]);
  expect(exposed({ 'features/chat': { isOpen: true, privateMessageRecipient: {} } })).toEqual(['private-chat']);
  expect(exposed({ 'features/lobby': { knockingParticipants: [{}] } })).toEqual(['lobby-list']);
});

test('what is written goes to everybody, unless the chat is turned to one person or to the lobby', () => {
  const composer = (chat: object) => read({ 'features/chat': chat }).composer;
  expect(read().composer).toBe('ready');
  expect(composer({ privateMessageRecipient: { id: 'b2' } })).toBe('private');
  expect(composer({ isLobbyChatActive: true })).toBe('private');
});

test('without a store, or without its list of people, nothing is read', () => {
  expect(readState({})).toBeNull();
  expect(readState(app({ 'features/base/participants': {} }))).toBeNull();
});
