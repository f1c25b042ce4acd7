import { firstPlaceAfter, trimWebm } from '../../src/export/webm-trim.ts';
import type { EntryOf } from '../../src/model/entry.ts';
import { Failure } from '../../src/model/failure.ts';
import type { EpochId } from '../../src/model/id.ts';
import { mediaIdOf, type Piece, type PiecesOfEpoch } from '../../src/model/piece.ts';
import type { Span } from '../../src/model/player.ts';
import { readFrom } from '../../src/player/reading.ts';
import type { PieceWriter } from '../../src/vault/piece-writer.ts';
import type { OpenPart } from './library.ts';

/** What goes of one part, ms of the part. */
interface Take {
  readonly part: OpenPart;
  readonly from: number;
  readonly to: number;
}

export interface CutPlan {
  readonly takes: readonly Take[];
  /** What really goes, ms of recorded time. */
  readonly gone: Span;
  readonly ms: number;
}

/** What is left over of a part is not worth a piece of its own, ms. */
const SLIVER_MS = 100;

/**
 * What goes when a stretch is cut out. Never less than was marked: a picture can only go on with a whole one, so what comes before the next of
 * them goes along.
 */
export async function planCut(parts: readonly OpenPart[], marked: Span, signal: AbortSignal): Promise<CutPlan> {
  const takes: Take[] = [];
  for (const part of parts) {
    const from = Math.floor(Math.max(0, marked.from - part.offset));
    const to = Math.ceil(Math.min(part.ms, marked.to - part.offset));
    if (from >= to) continue;
    const place = part.ms - to < SLIVER_MS ? null : await goesOn(part, to, signal);
    takes.push({
      part,
      from: from < SLIVER_MS ? 0 : from,
      to: place !== null && part.ms - place >= SLIVER_MS ? place : part.ms,
    });
  }
  const [first, last] = [takes[0], takes.at(-1)];
  if (!first || !last) throw new Failure('nothing-recorded', 'nothing is marked');
  const gone = { from: first.part.offset + first.from, to: last.part.offset + last.to };
  return { takes, gone, ms: takes.reduce((sum, { from, to }) => sum + to - from, 0) };
}

async function goesOn(part: OpenPart, ms: number, signal: AbortSignal): Promise<number | null> {
  const file = await part.open();
  return firstPlaceAfter(() => readFrom(file, ms, part.ms), ms, signal);
}

interface Making {
  readonly begin: (media: string, mime: string) => Promise<PieceWriter>;
  /** What the log says is left of an epoch now. */
  readonly before: ReadonlyMap<EpochId, PiecesOfEpoch>;
  /** 0..1 */
  readonly share: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Writes what is left, and gives what the log has to say. Whatever it wrote is nothing until the log says so. */
export async function writeCut({ takes }: CutPlan, making: Making): Promise<EntryOf<'cut'>[]> {
  const all = takes.reduce((sum, { part, from, to }) => sum + from + part.ms - to, 0);
  let done = 0;
  const progress = {
    begin: (ms: number) => making.share((done + ms) / Math.max(1, all)),
    end: (ms: number) => {
      done += ms;
    },
  };
  const cuts: EntryOf<'cut'>[] = [];
  for (const epoch of new Set(takes.map(({ part }) => part.epoch)))
    cuts.push(await cutOf(epoch as EpochId, takes, making, progress));
  return cuts;
}

interface Progress {
  readonly begin: (ms: number) => void;
  readonly end: (ms: number) => void;
}

async function cutOf(
  epoch: EpochId,
  takes: readonly Take[],
  making: Making,
  progress: Progress,
): Promise<EntryOf<'cut'>> {
  const before = making.before.get(epoch);
  if (!before) throw new Failure('unexpected', 'cut of what is not there');
  const pieces: Piece[] = [];
  let { made } = before;
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const piece of before.pieces) {
    const take = takes.find(({ part }) => part.media === piece.media);
    if (!take) {
      pieces.push(piece);
      continue;
    }
    const sides = [
      { start: 0, end: take.from },
      { start: take.to, end: take.part.ms },
    ];
    let gone = { from: piece.from, to: piece.from + piece.ms };
    for (const side of sides) {
      if (side.end - side.start < 1) continue;
      const left = await writeSide(take.part, side, mediaIdOf(epoch, made + 1), making, progress);
      if (!left) continue;
      made += 1;
      pieces.push({ ...left, from: piece.from + side.start });
      gone = side.start === 0 ? { ...gone, from: piece.from + side.end } : { ...gone, to: piece.from + side.start };
    }
    [from, to] = [Math.min(from, gone.from), Math.max(to, gone.to)];
  }
  return { kind: 'cut', epoch, from, to, pieces };
}

/** One side of what is taken out; null when nothing playable lies there. */
async function writeSide(
  part: OpenPart,
  { start, end }: { readonly start: number; readonly end: number },
  media: string,
  { begin, signal }: Making,
  progress: Progress,
): Promise<Omit<Piece, 'from'> | null> {
  const file = await part.open();
  const writer = await begin(media, part.mime);
  const ms = await trimWebm({
    chunks: () => readFrom(file, start, part.ms),
    fromMs: start,
    // A recording may be a little longer than its log says: what follows is a part of it.
    toMs: start === 0 ? end : Number.POSITIVE_INFINITY,
    give: (bytes, at) => writer.put(bytes, part.recordedAtMs + start + at),
    progress: (at) => progress.begin(at - start),
    signal,
  });
  progress.end(end - start);
  if (ms === 0) {
    await writer.abandon();
    return null;
  }
  // Recorded time, as in the log of the whole: how long a last packet lasts is not written in a recording.
  return { media, ms: end - start, ...writer.finish() };
}
