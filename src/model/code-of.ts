import { Failure, type FailureCode } from './failure.ts';

/** What the person is told of something that was thrown. A full disk shows itself deep inside a writer, as the cause of the cause. */
export function codeOf(error: unknown): FailureCode {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if (at.name === 'QuotaExceededError') return 'disk-full';
  }
  return error instanceof Failure ? error.code : 'unexpected';
}
