import type { Entry, EntryOf, Logged } from './entry.ts';
import type { EpochId } from './id.ts';
import type { DeletionWhy } from './retention.ts';

/**
 * What is left of a recorded epoch after something was cut out of it. Each piece is a recording of its own: own chunks, own chain, own key, under
 * a name of its own. An epoch out of which nothing was cut is one piece, under the epoch's own id.
 *
 *   e…  ──cut in the middle──▶  e…-1, e…-2  ──cut off the end of the second──▶  e…-1, e…-3
 */
export interface Piece {
  /** Under which its chunks and its key lie. */
  readonly media: string;
  /** Where it begins in the epoch as it was recorded, ms; no cut changes that of what stays. */
  readonly from: number;
  readonly ms: number;
  readonly chunks: number;
  /** Before encryption. */
  readonly bytes: number;
  readonly lastHash: string;
}

/** Length of an epoch's id: with it, a piece's name is told from it. */
const ID_LENGTH = 13;

/** n: from 1, one more for each piece that was ever made of the epoch, so that no name is used twice. */
export function mediaIdOf(epoch: EpochId, n: number): string {
  return `${epoch}-${n}`;
}

/** Of which epoch a piece is, by the name that it lies under. */
export function epochOfMedia(media: string): EpochId {
  return media.slice(0, ID_LENGTH) as EpochId;
}

export function isPieceOf(media: string, epoch: string): boolean {
  return epoch.length === ID_LENGTH && media.startsWith(`${epoch}-`);
}

function numberOf(media: string): number {
  return Number(media.slice(ID_LENGTH + 1) || 0);
}

export interface PiecesOfEpoch {
  readonly pieces: readonly Piece[];
  /** The highest number of a piece that the log knows. */
  readonly made: number;
  readonly cuts: number;
}

/** What is left of each sealed epoch, entry by entry. One that was deleted has no pieces, whatever comes later. */
export class PieceBook {
  readonly #found = new Map<EpochId, PiecesOfEpoch>();
  readonly #deleted = new Set<EpochId>();

  take(entry: Entry): void {
    if (entry.kind === 'segment-sealed') {
      const { epoch, ms, chunks, bytes, lastHash } = entry;
      const kept = chunks > 0 && !this.#deleted.has(epoch);
      const pieces = kept ? [{ media: epoch, from: 0, ms, chunks, bytes, lastHash }] : [];
      if (!this.#found.has(epoch)) this.#found.set(epoch, { pieces, made: 0, cuts: 0 });
    } else if (entry.kind === 'cut') {
      const { made, cuts } = this.#found.get(entry.epoch) ?? { made: 0, cuts: 0 };
      const most = Math.max(made, ...entry.pieces.map(({ media }) => numberOf(media)));
      const pieces = this.#deleted.has(entry.epoch) ? [] : entry.pieces;
      this.#found.set(entry.epoch, { pieces, made: most, cuts: cuts + 1 });
    } else if (entry.kind === 'deleted' && entry.epoch) {
      this.#deleted.add(entry.epoch);
      const before = this.#found.get(entry.epoch);
      if (before) this.#found.set(entry.epoch, { ...before, pieces: [] });
    }
  }

  /** In the order in which they were sealed. */
  get all(): ReadonlyMap<EpochId, PiecesOfEpoch> {
    return this.#found;
  }
}

export function piecesOf(entries: readonly Pick<Logged, 'entry'>[]): ReadonlyMap<EpochId, PiecesOfEpoch> {
  const book = new PieceBook();
  for (const { entry } of entries) book.take(entry);
  return book.all;
}

/** Each cut that somebody made, with the names of what is left of its epoch now. at: ms UTC. */
export function cutsTold(entries: readonly Pick<Logged, 'entry' | 'at'>[]) {
  const pieces = piecesOf(entries);
  const told = entries.flatMap(({ entry, at }) => {
    // After a deletion that a hold stopped, notes and copies stay as they are.
    if (entry.kind !== 'cut' || entry.why) return [];
    const { epoch, from, to } = entry;
    return [{ epoch, from, to, at, left: pieces.get(epoch)?.pieces.map(({ media }) => media) ?? [] }];
  });
  return { told, pieces };
}

/**
 * What tells of pieces that a deletion of their epoch had destroyed before a hold kept the rest: one entry each, because nothing that lies
 * between two of them is gone. left: names of what can still be opened.
 */
export function lossesOf(
  epoch: EpochId,
  before: readonly Piece[],
  left: readonly string[],
  why: DeletionWhy,
): EntryOf<'cut'>[] {
  let pieces = before;
  return before.flatMap((lost) => {
    if (left.includes(lost.media)) return [];
    pieces = pieces.filter((piece) => piece !== lost);
    return [{ kind: 'cut', epoch, from: lost.from, to: lost.from + lost.ms, pieces: [...pieces], why }];
  });
}

/**
 * Whether a cut may follow on these pieces: it takes something away, adds nothing, and what it leaves as it was it leaves to the last byte.
 * Anything else would be a recording that nobody recorded.
 */
export function isCutOf(before: PiecesOfEpoch | undefined, cut: EntryOf<'cut'>): boolean {
  if (!before || before.pieces.length === 0 || cut.from >= cut.to) return false;
  const meets = ({ from, ms }: Piece) => from < cut.to && cut.from < from + ms;
  if (!before.pieces.some(meets)) return false;
  let end = 0;
  const known = new Set<string>();
  for (const piece of cut.pieces) {
    const same = before.pieces.find(({ media }) => media === piece.media);
    if (known.has(piece.media) || piece.from < end || piece.ms === 0 || piece.chunks === 0 || piece.lastHash === '')
      return false;
    known.add(piece.media);
    end = piece.from + piece.ms;
    if (same ? !isSame(same, piece) || meets(same) : !isNew(before, cut, piece)) return false;
  }
  // What the cut does not touch stays.
  return before.pieces.every((piece) => meets(piece) || known.has(piece.media));
}

function isSame(a: Piece, b: Piece): boolean {
  return (['from', 'ms', 'chunks', 'bytes', 'lastHash'] as const).every((key) => a[key] === b[key]);
}

/** Times of media are rounded twice on their way, ms. */
const ROUNDED_MS = 2;

/** Cut from one piece, on one side of what was taken out. */
function isNew({ pieces, made }: PiecesOfEpoch, cut: EntryOf<'cut'>, { media, from, ms }: Piece): boolean {
  if (!isPieceOf(media, cut.epoch) || numberOf(media) <= made) return false;
  const of = pieces.find((piece) => piece.from <= from && from + ms <= piece.from + piece.ms + ROUNDED_MS);
  if (!of || !(of.from < cut.to && cut.from < of.from + of.ms)) return false;
  return from + ms <= cut.from + ROUNDED_MS || from >= cut.to;
}
