import type { ExportToWorker, LogExported } from '../../src/messages/export-to-worker.ts';
import type { Draft } from '../../src/model/entry.ts';
import type { Outcome } from '../../src/model/failure.ts';
import type { LogId } from '../../src/model/id.ts';
import type { SettingsView } from '../../src/model/settings.ts';
import type { Session } from '../../src/session/session.ts';
import type { Desk } from './desk.ts';
import { answerSettings } from './settings.ts';

/** What the export page asks. An export is in the log before a byte of it leaves. */
export async function answerExports(desk: Desk, message: ExportToWorker): Promise<Outcome<SettingsView | null>> {
  if (message.ask === 'settings') return answerSettings({ to: 'worker', ask: 'settings' });
  const session = await desk.session(message.log as LogId);
  const done = await session.commit(() => [exportedDraft(message, session)]);
  if (done.ok === true) return { ok: true, value: null };
  return { ok: false, code: done.ok === 'later' ? 'unexpected' : done.code };
}

/** For whom it is, is the host's own word, kept and erased with their name; where that is gone, it is not written any more. */
export function exportedDraft(
  { format, parts, names, lock, filtered, whom }: Omit<LogExported, 'to' | 'ask' | 'log'>,
  { state, directory }: Pick<Session, 'state' | 'directory'>,
): Draft {
  const host = [...state.people.values()].find(({ self }) => self)?.participant;
  const known = host !== undefined && (directory.people.get(host)?.name ?? '') !== '';
  const text = known && whom !== '' && whom.isWellFormed() ? whom : null;
  return {
    entry: {
      kind: 'exported',
      format,
      ...(parts.length > 0 && { parts }),
      names,
      ...(lock && { lock }),
      ...(filtered && { filtered }),
    },
    subject: text === null ? null : (host ?? null),
    disclosures: text === null ? {} : { text },
  };
}
