import type { ExportToWorker } from '../../src/messages/export-to-worker.ts';
import type { Outcome } from '../../src/model/failure.ts';
import type { LogId } from '../../src/model/id.ts';
import type { SettingsView } from '../../src/model/settings.ts';
import type { Desk } from './desk.ts';
import { exportedDraft } from './exported-draft.ts';
import { answerSettings } from './settings.ts';

/** What the export page asks. An export is in the log before a byte of it leaves. */
export async function answerExports(desk: Desk, message: ExportToWorker): Promise<Outcome<SettingsView | null>> {
  if (message.ask === 'settings') return answerSettings({ to: 'worker', ask: 'settings' });
  const session = await desk.session(message.log as LogId);
  const done = await session.commit(() => [exportedDraft(message, session)]);
  if (done.ok === true) return { ok: true, value: null };
  return { ok: false, code: done.ok === 'later' ? 'unexpected' : done.code };
}
