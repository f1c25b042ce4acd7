import { openDatabase } from '../../../src/database/schema.ts';
import { filesOf } from '../../../src/export/formats.ts';
import { Names } from '../../../src/export/names.ts';
import { receiptsSaid } from '../../../src/export/receipts.ts';
import { measured, zipOf } from '../../../src/export/zip.ts';
import { deviceSigner } from '../../../src/log/device-signer.ts';
import { openLogStore } from '../../../src/log/store.ts';
import type { ExportFormat } from '../../../src/model/export.ts';
import type { LogId } from '../../../src/model/id.ts';
import { SETTINGS } from '../../../src/model/settings.ts';
import { decider } from '../../../src/session/decisions.ts';
import { noticeIn, purposesIn } from '../../../src/session/receipt-words.ts';
import { REASONS, storyOf } from '../../../src/session/story.ts';
import { opfsKeyFiles } from '../../../src/vault/key-files.ts';
import { browserLocks } from '../../../src/vault/locks.ts';

const CONTROLLER = { name: 'Bench', contact: 'bench', address: 'bench', email: 'bench@example.com', phone: '1' };

/** A zip of these formats, written to the origin's private file system as the export page does it. Gives its length in bytes. */
export async function exportLog(log: LogId, formats: readonly ExportFormat[]): Promise<number> {
  const db = await openDatabase(() => undefined);
  const keys = opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks);
  const source = openLogStore({ db, keys, random: (n) => crypto.getRandomValues(new Uint8Array(n)) });
  const signer = await deviceSigner(db);
  const order = {
    source,
    logs: [log],
    at: Date.now(),
    signal: new AbortController().signal,
    progress: () => undefined,
    signer,
    names: new Names('full', new Uint8Array(32)),
    decider,
    stated: { ...SETTINGS, controller: { ...SETTINGS.controller, ...CONTROLLER } },
    words: { tell: storyOf, why: (reason: keyof typeof REASONS) => REASONS[reason] },
    receipts: receiptsSaid(noticeIn, purposesIn, (platform) => platform),
  };
  const root = await navigator.storage.getDirectory();
  const write = await (await root.getFileHandle('bench.zip', { create: true })).createWritable();
  const meter = measured();
  const zip = zipOf(filesOf(formats, order), order.at, signer);
  await zip.pipeThrough(meter.through).pipeTo(write as WritableStream<Uint8Array>);
  await root.removeEntry('bench.zip');
  db.close();
  return meter.result().bytes;
}
