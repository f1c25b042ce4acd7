import type { LogExported } from '../../src/messages/export-to-worker.ts';
import type { Draft } from '../../src/model/entry.ts';
import type { Session } from '../../src/session/session.ts';

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
