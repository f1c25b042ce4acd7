import type { Access } from '../../src/model/access.ts';
import type { Purpose } from '../../src/model/ask.ts';
import type { Draft, EntryOf } from '../../src/model/entry.ts';
import type { CopyId, EpochId } from '../../src/model/id.ts';
import { isReviewPurpose } from '../../src/model/review.ts';
import { purposesOf } from '../../src/session/purposes.ts';
import type { Session } from '../../src/session/session.ts';
import { settings } from './settings.ts';
import { storage } from './storage.ts';

export interface AccessOrder {
  readonly log: string;
  readonly epochs: readonly EpochId[];
  readonly purpose: Purpose;
  readonly how: Access;
  /** The voice-masked copy of these epochs, and not they themselves. */
  readonly copy?: CopyId;
}

/**
 * What must be in the log before anybody reads a key: somebody opens a recording, or what reviewers wrote about it, and for which purpose. Null where
 * not everybody in it agreed to that, or where nobody reviews for such a purpose. It is judged anew here, by the log: the page may have read it
 * before somebody agreed to less.
 */
export async function accessDraft(order: AccessOrder, session: Session): Promise<Draft | null> {
  const { log, epochs, purpose, how, copy } = order;
  if (how === 'reviewed' && !isReviewPurpose(purpose)) return null;
  // A voice-masked copy is for training, and so is what it is made from.
  if ((how === 'copied' || copy) && purpose !== 'training') return null;
  const { log: store } = await storage();
  const leave = purposesOf(await store.read(log), epochs).find((one) => one.purpose === purpose);
  if (leave?.refused !== null) return null;
  const { review } = (await settings()).settings;
  const entry: EntryOf<'accessed'> = { kind: 'accessed', epochs: [...epochs], purpose, how, ...(copy && { copy }) };
  return { entry, ...sayingWho(review.reviewer, session) };
}

/** Who it was, in their own word: kept and erased with the host's name, and not written any more where that is gone. */
export function sayingWho(
  reviewer: string,
  { state, directory }: Pick<Session, 'state' | 'directory'>,
): Pick<Draft, 'subject' | 'disclosures'> {
  const host = [...state.people.values()].find(({ self }) => self)?.participant;
  const known = host !== undefined && (directory.people.get(host)?.name ?? '') !== '';
  const who = reviewer.trim();
  if (!known || who === '' || !who.isWellFormed()) return { subject: null, disclosures: {} };
  return { subject: host, disclosures: { text: who } };
}
