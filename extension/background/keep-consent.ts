import { keptOf } from '../../src/consent/my-consent.ts';
import type { Database } from '../../src/database/schema.ts';
import { giveUp } from '../../src/log/transaction.ts';
import type { Invitation } from '../../src/model/invitation.ts';
import type { MeetingTab } from './meeting.ts';

/**
 * Writes an invitation that changed, and with it what stays of it after the meeting: in one transaction, so that no answer is in the one and not
 * in the other.
 */
export async function keepInvitation(
  db: Database,
  { platform }: Pick<MeetingTab, 'platform'>,
  before: Invitation | null,
  now: Invitation,
): Promise<void> {
  const tx = db.transaction(['invitations', 'consents'], 'readwrite');
  try {
    // A crash before this is durable leaves both as they were: the same line is read again, or the same words are asked for again.
    await tx.objectStore('invitations').put(now);
    const consents = tx.objectStore('consents');
    const kept = (await consents.get([now.meeting, now.ask])) ?? null;
    const next = keptOf(kept, before, now, { platform, at: Date.now() });
    if (next && next !== kept) await consents.put(next);
    await tx.done;
  } catch (error) {
    await giveUp(tx);
    throw error;
  }
}
