import type { ExportFormat } from '../model/export.ts';
import type { ExportOrder } from './bundle.ts';
import { exportCsv } from './csv.ts';
import { exportDpv } from './dpv.ts';
import { exportJson } from './json.ts';
import { exportKantara } from './kantara.ts';
import { exportReceipts, type ReceiptsSaid } from './receipts.ts';
import { exportReport, type ReportWords } from './report.ts';
import type { Stated } from './stated.ts';
import type { ZipFile } from './zip.ts';

/** Everything that some format needs beside the logs. */
export interface FullOrder extends ExportOrder {
  readonly stated: Stated;
  readonly words: ReportWords;
  readonly receipts: ReceiptsSaid;
}

/** Name and kind of each format that is one file; the others are a folder of them, and so only ever in a zip. */
export const SINGLE = {
  report: { name: 'report.html', type: 'text/html' },
  csv: { name: 'answers.csv', type: 'text/csv' },
  json: { name: 'log.json', type: 'application/json' },
  dpv: { name: 'consent-records.jsonld', type: 'application/ld+json' },
} as const satisfies Partial<Record<ExportFormat, { readonly name: string; readonly type: string }>>;
export type SingleFormat = keyof typeof SINGLE;

export function isSingle(format: ExportFormat): format is SingleFormat {
  return format in SINGLE;
}

export function piecesOf(format: SingleFormat, order: FullOrder): AsyncGenerator<string, void> {
  switch (format) {
    case 'report':
      return exportReport(order, order.words);
    case 'csv':
      return exportCsv(order);
    case 'json':
      return exportJson(order);
    case 'dpv':
      return exportDpv(order, order.stated);
    default:
      return format satisfies never;
  }
}

/** The files of a zip of these formats, each made when its turn comes, and a word for whoever unpacks it. */
export async function* filesOf(formats: readonly ExportFormat[], order: FullOrder): AsyncGenerator<ZipFile, void> {
  const fixed = { ...order, source: held(order.source) };
  yield { name: 'README.txt', pieces: [README] };
  for (const [at, format] of formats.entries()) {
    const tell = ({ done, total }: { done: number; total: number }) => {
      const share = total > 0 ? done / total : 1;
      order.progress({ done: at + share, total: formats.length });
    };
    const part = { ...fixed, progress: tell };
    if (isSingle(format)) yield { name: SINGLE[format].name, pieces: piecesOf(format, part) };
    else yield* folderOf(format, part);
  }
}

type FolderFormat = Exclude<ExportFormat, SingleFormat>;

async function* folderOf(format: FolderFormat, order: FullOrder): AsyncGenerator<ZipFile, void> {
  let [done, total] = [0, 0];
  for (const log of order.logs) total += (await order.source.row(log))?.size ?? 0;
  const wrote = (entries: number) => {
    done += entries;
    order.progress({ done, total });
  };
  const files = format === 'kantara' ? exportKantara(order, order.stated, wrote) : receiptFiles(format, order, wrote);
  for await (const { name, text } of files) yield { name: `${format}/${name}`, pieces: [text] };
}

function receiptFiles(_format: 'receipts', order: FullOrder, wrote: (entries: number) => void) {
  return exportReceipts(order, order.receipts, wrote);
}

/** All files of one export tell of the same heads, although the meeting may go on meanwhile. */
function held(source: ExportOrder['source']): ExportOrder['source'] {
  const rows = new Map<string, ReturnType<ExportOrder['source']['row']>>();
  return {
    row: (log) => {
      const row = rows.get(log) ?? source.row(log);
      rows.set(log, row);
      return row;
    },
    pages: (row, after) => source.pages(row, after),
    leaf: (log, index) => source.leaf(log, index),
    opened: (log, from, to) => source.opened(log, from, to),
    checkpoints: (log, size) => source.checkpoints(log, size),
    checkpoint: (row, signer) => source.checkpoint(row, signer),
  };
}

const README = `An export of Ask to Record: who was asked to be recorded, and who agreed.

report.html              for people: open it in a browser, or print it
answers.csv              one row an answer, for a spreadsheet
log.json                 the proof: every entry of every meeting in it, to be checked by anybody, offline
consent-records.jsonld   structured after ISO/IEC TS 27560 with the W3C Data Privacy Vocabulary; not certified
kantara/                 Kantara Consent Receipt 1.1.0, one for each consent that was given
receipts/                for each person who answered: their own receipt, which proves it (.json), and a page to print (.html)
manifest.json            the SHA-256 of each of these files, signed by the computer that made them

Not every export has all of them. Only log.json and the .json files in receipts/ prove something by themselves; the manifest binds
the others to it. A receipt is for the person it is of, and shows nobody else's answers.
To check: open the verifier of Ask to Record and drop this whole file on it, or run npm run verify -- log.json.
A cell that would begin like a formula begins with ' in answers.csv; the exact words are in log.json.
Nothing here is legal advice.
`;
