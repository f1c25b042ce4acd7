import type { Entry } from '../../../src/model/entry.ts';
import { type AskId, type EpochId, ID_BYTES, idOf } from '../../../src/model/id.ts';
import { openStore, random } from './log.ts';
import { type Filled, LOG, MIME } from './vault.ts';

const NOTICE = 'n5Wb0Yp8kqzqJ2yTn1v0m8o2l7sQ3dX9aR4uE6tCwHk';

/** The log of what was filled into the vault: two people, one of whom agreed to quality, and one recorded part of so many ms. */
export async function fillMeeting({ epoch, chunks, bytes, lastHash }: Filled, ms: number): Promise<void> {
  const { db, log: logs } = await openStore();
  const [host, ana] = [idOf('participant', random(ID_BYTES)), idOf('participant', random(ID_BYTES))];
  const ask: AskId = idOf('ask', random(ID_BYTES));
  const began = Date.now() - ms;
  const row = await logs.create({
    log: LOG,
    platform: 'sandbox',
    meeting: await logs.meetingHash('sandbox', LOG),
    at: began,
  });
  const one = (entry: Entry, at: number, subject: typeof ana | null = null, name = '') => ({
    draft: { entry, subject, disclosures: name ? { name } : {} },
    at,
    seen: '',
  });
  const of = { epoch: epoch as EpochId };
  const agreed: Entry = {
    kind: 'answered',
    ask,
    notice: NOTICE,
    participant: ana,
    person: 1,
    answer: 'consented',
    purposes: ['quality'],
    media: 'sound+picture',
    grade: 'chat',
    channel: 'chat',
    by: 'participant',
    signed: null,
  };
  const done = await logs.append(
    LOG,
    row,
    [
      one({ kind: 'meeting-opened', platform: 'sandbox', software: 'bench', policy: 'floor', lagMs: 2000 }, began),
      one({ kind: 'participant-joined', participant: host, self: true, stable: true }, began, host, 'Host'),
      one({ kind: 'participant-joined', participant: ana, self: false, stable: true }, began, ana, 'Ana'),
      one(
        {
          kind: 'asked',
          ask,
          notice: { language: 'en', version: 1, hash: NOTICE },
          purposes: [{ purpose: 'quality', required: true }],
          media: 'sound+picture',
          keepDays: 30,
          proofDays: 365,
          by: 'host',
        },
        began,
      ),
      one(agreed, began, ana),
      one({ kind: 'gate-opened', ...of, ask, media: 'sound+picture', roster: [host, ana], answers: [4] }, began),
      one({ kind: 'segment-started', ...of, mime: MIME, microphone: true, cipher: 'A256GCM' }, began),
      one({ kind: 'gate-closed', ...of, reasons: ['stopped'] }, began + ms),
      one({ kind: 'segment-sealed', ...of, cause: 'ordered', chunks, bytes, ms, dropped: 0, lastHash }, began + ms),
    ],
    null,
  );
  // The recorder is through: no gate is left open.
  await db.put('gates', { log: LOG, state: 'closed', epoch: of.epoch, cutAfter: null, reasons: ['stopped'] });
  db.close();
  if (!done.ok) throw new Error(done.code);
}
