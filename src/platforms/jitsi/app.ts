/**
 * What Jitsi Meet keeps in its page, as far as we read it: source of jitsi/jitsi-meet, `react/features/*`, of 2025-26. Nothing of it is
 * certain to be there in the version that a server runs.
 */
export interface JitsiApp {
  readonly conference?: { readonly isJoined?: () => unknown };
  readonly store?: JitsiStore;
}

export interface JitsiStore {
  getState(): JitsiState;
  dispatch(action: object): unknown;
  subscribe(changed: () => void): () => void;
}

export interface JitsiState {
  readonly 'features/base/conference'?: { readonly conference?: Conference };
  readonly 'features/base/config'?: { readonly defaultRemoteDisplayName?: unknown };
  readonly 'features/base/media'?: { readonly audio?: { readonly muted?: unknown } };
  readonly 'features/base/participants'?: {
    readonly local?: Participant;
    readonly localScreenShare?: Participant;
    /** One and the same Map for ever: it is changed in place. */
    readonly remote?: ReadonlyMap<string, Participant>;
  };
  readonly 'features/base/tracks'?: readonly {
    readonly local?: unknown;
    readonly mediaType?: unknown;
    readonly muted?: unknown;
  }[];
  readonly 'features/chat'?: {
    readonly isOpen?: unknown;
    readonly isLobbyChatActive?: unknown;
    readonly messages?: readonly Message[];
    readonly privateMessageRecipient?: unknown;
  };
  readonly 'features/lobby'?: {
    readonly knocking?: unknown;
    readonly lobbyVisible?: unknown;
    readonly knockingParticipants?: readonly unknown[];
  };
  readonly 'features/recording'?: { readonly sessionDatas?: readonly { readonly status?: unknown }[] };
  readonly 'features/visitors'?: { readonly count?: unknown };
}

interface Conference {
  readonly getName?: () => unknown;
  readonly getBreakoutRooms?: () => { readonly isBreakoutRoom?: () => unknown } | undefined;
  /** Of everybody who is not hidden, oneself among them. */
  readonly getParticipantCount?: () => unknown;
  readonly getParticipants?: () => readonly { readonly isHidden?: () => unknown }[];
}

export interface Participant {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly role?: unknown;
  /** A shared screen, a shared video or a whiteboard: only this browser's own code says so, nobody can claim it. */
  readonly fakeParticipant?: unknown;
  readonly localRecording?: unknown;
}

export interface Message {
  readonly messageId?: unknown;
  readonly participantId?: unknown;
  readonly displayName?: unknown;
  readonly message?: unknown;
  readonly messageType?: unknown;
  readonly privateMessage?: unknown;
  readonly lobbyChat?: unknown;
  readonly isReaction?: unknown;
  readonly isEdited?: unknown;
  readonly isFromVisitor?: unknown;
  readonly timestamp?: unknown;
}
