import { describe, expect, test } from 'vitest';
import type { Entry, EntryOf } from './entry.ts';
import type { EpochId } from './id.ts';
import { cutsTold, epochOfMedia, isCutOf, isPieceOf, lossesOf, mediaIdOf, type Piece, piecesOf } from './piece.ts';

const EPOCH = 'eAAAAAAAAAA-1' as EpochId;
const OTHER = 'eAAAAAAAAAAA-' as EpochId;
const HASH = 'h'.repeat(43);

const sealed = (change: Partial<EntryOf<'segment-sealed'>> = {}): Entry => ({
  kind: 'segment-sealed',
  epoch: EPOCH,
  cause: 'ordered',
  chunks: 10,
  bytes: 1000,
  ms: 10_000,
  dropped: 0,
  lastHash: HASH,
  ...change,
});
const piece = (n: number, from: number, to: number): Piece => ({
  media: n === 0 ? EPOCH : mediaIdOf(EPOCH, n),
  from,
  ms: to - from,
  chunks: 3,
  bytes: 300,
  lastHash: HASH,
});
const cut = (from: number, to: number, ...pieces: Piece[]): EntryOf<'cut'> => ({
  kind: 'cut',
  epoch: EPOCH,
  from,
  to,
  pieces,
});
const after = (...entries: Entry[]) => piecesOf(entries.map((entry) => ({ entry })));
const WHOLE: Piece = { media: EPOCH, from: 0, ms: 10_000, chunks: 10, bytes: 1000, lastHash: HASH };

describe('names of pieces', () => {
  test('tell the epoch, whatever is in its id', () => {
    for (const epoch of [EPOCH, OTHER]) {
      expect(epochOfMedia(mediaIdOf(epoch, 12))).toBe(epoch);
      expect(isPieceOf(mediaIdOf(epoch, 1), epoch)).toBe(true);
      expect(isPieceOf(epoch, epoch)).toBe(false);
    }
    expect(isPieceOf(mediaIdOf(OTHER, 1), EPOCH)).toBe(false);
    expect(isPieceOf(EPOCH, 'eAAAAAAAAAA')).toBe(false);
  });
});

describe('what a deletion had destroyed before a hold kept the rest', () => {
  const pieces = [piece(1, 0, 2000), piece(2, 3000, 5000), piece(3, 6000, 10_000)];
  const names = (of: readonly Piece[] | undefined) => of?.map(({ media }) => media);
  const before = [sealed(), cut(2000, 3000, piece(1, 0, 2000), piece(4, 3000, 10_000)), cut(5000, 6000, ...pieces)];

  test('is told piece by piece, each as a cut that may follow on the one before', () => {
    const losses = lossesOf(EPOCH, pieces, [mediaIdOf(EPOCH, 2)], 'erased');
    expect(losses.map(({ from, to, why }) => [from, to, why])).toEqual([
      [0, 2000, 'erased'],
      [6000, 10_000, 'erased'],
    ]);
    const told: Entry[] = [...before];
    for (const loss of losses) {
      expect(isCutOf(after(...told).get(EPOCH), loss)).toBe(true);
      told.push(loss);
    }
    expect(names(after(...told).get(EPOCH)?.pieces)).toEqual([mediaIdOf(EPOCH, 2)]);
  });

  test('is nothing where everything can be opened, and all where nothing of it can', () => {
    expect(lossesOf(EPOCH, pieces, [...pieces.map(({ media }) => media), 'review'], 'host')).toEqual([]);
    expect(lossesOf(EPOCH, pieces, [], 'host').map((loss) => names(loss.pieces))).toEqual([
      [mediaIdOf(EPOCH, 2), mediaIdOf(EPOCH, 3)],
      [mediaIdOf(EPOCH, 3)],
      [],
    ]);
  });

  test('takes no note and no copy along: nobody cut it', () => {
    const [loss] = lossesOf(EPOCH, pieces, names(pieces.slice(1)) ?? [], 'time-over');
    const logged = [...before, loss as Entry].map((entry, i) => ({ entry, at: i }));
    expect(cutsTold(logged).told.map(({ from }) => from)).toEqual([2000, 5000]);
    expect(names(cutsTold(logged).pieces.get(EPOCH)?.pieces)).toEqual([mediaIdOf(EPOCH, 2), mediaIdOf(EPOCH, 3)]);
  });
});

describe('what is left', () => {
  test('all of it, under the epoch’s own id', () => {
    expect(after(sealed()).get(EPOCH)).toEqual({ pieces: [WHOLE], made: 0, cuts: 0 });
    expect(after(sealed({ chunks: 0, ms: 0, bytes: 0, lastHash: '' })).get(EPOCH)?.pieces).toEqual([]);
  });

  test('after cuts, what the newest says, and which names were used', () => {
    const first = cut(2000, 3000, piece(1, 0, 2000), piece(2, 3000, 10_000));
    const second = cut(0, 2000, piece(2, 3000, 10_000));
    expect(after(sealed(), first).get(EPOCH)).toEqual({ pieces: first.pieces, made: 2, cuts: 1 });
    expect(after(sealed(), first, second).get(EPOCH)).toEqual({ pieces: second.pieces, made: 2, cuts: 2 });
  });

  test('nothing of what was deleted, whatever comes later', () => {
    const deleted: Entry = { kind: 'deleted', epoch: EPOCH, why: 'time-over' };
    expect(after(sealed(), deleted).get(EPOCH)?.pieces).toEqual([]);
    expect(after(sealed(), deleted, cut(0, 1, piece(1, 1, 10_000))).get(EPOCH)?.pieces).toEqual([]);
    expect(after(sealed(), { ...deleted, epoch: null }).get(EPOCH)?.pieces).toEqual([WHOLE]);
  });
});

describe('a cut takes away, and nothing else', () => {
  const whole = after(sealed()).get(EPOCH);
  const twice = after(sealed(), cut(2000, 3000, piece(1, 0, 2000), piece(2, 3000, 10_000))).get(EPOCH);

  test.each<[string, EntryOf<'cut'>]>([
    ['in the middle', cut(2000, 3000, piece(1, 0, 2000), piece(2, 3000, 10_000))],
    ['at the beginning', cut(0, 3000, piece(1, 3000, 10_000))],
    ['at the end', cut(3000, 10_000, piece(1, 0, 3000))],
    ['all of it', cut(0, 10_000)],
    ['and the last moments of a side, which were too short', cut(2000, 9990, piece(1, 0, 1990))],
  ])('%s', (_where, entry) => expect(isCutOf(whole, entry)).toBe(true));

  test.each<[string, EntryOf<'cut'>]>([
    [
      'the second piece in the middle',
      cut(5000, 6000, piece(1, 0, 2000), piece(3, 3000, 5000), piece(4, 6000, 10_000)),
    ],
    ['over the earlier cut', cut(1000, 4000, piece(3, 0, 1000), piece(4, 4000, 10_000))],
    ['the first piece as a whole', cut(0, 2000, piece(2, 3000, 10_000))],
  ])('what was cut before: %s', (_where, entry) => expect(isCutOf(twice, entry)).toBe(true));

  test.each<[string, EntryOf<'cut'>]>([
    ['nothing', cut(2000, 2000, piece(1, 0, 2000), piece(2, 2000, 10_000))],
    ['backwards', cut(3000, 2000, piece(1, 0, 2000))],
    ['where nothing is', cut(10_000, 11_000, WHOLE)],
    ['and leaves it as it was', cut(2000, 3000, WHOLE)],
    ['and leaves a part of what was taken out', cut(2000, 3000, piece(1, 0, 2500), piece(2, 3000, 10_000))],
    ['and begins before its end', cut(2000, 3000, piece(1, 0, 2000), piece(2, 2900, 10_000))],
    ['and adds at the end', cut(2000, 3000, piece(1, 0, 2000), piece(2, 3000, 11_000))],
    ['with pieces over each other', cut(5000, 6000, piece(1, 0, 3000), piece(2, 2000, 5000))],
    ['out of order', cut(2000, 3000, piece(2, 3000, 10_000), piece(1, 0, 2000))],
    ['with one name twice', cut(2000, 3000, piece(1, 0, 2000), piece(1, 3000, 10_000))],
    ['with an empty piece', cut(2000, 3000, { ...piece(1, 0, 2000), chunks: 0 })],
    ['with a piece of another epoch', cut(2000, 3000, { ...piece(1, 0, 2000), media: mediaIdOf(OTHER, 1) })],
  ])('not %s', (_what, entry) => expect(isCutOf(whole, entry)).toBe(false));

  test.each<[string, EntryOf<'cut'>]>([
    ['a name that was used before', cut(5000, 6000, piece(1, 0, 2000), piece(2, 3000, 5000))],
    ['what was not touched, changed', cut(0, 1000, piece(3, 1000, 2000), { ...piece(2, 3000, 10_000), lastHash: 'i' })],
    ['what was not touched, left out', cut(0, 1000, piece(3, 1000, 2000))],
    ['what was cut out before', cut(0, 1000, piece(3, 1000, 2500), piece(2, 3000, 10_000))],
  ])('not %s', (_what, entry) => expect(isCutOf(twice, entry)).toBe(false));

  test('not of what was never kept, or is deleted', () => {
    const entry = cut(0, 10_000);
    expect(isCutOf(undefined, entry)).toBe(false);
    expect(isCutOf(after(sealed(), { kind: 'deleted', epoch: EPOCH, why: 'time-over' }).get(EPOCH), entry)).toBe(false);
  });
});
