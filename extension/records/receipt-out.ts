import { makeReceipt } from '../../src/export/receipt.ts';
import { receiptPage } from '../../src/export/receipt-page.ts';
import { receiptsSaid } from '../../src/export/receipts.ts';
import { handOver } from '../../src/files/scratch.ts';
import { fingerprintOf } from '../../src/log/fingerprint.ts';
import type { LogId, ParticipantKey } from '../../src/model/id.ts';
import { noticeIn, purposesIn } from '../../src/session/receipt-words.ts';
import type { ReceiptForm } from '../../src/ui/records/intents.ts';
import { siteName } from '../../src/ui/words/site-name.ts';
import type { Library } from './library.ts';
import { made } from './out.ts';

const SAID = receiptsSaid(noticeIn, purposesIn, siteName);

interface ReceiptJob {
  readonly participant: ParticipantKey;
  readonly as: ReceiptForm;
  readonly name: string;
  /** Logs that it leaves, with the entries that it covers: called when it is whole and before it is handed over. */
  readonly before: (size: number) => Promise<void>;
  /** 0..1 */
  readonly share: (done: number) => void;
  readonly signal: AbortSignal;
}

/** One person's receipt or addendum, in the language in which they were asked, as the file that proves or as a page to print. */
export async function giveReceipt(library: Library, log: LogId, job: ReceiptJob): Promise<void> {
  const { participant, as, name, before, share, signal } = job;
  const signer = await library.signer();
  const { receipt, text, size } = await makeReceipt({
    ...SAID,
    source: library.store,
    log,
    participant,
    at: Date.now(),
    signer,
    signal,
    progress: (done, total) => share(total > 0 ? done / total : 1),
  });
  const page = async () =>
    receiptPage(receipt, { ...SAID.page(receipt), fingerprint: await fingerprintOf(signer.key) });
  const content = as === 'file' ? text : await page();
  const scratch = await made(`receipt.${as === 'file' ? 'json' : 'html'}`, async ({ write }) => {
    await write.write(new TextEncoder().encode(content));
    await write.close();
    signal.throwIfAborted();
    await before(size);
  });
  await handOver(scratch, name, as === 'file' ? 'application/json' : 'text/html');
}
