import { Failure } from '../model/failure.ts';
import type { Damage, DamageKind } from '../model/log-check.ts';

/** A log is not what it says of itself. Found, told, and never repaired: what is there stays as it is, for whoever looks into it. */
export class Damaged extends Failure {
  constructor(
    readonly what: DamageKind,
    /** Entry, where it is one. */
    readonly index: number | null,
    detail: string,
    options?: ErrorOptions,
  ) {
    super('damaged', detail, options);
  }
}

/** What was thrown, as damage of this log; anything but damage is thrown on. `what` is for damage that says nothing of its kind. */
export function damageOf(error: unknown, log: string | null, what: DamageKind): Damage {
  if (error instanceof Damaged) return { what: error.what, log, index: error.index };
  if (error instanceof Failure && error.code === 'damaged') return { what, log, index: null };
  throw error;
}
