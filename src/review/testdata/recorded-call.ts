import type { LogStore } from '../../log/store.ts';
import { ANA, ASK, answered, asked, HOST, item, joined, NINE, opened } from '../../log/testdata/meeting.ts';
import type { Purpose } from '../../model/ask.ts';
import type { EpochId, LogId } from '../../model/id.ts';
import { createEpochKey } from '../../vault/epoch-keys.ts';
import { forRecipients } from '../../vault/recipients.ts';
import type { TestVault } from '../../vault/testdata/vault.ts';

export interface Call {
  readonly log: LogId;
  readonly epochs: readonly EpochId[];
  /** To which purposes Ana agrees when everything is recorded; null: to quality and training, as before. */
  readonly later?: readonly Purpose[] | null;
  /** Recorded when the host was alone. */
  readonly alone?: readonly EpochId[];
}

/** A call of which each stretch is sealed, 10 s long; everybody in it agreed to quality and training. */
export async function recordCall(
  vault: TestVault,
  store: LogStore,
  { log, epochs, later = null, alone = [] }: Call,
): Promise<void> {
  const row = await store.create({ log, platform: 'sandbox', meeting: 'hash', at: NINE });
  const less = answered('consented', 'only this', NINE + 50_000);
  const { entry } = less.draft;
  if (entry.kind !== 'answered') throw new Error('no answer');
  const hosts = item({ ...entry, participant: HOST, purposes: ['quality', 'training'] }, NINE + 8000, HOST, {});
  const stretches = epochs.flatMap((epoch, n) => [
    item(
      {
        kind: 'gate-opened',
        epoch,
        ask: ASK,
        media: 'sound',
        roster: alone.includes(epoch) ? [HOST] : [ANA, HOST],
        answers: alone.includes(epoch) ? [5] : [4, 5],
      },
      NINE + 9000 + n * 20_000,
    ),
    item(
      { kind: 'segment-started', epoch, mime: 'audio/webm', microphone: true, cipher: 'A256GCM' },
      NINE + 9000 + n * 20_000,
    ),
    item({ kind: 'gate-closed', epoch, reasons: ['paused'] }, NINE + 19_000 + n * 20_000),
    item(
      {
        kind: 'segment-sealed',
        epoch,
        cause: 'ordered',
        chunks: 1,
        bytes: 1,
        ms: 10_000,
        dropped: 0,
        lastHash: '',
      },
      NINE + 19_000 + n * 20_000,
    ),
  ]);
  const items = [
    opened,
    joined(HOST, 'Héctor Ruiz', NINE + 1000, true),
    joined(ANA, 'Ana', NINE + 2000),
    asked,
    answered('consented', 'yes', NINE + 8000),
    hosts,
    ...stretches,
    ...(later ? [{ ...less, draft: { ...less.draft, entry: { ...entry, purposes: [...later] } } }] : []),
  ];
  const done = await store.append(log, row, items, null);
  if (!done.ok) throw new Error(done.code);
  for (const epoch of epochs) await createEpochKey(vault.files, epoch, forRecipients(vault.ground));
}
