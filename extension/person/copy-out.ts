import { makeNotice } from '../../src/consent/notice.ts';
import { wordingOf } from '../../src/consent/notices/registry.ts';
import { type HeldIn, heldPage, heldText } from '../../src/export/held.ts';
import { makeReceipt } from '../../src/export/receipt.ts';
import { statementIn } from '../../src/export/receipt-words/registry.ts';
import { type ZipFile, zipOf } from '../../src/export/zip.ts';
import { handOver, makeScratch } from '../../src/files/scratch.ts';
import type { Signer } from '../../src/log/signer.ts';
import { Failure } from '../../src/model/failure.ts';
import type { Shelf } from './shelf.ts';

interface CopyJob {
  readonly held: readonly HeldIn[];
  readonly name: string;
  /** Called when the file is whole and before it is handed over: logs that it leaves. */
  readonly before: () => Promise<void>;
  /** 0..1 */
  readonly share: (done: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Everything that is held about one person, as one zip: a page to read, the same as data, and a receipt of each meeting in which they answered.
 * Nothing in it is about anybody else, but for what a reviewer wrote into a note. Cancelled or failed, nothing of it stays behind.
 */
export async function giveCopy(shelf: Shelf, { held, name, before, share, signal }: CopyJob): Promise<void> {
  const scratch = await makeScratch('copy.zip');
  try {
    const at = Date.now();
    const signer = await shelf.signer();
    await zipOf(files(shelf, held, { at, signer, share, signal }), at, signer).pipeTo(
      scratch.write as WritableStream<Uint8Array>,
      { signal },
    );
    if (signal.aborted) throw new Failure('cancelled');
    await before();
    await handOver(scratch, name, 'application/zip');
  } catch (error) {
    await scratch.remove();
    throw error;
  }
}

async function* files(
  shelf: Shelf,
  held: readonly HeldIn[],
  { at, signer, share, signal }: { at: number; signer: Signer; share: CopyJob['share']; signal: AbortSignal },
): AsyncGenerator<ZipFile, void> {
  yield { name: 'held.html', pieces: [heldPage(held, at)] };
  yield { name: 'held.json', pieces: [heldText(held, at)] };
  const proven = held.filter(({ record }) => record.answers.length > 0);
  for (const [done, { record }] of proven.entries()) {
    const { text } = await makeReceipt({
      source: shelf.store,
      log: record.log,
      participant: record.participant,
      at,
      signer,
      signal,
      progress: (read, total) => share((done + (total > 0 ? read / total : 1)) / proven.length),
      statement: ({ language, addendum }) => statementIn(language, addendum),
      notice: async (terms, language) =>
        wordingOf(language)?.language === language ? makeNotice(terms, language) : null,
    });
    yield { name: `receipts/${record.log}.receipt.json`, pieces: [text] };
  }
}
