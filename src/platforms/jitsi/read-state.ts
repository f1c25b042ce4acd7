import type { Exposure } from '../../model/roster.ts';
import type { SitePerson } from '../platform.ts';
import type { JitsiApp, JitsiState, Participant } from './app.ts';
import { said } from './read-lines.ts';
import type { Reading } from './reading.ts';

/** Longer names are cut by the content script anyway; this keeps a page from making us carry more. */
const NAME_MOST = 300;

/** Reads the store of the page that this runs in; null when it is not there, or has no list of people. */
export function readState(app: JitsiApp): Reading | null {
  const state = app.store?.getState();
  const listed = state?.['features/base/participants'];
  if (!state || !listed?.remote) return null;
  const conference = state['features/base/conference']?.conference;
  const remote = [...listed.remote.values()];
  const everybody = [...(listed.local ? [listed.local] : []), ...remote];
  const real = everybody.filter(({ fakeParticipant }) => !fakeParticipant);
  const nameless = textOf(state['features/base/config']?.defaultRemoteDisplayName);
  const hidden = conference?.getParticipants?.().filter((one) => one.isHidden?.() === true).length ?? 0;
  return {
    place: placeOf(app, state),
    breakout: conference?.getBreakoutRooms?.()?.isBreakoutRoom?.() === true ? textOf(conference.getName?.()) : null,
    people: real.map((one) => person(one, one === listed.local, nameless)),
    aside: everybody.length - real.length + (listed.localScreenShare ? 1 : 0) + hidden,
    heads: countOf(conference?.getParticipantCount?.()),
    // A count that is none is somebody whom nobody can list.
    visitors: countOf(state['features/visitors']?.count ?? 0) ?? 1,
    lines: said(state['features/chat']?.messages ?? []),
    composer: isTurnedAside(state) ? 'private' : 'ready',
    records: records(state, everybody),
    microphone: microphone(state),
    exposed: exposed(state),
  };
}

function placeOf(app: JitsiApp, state: JitsiState): Reading['place'] {
  const joined = state['features/base/conference']?.conference !== undefined && app.conference?.isJoined?.() === true;
  if (joined) return 'call';
  const lobby = state['features/lobby'];
  return lobby?.knocking || lobby?.lobbyVisible ? 'lobby' : 'out';
}

/**
 * Whoever calls themselves a bot (`botType`) is listed like everybody: that is only their own word. Many give no name, and Jitsi then shows
 * everybody the one that its server has for that.
 */
function person(one: Participant, self: boolean, nameless: string): SitePerson {
  const name = textOf(one.name) || (self ? '' : nameless);
  return { id: textOf(one.id) || null, name: name.slice(0, NAME_MOST), self, host: one.role === 'moderator' };
}

/** What is written now goes to one person, or to somebody in the lobby, and not to everybody. */
export function isTurnedAside(state: JitsiState): boolean {
  const chat = state['features/chat'];
  return Boolean(chat?.privateMessageRecipient || chat?.isLobbyChatActive);
}

/** Its own recording or stream, begun or beginning, or somebody's own recording on their computer that Jitsi tells of. */
function records(state: JitsiState, everybody: readonly Participant[]): boolean {
  const sessions = state['features/recording']?.sessionDatas ?? [];
  const own = sessions.some(({ status }) => status === 'on' || status === 'pending');
  return own || everybody.some(({ localRecording }) => localRecording && localRecording !== 'off');
}

/** Without a track of sound nothing of the host's is heard. */
function microphone(state: JitsiState): Reading['microphone'] {
  const muted = state['features/base/media']?.audio?.muted;
  const tracks = state['features/base/tracks'];
  if (!tracks || typeof muted !== 'boolean') return 'unknown';
  const sound = tracks.filter(({ local, mediaType }) => local && mediaType === 'audio');
  return muted || sound.every((track) => track.muted === true) ? 'muted' : 'live';
}

/** Who knocks is named in a note on the screen, whether or not the list of participants is open. */
function exposed(state: JitsiState): Exposure[] {
  const chat = state['features/chat'];
  const apart = chat?.messages?.some(({ privateMessage, lobbyChat }) => privateMessage || lobbyChat);
  const found: Exposure[] = [];
  if (chat?.isOpen && (apart || isTurnedAside(state))) found.push('private-chat');
  if ((state['features/lobby']?.knockingParticipants?.length ?? 0) > 0) found.push('lobby-list');
  return found;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function countOf(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}
