import type { Lane, Piece } from './webm-source.ts';

/** Of all lanes the earliest piece next. */
export async function* inOrder(lanes: readonly Lane[]): Lane {
  const heads: { readonly lane: Lane; readonly piece: Piece }[] = [];
  const pull = async (lane: Lane) => {
    const next = await lane.next();
    if (!next.done) heads.push({ lane, piece: next.value });
  };
  try {
    for (const lane of lanes) await pull(lane);
    while (heads.length > 0) {
      heads.sort((a, b) => a.piece.at - b.piece.at);
      const [first] = heads.splice(0, 1);
      if (!first) break;
      yield first.piece;
      await pull(first.lane);
    }
  } finally {
    for (const lane of lanes) await lane.return();
  }
}
