import type { DeviceRow } from '../database/schema.ts';
import { DEVICE_FORMAT, DEVICE_VERSION } from '../log/device-bundle.ts';
import { leafText } from '../log/leaf.ts';
import { Failure } from '../model/failure.ts';
import { base64url } from '../model/id.ts';
import { goOn } from './bundle.ts';

export interface DeviceExport {
  /** The device log's rows, the oldest first, page by page. */
  readonly pages: () => AsyncIterable<readonly DeviceRow[]>;
  /** The device's public key, 32 bytes. */
  readonly key: Uint8Array;
  /** ms UTC */
  readonly at: number;
  readonly signal: AbortSignal;
}

/**
 * The device log as one JSON file (src/log/FORMAT.md section 17), piece by piece. The rows are gone over twice, leaves and then openings, so
 * that they never lie in memory as a whole; what was appended in between is left out. Failure('nothing-recorded') while it is empty.
 */
export async function* exportDeviceLog({ pages, key, at, signal }: DeviceExport): AsyncGenerator<string, void> {
  yield `{"format":${quote(DEVICE_FORMAT)},"version":${DEVICE_VERSION},"exportedAt":${quote(new Date(at).toISOString())},`;
  yield `"key":${quote(base64url(key))},\n"leaves":[`;
  let last: DeviceRow | null = null;
  for await (const page of pages()) {
    goOn(signal);
    yield lines(page.map(exactLeaf), last === null);
    last = page.at(-1) ?? last;
  }
  if (!last) throw new Failure('nothing-recorded', 'no checkpoint was kept yet');
  yield '],\n"openings":[';
  let first = true;
  for await (const page of pages()) {
    goOn(signal);
    const known = page.filter(({ index }) => index <= (last as DeviceRow).index);
    if (known.length === 0) continue;
    yield lines(
      known.map(({ index, opening }) => JSON.stringify({ index, opening })),
      first,
    );
    first = false;
  }
  yield `],\n"checkpoint":${quote(last.note)}}\n`;
}

function exactLeaf({ index, leaf }: DeviceRow): string {
  const text = leafText(leaf);
  if (text === null) throw new Failure('damaged', `device log: leaf ${index} is no text`);
  return quote(text);
}

function lines(values: readonly string[], first: boolean): string {
  return `${first ? '' : ','}\n${values.join(',\n')}`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
