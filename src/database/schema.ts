import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { Failure } from '../model/failure.ts';
import type { GateRow } from '../model/gate.ts';
import type { Invitation } from '../model/invitation.ts';
import type { MyConsent } from '../model/my-consent.ts';
import type { Profile } from '../model/requirement.ts';
import type { HoldOver } from '../model/retention.ts';
import type { LongerAnswer, Refusal, RequestState, RequestWay, Wanted } from '../model/rights.ts';

/**
 * One database for everything that must change in one transaction.
 *
 *   logs, entries, disclosures, gates   the log and the verdict that it rests on
 *   live                                chunks of the running epoch, still provisional
 *   chunks                              chunks that stay
 *   invitations                         what other hosts asked of us and what we answered
 *   checkpoints                         what was signed of a log at a time
 *   met                                 where people are who let the host remember it for later meetings
 *   device                              the device log: one leaf a checkpoint of a meeting's log
 *   consents                            what the reader of this browser agreed to in other hosts' meetings, and what proves it
 *   vault, holds                        who can open the recordings, and which of them must stay
 *   requests                            what a participant wants: a copy, a correction, erasure
 *   reviews                             notes, tags and scores at a time of a recording
 *   copies                              voice-masked copies of stretches; their media lies in `chunks` under the copy's own id
 *   snapshots                           where a long log stood, so that it opens without being read from its beginning
 *
 * Readers take short transactions (one record or one meeting's entries) so that a closing gate never waits for them.
 */
export const DATABASE_NAME = 'ask-to-record';
export const DATABASE_VERSION = 6;

export interface Schema extends DBSchema {
  logs: { key: string; value: LogRow };
  entries: { key: [string, number]; value: EntryRow };
  disclosures: { key: [string, number, string]; value: DisclosureRow; indexes: { subject: [string, string] } };
  gates: { key: string; value: GateRow };
  live: { key: [string, number]; value: ChunkRow };
  chunks: { key: [string, number]; value: ChunkRow };
  invitations: { key: [string, string]; value: Invitation };
  settings: { key: string; value: unknown };
  snapshots: { key: string; value: SnapshotRow };
  checkpoints: { key: [string, number]; value: CheckpointRow };
  met: { key: string; value: MetRow };
  device: { key: number; value: DeviceRow };
  consents: { key: [string, string]; value: MyConsent };
  vault: { key: string; value: VaultRow | DeviceKeyRow | OrganisationRow };
  holds: { key: string; value: HoldRow };
  requests: { key: string; value: RequestRow };
  reviews: { key: [string, string]; value: ReviewRow };
  copies: { key: string; value: CopyRow; indexes: { log: string } };
}

/** Head of a log. Rows are data about the log, the log itself is in `entries`. */
export interface LogRow {
  readonly log: string;
  readonly platform: string;
  /** Keyed hash of platform and site meeting id, to find the log again after a reload without keeping the id in clear. */
  readonly meeting: string;
  readonly openedAt: number;
  readonly lastAt: number;
  readonly size: number;
  /** SHA-256(0x00 || last leaf's bytes), base64url; 32 zero bytes when size is 0. */
  readonly head: string;
  /** Random key of this log's `seen` hashes, base64url. */
  readonly seenKey: string;
  /**
   * Roots of the perfect subtrees that the leaves make, largest first: what it takes to append to the log's Merkle tree. A log that was
   * begun by an older version has none, and its tree is made of its leaves each time.
   */
  readonly frontier?: readonly Uint8Array<ArrayBuffer>[];
  /** It was found to be damaged: nothing is appended any more, and nothing is repaired. */
  readonly damaged?: true;
}

/** A log as it was signed with its first `size` entries. */
export interface CheckpointRow {
  readonly log: string;
  readonly size: number;
  /** Signed note; see src/log/checkpoint.ts. */
  readonly note: string;
  /** Index of its leaf in the device log. One from before there was a device log has none. */
  readonly device?: number;
}

/** One leaf of the device log, and where the device log stood with it; see src/log/device-leaf.ts. */
export interface DeviceRow {
  readonly index: number;
  /** The leaf's exact bytes. */
  readonly leaf: Uint8Array<ArrayBuffer>;
  /** Exact text of what the leaf is committed to. */
  readonly opening: string;
  /** Roots of the perfect subtrees that the leaves up to this one make, largest first: what it takes to append the next. */
  readonly frontier: readonly Uint8Array<ArrayBuffer>[];
  /** Signed checkpoint of the device log up to this leaf. */
  readonly note: string;
}

/** Under `state`: who opens what is recorded on this computer. Without it: the device does. */
export interface VaultRow {
  readonly version: 1;
  /** One more with every change: whoever changes what they have not seen is refused. */
  readonly revision: number;
  /** Whom the host's own share of each key is wrapped for. */
  readonly opensWith: 'device' | 'lock';
  /** Stays until no key is wrapped for it any more. */
  readonly lock: VaultLock | null;
  /** Locks whose passphrase was lost: what lies under them waits for whoever finds it again. None where it is left out. */
  readonly older?: readonly VaultLock[];
  /** Some keys may still be wrapped for those before. */
  readonly unsettled: boolean;
  /** Minutes without use after which it locks. */
  readonly idleMinutes: number;
}

/** One age identity, itself wrapped for whatever the host unlocks with. At least one of them is there. */
export interface VaultLock {
  /** `age1…` */
  readonly recipient: string;
  /** age file with the identity under a passphrase. */
  readonly passphrase: Uint8Array<ArrayBuffer> | null;
  readonly passkeys: readonly PasskeyRow[];
}

export interface PasskeyRow {
  /** Names the credential: `AGE-PLUGIN-FIDO2PRF-1…`. It opens nothing. */
  readonly credential: string;
  /** age file with the identity under the passkey's secret. */
  readonly sealed: Uint8Array<ArrayBuffer>;
  /** ms UTC */
  readonly addedAt: number;
}

/** Under `device`: can be used, and not be read, by this browser. */
export interface DeviceKeyRow {
  readonly version: 1;
  readonly recipient: string;
  readonly key: CryptoKey;
}

/** Under `organisation`: as the settings say, for whoever cannot read them. */
export interface OrganisationRow {
  readonly version: 1;
  readonly recipients: readonly string[];
  /** false: keys of new recordings are wrapped for `recipients` alone. */
  readonly hostPlays: boolean;
}

/** A legal hold: until it is lifted, nothing that it covers is deleted. A lifted one stays without its words, which the logs have. */
export interface HoldRow {
  readonly id: string;
  readonly over: HoldOver;
  /** What a matter is called; '' of the others. */
  readonly matter: string;
  /** Who set it, and why; once it is being lifted, who lifted it, and why. */
  readonly who: string;
  readonly why: string;
  /** ms UTC */
  readonly setAt: number;
  readonly liftedAt: number | null;
  readonly parts: readonly HoldPart[];
  /** Logs that do not tell of it yet. */
  readonly untold: readonly string[];
}

/** What it keeps of one meeting. */
export interface HoldPart {
  readonly log: string;
  /** null: all of them, also those that are recorded later. */
  readonly epochs: readonly string[] | null;
  /** Whose names and words. null: everybody's. */
  readonly people: readonly string[] | null;
  /** Of a hold over a person: their ids in this log. */
  readonly person: readonly string[];
}

/**
 * What a participant asked for about what is held of them, so that the list needs no log: all of it follows from the log, but for `doing`, which
 * says that it was begun and, after a crash, must be gone on with. Nothing in it is a name or a word of theirs.
 */
export interface RequestRow {
  /** Log and index of its entry. */
  readonly id: string;
  readonly log: string;
  readonly index: number;
  readonly participant: string;
  readonly what: Wanted;
  readonly way: RequestWay;
  /** ms UTC */
  readonly at: number;
  readonly state: RequestState;
  readonly why: Refusal | null;
  readonly endedAt: number | null;
  readonly longer: LongerAnswer | null;
  /** Data protection laws that have a say in that meeting. */
  readonly profiles: readonly Profile[];
}

/** A note or a filled score card of a recording: derived from it, kept no longer than it. In clear is only what deleting it takes. */
export interface ReviewRow {
  readonly log: string;
  readonly id: string;
  /** Its row goes with this epoch, as does the key that seals it. */
  readonly epoch: string;
  /** Where in the epoch a note is, ms; null: it is about the whole call. */
  readonly ms: number | null;
  readonly iv: Uint8Array<ArrayBuffer>;
  /** src/model/review.ts knows what is in it. */
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/**
 * A voice-masked copy: an id of its own, listed with its original and erased with it. Its chunks lie in `chunks` under `id` as their
 * epoch, and its key is the file of that name among the epochs' keys.
 *
 *   making ──whole, and in the log──▶ kept ──key, chunks, row: in this order──▶ (nothing)
 *
 * One that is `making` while nobody is at work with it, or that has no key, is removed at the next start.
 */
export interface CopyRow {
  readonly id: string;
  readonly log: string;
  readonly state: 'making' | 'kept';
  /** Whose deletion is its deletion: those in `of`, each once. */
  readonly epochs: readonly string[];
  /** Stretches in the order of the copy; ms from the beginning of what was kept of the epoch. */
  readonly of: readonly CopiedStretch[];
  /** ms UTC */
  readonly createdAt: number;
  readonly keepDays: number;
  /** ms UTC: never later than the promised end of any of its epochs. */
  readonly keepUntil: number;
  readonly mime: string;
  /** Of the whole copy; 0 and '' while it is being made. */
  readonly chunks: number;
  readonly bytes: number;
  readonly ms: number;
  readonly lastHash: string;
  /** Masked notes as JSON, sealed with the copy's key; null when there are none. See src/copies/copy-notes.ts. */
  readonly notes: ArrayBuffer | null;
}

export interface CopiedStretch {
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
}

/** Where somebody said that they are, remembered with their leave. Nothing in it is a name. */
export interface MetRow {
  /** Keyed hash of platform and the site's id of their account. */
  readonly person: string;
  readonly places: readonly string[];
  /** When they were last met: whole days since 1970, UTC. */
  readonly day: number;
}

export interface EntryRow {
  readonly log: string;
  readonly index: number;
  /** The leaf's exact bytes. */
  readonly leaf: Uint8Array<ArrayBuffer>;
}

export interface DisclosureRow {
  readonly log: string;
  readonly index: number;
  readonly field: string;
  /** Participant key whose personal key seals it. */
  readonly subject: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export interface ChunkRow {
  readonly epoch: string;
  readonly seq: number;
  readonly log: string;
  /** ms UTC when the recorder handed the chunk over: nothing in it is later. */
  readonly endAt: number;
  /** Bytes before encryption. */
  readonly bytes: number;
  readonly sealed: ArrayBuffer;
  /** base64url SHA-256 of `sealed`. */
  readonly hash: string;
}

/** What a log said after its first `size` entries: derived from them, no personal data, and thrown away without loss. */
export interface SnapshotRow {
  readonly log: string;
  readonly size: number;
  /** Leaf hash of the entry before `size`, base64url. */
  readonly head: string;
  /** ms UTC of that entry. */
  readonly at: number;
  /** Of the code that made it: another one's is not used. */
  readonly version: number;
  /** src/session/snapshot.ts knows its shape. */
  readonly body: unknown;
}

export type Database = IDBPDatabase<Schema>;

/**
 * Opens the database. `lost` is called when the browser closes it under us (site data cleared, upgrade in another context):
 * whoever holds the handle must then stop and open again.
 */
export function openDatabase(
  lost: (why: 'closed' | 'newer-version') => void,
  version = DATABASE_VERSION,
): Promise<Database> {
  let refuse: (why: Failure) => void = () => undefined;
  const refused = new Promise<never>((_resolve, reject) => {
    refuse = reject;
  });
  let isRefused = false;
  const opening = openDB<Schema>(DATABASE_NAME, version, {
    // Another context holds an older version and does not let go. Whoever waits for us must be told, or they wait for ever.
    blocked: () => {
      isRefused = true;
      refuse(new Failure('storage-failed', 'another part of the extension holds an older database'));
    },
    upgrade(db, oldVersion) {
      if (oldVersion < 1) {
        db.createObjectStore('logs', { keyPath: 'log' });
        db.createObjectStore('entries', { keyPath: ['log', 'index'] });
        db.createObjectStore('disclosures', { keyPath: ['log', 'index', 'field'] }).createIndex('subject', [
          'log',
          'subject',
        ]);
        db.createObjectStore('gates', { keyPath: 'log' });
        db.createObjectStore('live', { keyPath: ['epoch', 'seq'] });
        db.createObjectStore('chunks', { keyPath: ['epoch', 'seq'] });
        db.createObjectStore('invitations', { keyPath: ['meeting', 'ask'] });
        db.createObjectStore('settings');
      }
      if (oldVersion < 2) db.createObjectStore('snapshots', { keyPath: 'log' });
      if (oldVersion < 3) db.createObjectStore('checkpoints', { keyPath: ['log', 'size'] });
      if (oldVersion < 4) db.createObjectStore('met', { keyPath: 'person' });
      if (oldVersion < 5) {
        db.createObjectStore('device', { keyPath: 'index' });
        db.createObjectStore('consents', { keyPath: ['meeting', 'ask'] });
        db.createObjectStore('vault');
        db.createObjectStore('holds', { keyPath: 'id' });
      }
      if (oldVersion < 6) {
        db.createObjectStore('requests', { keyPath: 'id' });
        db.createObjectStore('reviews', { keyPath: ['log', 'id'] });
        db.createObjectStore('copies', { keyPath: 'id' }).createIndex('log', 'log');
      }
    },
    terminated: () => lost('closed'),
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase | null)?.close();
      lost('newer-version');
    },
  });
  // It opens after all once the other has let go; by then nobody waits for this handle.
  opening.then(
    (db) => isRefused && db.close(),
    () => undefined,
  );
  return Promise.race([opening, refused]);
}
