import type { ReviewToWorker } from '../../src/messages/review-to-worker.ts';
import type { Draft } from '../../src/model/entry.ts';
import type { Outcome } from '../../src/model/failure.ts';
import type { LogId } from '../../src/model/id.ts';
import type { SettingsView } from '../../src/model/settings.ts';
import { accessDraft } from './access.ts';
import type { Desk } from './desk.ts';
import { answerSettings } from './settings.ts';

/** What a page on which calls are reviewed asks. It is in the log before a note is opened, written or removed. */
export async function answerReviews(desk: Desk, message: ReviewToWorker): Promise<Outcome<SettingsView | null>> {
  if (message.ask === 'review-settings') return answerSettings({ to: 'worker', ask: 'settings' });
  const session = await desk.session(message.log as LogId);
  const draft = await draftOf(message, session);
  if (!draft) return { ok: false, code: 'purpose-refused' };
  const done = await session.commit(() => [draft]);
  if (done.ok === true) return { ok: true, value: null };
  return { ok: false, code: done.ok === 'later' ? 'unexpected' : done.code };
}

/** Null where not everybody in it agreed to the purpose. */
async function draftOf(
  message: Exclude<ReviewToWorker, { ask: 'review-settings' }>,
  session: Parameters<typeof accessDraft>[1],
): Promise<Draft | null> {
  const { log, purpose } = message;
  if (message.ask === 'review-exported')
    return { entry: { kind: 'exported', format: 'review', purpose }, subject: null, disclosures: {} };
  const epochs = message.ask === 'open-review' ? message.epochs : [message.epoch];
  const access = await accessDraft({ log, epochs, purpose, how: 'reviewed' }, session);
  if (!access || message.ask === 'open-review') return access;
  const { epoch, what, did } = message;
  return { entry: { kind: 'reviewed', epoch, purpose, what, did }, subject: null, disclosures: {} };
}
