import type { LogRow } from '../database/schema.ts';
import { fingerprintOf } from '../log/fingerprint.ts';
import type { Receipt } from '../log/receipt.ts';
import type { Purpose } from '../model/ask.ts';
import type { EntryOf } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import type { ParticipantKey } from '../model/id.ts';
import { type ExportOrder, goOn, headsOf } from './bundle.ts';
import { EVERYTHING, isChosen } from './choice.ts';
import { type ReceiptSaid, readLog, receiptOf } from './receipt.ts';
import { type PageParts, receiptPage } from './receipt-page.ts';
import { statementIn } from './receipt-words/registry.ts';

/** What receipts say in words, as files and as pages. */
export interface ReceiptsSaid extends ReceiptSaid {
  readonly page: (receipt: Receipt) => Omit<PageParts, 'fingerprint'>;
}

/** As the product says it. purposes: their names in a language; site: the name of a platform. */
export function receiptsSaid(
  notice: ReceiptSaid['notice'],
  purposes: (language: string) => PageParts['purposes'],
  site: (platform: string) => string,
): ReceiptsSaid {
  return {
    statement: ({ language, addendum }) => statementIn(language, addendum),
    notice,
    page: ({ statement, platform }) => ({ purposes: purposes(statement.language), site: site(platform) }),
  };
}

/** name: within the folder of receipts. */
export interface ReceiptFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The receipts of everybody who gave an answer that was chosen, each as the file that proves and as a page to print: for the host to hand out. Nobody is
 * noted as having got one: whoever the whole is for is another. Only with names as they are. Failure as makeReceipt.
 *
 * @param wrote told how many entries are done; parts of one, too
 */
export async function* exportReceipts(
  order: ExportOrder,
  said: ReceiptsSaid,
  wrote: (entries: number) => void,
): AsyncGenerator<ReceiptFile, void> {
  const { source, signal, at, signer, names } = order;
  if (!signer) throw new Failure('unexpected', 'a receipt is always signed');
  if (names && names.how !== 'full') throw new Failure('unexpected', 'a receipt holds a name');
  const fingerprint = await fingerprintOf(signer.key);
  for (const row of await headsOf(order)) {
    const { log, size } = row;
    const left = await answering(order, row);
    if (left.size === 0) {
      wrote(size);
      continue;
    }
    let before = 0;
    const progress = (done: number) => {
      // Reading is half of the work, and the receipts are the other.
      wrote((done - before) / 2);
      before = done;
    };
    const read = await readLog({ source, log, signal, progress });
    const share = size / 2 / left.size;
    for (const participant of left) {
      goOn(signal);
      const { receipt, text } = await receiptOf(
        { ...said, source, log, signal, progress, participant, at, signer },
        read,
      );
      // Somebody who is there under several ids has one receipt.
      for (const id of receipt.participants) if (left.delete(id as ParticipantKey)) wrote(share);
      const name = `${slugOf(nameIn(receipt))}${log}-${receipt.participants[0]}`;
      yield { name: `${name}.json`, text };
      yield { name: `${name}.html`, text: receiptPage(receipt, { ...said.page(receipt), fingerprint }) };
    }
  }
}

/** How many files there will be at most. */
export async function countReceipts(order: ExportOrder): Promise<number> {
  let count = 0;
  for (const row of await headsOf(order)) count += 2 * (await answering(order, row)).size;
  return count;
}

/** Who gave an answer that was chosen. Page by page: a log in which nobody did is never whole in memory. */
async function answering(
  { source, signal, choice = EVERYTHING }: ExportOrder,
  row: LogRow,
): Promise<Set<ParticipantKey>> {
  const asks = new Map<string, readonly Purpose[]>();
  const found = new Set<ParticipantKey>();
  for await (const page of source.pages(row)) {
    goOn(signal);
    for (const {
      logged: { entry, at },
    } of page) {
      if (entry.kind === 'asked') asks.set(entry.ask, purposesOf(entry));
      if (entry.kind !== 'answered') continue;
      const of = { participant: entry.participant, at, purposes: asks.get(entry.ask) ?? null };
      if (isChosen(choice, of)) found.add(entry.participant);
    }
  }
  return found;
}

function purposesOf({ purposes }: EntryOf<'asked'>): readonly Purpose[] {
  return purposes.map(({ purpose }) => purpose);
}

function nameIn({ disclosures }: Receipt): string {
  const last = disclosures.findLast(({ field }) => field === 'name');
  return last ? String((JSON.parse(last.disclosure) as readonly unknown[])[2]) : '';
}

const SLUG_MAX = 40;

/** A name as far as every disk can write it, so that the host finds whom to give it to; the ids behind it keep two of one name apart. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, SLUG_MAX)
    .replace(/^-|-$/g, '');
  return plain === '' ? '' : `${plain}-`;
}
