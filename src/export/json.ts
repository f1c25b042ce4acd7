import type { LogRow } from '../database/schema.ts';
import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../log/bundle.ts';
import { PAGE } from '../log/reading.ts';
import { counter, type ExportOrder, goOn, headsOf, type LogSource } from './bundle.ts';

/**
 * Logs as one JSON file (src/log/FORMAT.md section 6), piece by piece, so that no log is ever whole in memory. Every leaf and every
 * disclosure is checked on the way: Failure('damaged') ends the export, Failure('cancelled') after an abort; what was written until
 * then is no JSON.
 */
export async function* exportJson(order: ExportOrder): AsyncGenerator<string, void> {
  const rows = await headsOf(order);
  const wrote = counter(rows, order.progress);
  const exportedAt = new Date(order.at).toISOString();
  yield `{"format":${quote(BUNDLE_FORMAT)},"version":${BUNDLE_VERSION},"exportedAt":${quote(exportedAt)},"logs":[`;
  for (const [at, row] of rows.entries()) {
    const { log, platform, size, head } = row;
    yield `${at > 0 ? ',' : ''}\n{"log":${quote(log)},"platform":${quote(platform)},"size":${size},"head":${quote(head)},`;
    yield '"leaves":[';
    yield* leaves(order, row, wrote);
    yield '],\n"disclosures":[';
    yield* disclosures(order.source, row, order.signal);
    yield ']}';
  }
  yield '\n]}\n';
}

async function* leaves({ source, signal }: ExportOrder, row: LogRow, wrote: (entries: number) => void) {
  let first = true;
  for await (const page of source.pages(row)) {
    goOn(signal);
    yield lines(
      page.map((leaf) => quote(leaf.text)),
      first,
    );
    wrote(page.length);
    first = false;
  }
}

async function* disclosures(source: LogSource, row: LogRow, signal: AbortSignal) {
  let first = true;
  for (let from = 0; from < row.size; from += PAGE) {
    goOn(signal);
    const opened = await source.opened(row.log, from, Math.min(from + PAGE, row.size) - 1);
    if (opened.length === 0) continue;
    yield lines(
      opened.map(({ index, field, disclosure }) => JSON.stringify({ index, field, disclosure })),
      first,
    );
    first = false;
  }
}

/** One value a line, so that the file can be read and compared by people. */
function lines(values: readonly string[], first: boolean): string {
  return `${first ? '' : ','}\n${values.join(',\n')}`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
