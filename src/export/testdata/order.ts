import { type Bench, LOG, NINE } from '../../log/testdata/meeting.ts';
import type { ExportOrder } from '../bundle.ts';

/** An export of the one log of a test, of everything in it and with names as they are. */
export function orderOf({ store }: Bench, part: Partial<ExportOrder> = {}): ExportOrder {
  return {
    source: store,
    logs: [LOG],
    at: NINE,
    signal: new AbortController().signal,
    progress: () => undefined,
    ...part,
  };
}

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
