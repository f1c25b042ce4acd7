import { openNotes } from '../../src/copies/copy-notes.ts';
import { COPY_TITLE, type CopySource } from '../../src/copies/copy-task.ts';
import type { CopyRow } from '../../src/database/schema.ts';
import { saveWebm } from '../../src/export/webm.ts';
import { hashOfFile } from '../../src/files/hash-of-file.ts';
import { handOver, type Scratch } from '../../src/files/scratch.ts';
import { type LogStore, openLogStore } from '../../src/log/store.ts';
import { maskNotes, type Note } from '../../src/mask/notes.ts';
import type { PanelToWorker } from '../../src/messages/panel-to-worker.ts';
import type { Access } from '../../src/model/access.ts';
import type { ChosenStretch, CopyableStretch, CopyView } from '../../src/model/copy.ts';
import type { Logged } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import type { CopyId, EpochId, LogId } from '../../src/model/id.ts';
import { isNote } from '../../src/model/review.ts';
import { namesOf } from '../../src/session/copy-names.ts';
import { segmentsOf } from '../../src/session/record-view.ts';
import { trainable } from '../../src/session/trainable.ts';
import { readChunks } from '../../src/vault/chunks.ts';
import { readEpochKey } from '../../src/vault/epoch-keys.ts';
import type { Ground } from '../../src/vault/ground.ts';
import { quarantined } from '../../src/vault/quarantine.ts';
import { identitiesOf } from '../../src/vault/recipients.ts';
import { openReviewKeys, readReviews } from '../../src/vault/reviews.ts';
import { readState } from '../../src/vault/state.ts';
import type { Unlocked } from '../../src/vault/unlocked.ts';
import type { Identities } from '../../src/vault/wrap.ts';
import { made } from './out.ts';

type Tell = (message: PanelToWorker) => Promise<void>;

interface ReadLog {
  readonly log: LogId;
  readonly entries: readonly Logged[];
  readonly store: LogStore;
}

/** What the records page reads of voice-masked copies, and of what they are made from. */
export class CopyShelf {
  constructor(
    readonly ground: Ground,
    private readonly unlocked: Unlocked,
  ) {}

  async read(log: LogId): Promise<ReadLog> {
    const db = await this.ground.database();
    const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
    const store = openLogStore({ db, keys: this.ground.keys, random });
    return { log, entries: await store.read(log), store };
  }

  async list(
    log: LogId,
    entries: readonly Logged[],
  ): Promise<{ readonly copies: CopyView[]; readonly stretches: CopyableStretch[] }> {
    const db = await this.ground.database();
    const apart = new Set((await quarantined(db)).map(({ epoch }) => epoch));
    const segments = segmentsOf(entries).filter(({ epoch }) => !apart.has(epoch));
    const leave = trainable(
      entries,
      segments.map(({ epoch }) => epoch),
    );
    // Of one out of which something was cut: from its beginning to the end of what is left, in its own time.
    const stretches = [...new Set(segments.map(({ epoch }) => epoch))].flatMap((epoch) => {
      const pieces = segments.filter((piece) => piece.epoch === epoch);
      const [first, last] = [pieces[0], pieces.at(-1)];
      if (!first || !last) return [];
      return [{ epoch, startedAt: first.startedAt - first.from, ms: last.from + last.ms, allowed: leave.has(epoch) }];
    });
    const startOf = new Map<string, number>(stretches.map(({ epoch, startedAt }) => [epoch, startedAt]));
    const rows = await db.getAllFromIndex('copies', 'log', log);
    const copies = rows
      .filter(({ state }) => state === 'kept')
      .sort((a, b) => b.createdAt - a.createdAt)
      .map((row) => ({
        copy: row.id as CopyId,
        createdAt: row.createdAt,
        keepUntil: row.keepUntil,
        ms: row.ms,
        bytes: row.bytes,
        of: row.of.map(({ epoch, from, to }) => ({ startedAt: startOf.get(epoch) ?? null, from, to })),
        noted: row.notes !== null,
      }));
    return { copies, stretches };
  }

  /** Failure('vault-locked'): nothing is opened before somebody has unlocked it. */
  async who(): Promise<Identities> {
    const db = await this.ground.database();
    const state = await readState(db);
    const opened = state.lock ? await this.unlocked.read() : null;
    if (state.opensWith === 'lock' && !opened) throw new Failure('vault-locked');
    return identitiesOf(db, state, opened?.identity ?? null);
  }

  /** With their keys: only after it is in the log that they are opened. */
  async sources(entries: readonly Logged[], of: readonly ChosenStretch[], who: Identities): Promise<CopySource[]> {
    const segments = segmentsOf(entries);
    const found = of.map(({ epoch, from, to }) => {
      // What was cut out is passed over: each piece that is left lies under a name of its own.
      const pieces = segments.filter(
        (piece) => piece.epoch === epoch && piece.from < to && from < piece.from + piece.ms,
      );
      if (pieces.length === 0) throw new Failure('nothing-recorded', epoch);
      return pieces.map(async (piece) => ({
        epoch: piece.media,
        mime: piece.mime,
        key: await readEpochKey(this.ground.keys, piece.media, who),
        kept: piece.kept,
        from: Math.max(0, from - piece.from),
        to: Math.min(piece.ms, to - piece.from),
      }));
    });
    return Promise.all(found.flat());
  }

  /** Notes about the stretches, at their time in the copy, masked. */
  async notes({ log, entries, store }: ReadLog, of: readonly ChosenStretch[], who: Identities): Promise<Note[]> {
    const db = await this.ground.database();
    const epochs = [...new Set(of.map(({ epoch }) => epoch))];
    const { reviews } = await readReviews(db, openReviewKeys({ keys: this.ground.keys }, who), log, epochs);
    const written = reviews.filter(isNote);
    const found: Note[] = [];
    let offset = 0;
    for (const { epoch, from, to } of of) {
      for (const { epoch: about, body } of written)
        if (about === epoch && body.ms >= from && body.ms < to)
          found.push({ atMs: offset + body.ms - from, text: body.text, tags: body.tags });
      offset += to - from;
    }
    if (found.length === 0) return [];
    const named = entries.filter(({ entry }) => entry.kind.startsWith('participant-')).map(({ index }) => index);
    const names = namesOf(entries, await store.disclosuresOf(log, named));
    return maskNotes(found, names).sort((a, b) => a.atMs - b.atMs);
  }

  /** One file to be heard, and the notes beside it. */
  async open(log: LogId, copy: CopyId, tell: Tell, signal: AbortSignal, share: (done: number) => void) {
    let notes: Note[] = [];
    const scratch = await made('copy.webm', async (file) => {
      const opened = await this.#opened(log, copy, 'played', tell);
      await this.#write(opened, file, signal, share);
      notes = await openNotes(opened.key, copy, opened.row.notes);
    });
    const src = URL.createObjectURL(await scratch.file());
    const release = () => {
      URL.revokeObjectURL(src);
      scratch.remove().catch((error: unknown) => console.warn('a scratch file stays until the next visit', error));
    };
    return { src, notes, release };
  }

  /** Gives it to the browser's downloads, as what it is by its name too. */
  async save(
    log: LogId,
    copy: CopyId,
    tell: Tell,
    signal: AbortSignal,
    share: (done: number) => void,
  ): Promise<string> {
    let name = '';
    const scratch = await made('copy.webm', async (file) => {
      const opened = await this.#opened(log, copy, 'saved', tell);
      name = nameOf(opened.row);
      await this.#write(opened, file, signal, share);
      const hash = await hashOfFile(await file.file(), signal);
      await tell({ to: 'worker', ask: 'log-export', log, format: 'webm', file: hash, purpose: 'training', copy });
    });
    await handOver(scratch, name, 'audio/webm');
    return name;
  }

  async #opened(
    log: LogId,
    copy: CopyId,
    how: Access,
    tell: Tell,
  ): Promise<{ readonly row: CopyRow; readonly key: CryptoKey }> {
    const db = await this.ground.database();
    const row = await db.get('copies', copy);
    if (row?.log !== log || row.state !== 'kept') throw new Failure('nothing-recorded', copy);
    const who = await this.who();
    const epochs = [...row.epochs] as EpochId[];
    await tell({ to: 'worker', ask: 'access', log, epochs, purpose: 'training', how, copy });
    const key = await readEpochKey(this.ground.keys, copy, who);
    if (!key) throw new Failure('key-missing', copy);
    return { row, key };
  }

  async #write(
    { row, key }: { readonly row: CopyRow; readonly key: CryptoKey },
    { write }: Scratch,
    signal: AbortSignal,
    share: (done: number) => void,
  ): Promise<void> {
    const { id, mime, createdAt, ms } = row;
    const db = await this.ground.database();
    const chunks = () => readChunks(db, key, id, mime, signal, row);
    const progress = (done: number) => share(ms > 0 ? done / ms : 0);
    const segments = [{ epoch: id, mime, recordedAtMs: createdAt, chunks }];
    await saveWebm({ segments, sound: 'apart', title: COPY_TITLE, write, progress, signal });
  }
}

/** UTC, as all saved recordings are named. */
function nameOf({ createdAt }: CopyRow): string {
  const day = new Date(createdAt).toISOString().slice(0, 16).replaceAll(':', '.').replace('T', ' ');
  return `${COPY_TITLE} ${day}.webm`;
}
