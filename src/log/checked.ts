import type { Database } from '../database/schema.ts';
import type { CheckedLog } from '../model/log-check.ts';
import type { CheckPlace } from './full-check.ts';
import { inStore, stored } from './transaction.ts';

/** What full checks found, and where one stands that was interrupted. In `settings`; no names, and thrown away without loss of proof. */
const CHECKED = 'checked/';
const STANDING = 'checking';

/** Of the device log itself, beside those of the meetings by the id of their log. */
export const DEVICE_LOG = 'device';

export async function checkedOf(db: Database, log: string): Promise<CheckedLog | null> {
  return ((await stored(() => db.get('settings', CHECKED + log))) as CheckedLog | undefined) ?? null;
}

export async function keepChecked(db: Database, log: string, checked: CheckedLog): Promise<void> {
  await inStore(db, 'settings', (store) => store.put(checked, CHECKED + log));
}

export interface Standing {
  readonly log: string;
  readonly place: CheckPlace;
}

/** Only one log at a time is checked in the background. */
export async function standing(db: Database): Promise<Standing | null> {
  return ((await stored(() => db.get('settings', STANDING))) as Standing | undefined) ?? null;
}

/** A crash before it is durable costs the pages since the one before. */
export async function keepStanding(db: Database, place: Standing | null): Promise<void> {
  await stored(async () => {
    if (place) await db.put('settings', place, STANDING);
    else await db.delete('settings', STANDING);
  });
}
