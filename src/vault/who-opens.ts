import type { Database } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { identitiesOf } from './recipients.ts';
import { readState } from './state.ts';
import type { Unlocked } from './unlocked.ts';
import type { Identities } from './wrap.ts';

/** Failure('vault-locked'): a protected vault opens nothing before somebody has unlocked it, not even what still lies there bare. */
export async function whoOpens(db: Database, unlocked: Pick<Unlocked, 'read'>): Promise<Identities> {
  const state = await readState(db);
  const opened = state.lock ? await unlocked.read() : null;
  if (state.opensWith === 'lock' && !opened) throw new Failure('vault-locked');
  return identitiesOf(db, state, opened?.identity ?? null);
}
