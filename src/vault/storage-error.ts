import { Failure } from '../model/failure.ts';

/** What IndexedDB or the file system threw, as a code: a full disk has a next step of its own. */
export function storageFailure(error: unknown, detail: string): Failure {
  if (error instanceof Failure) return error;
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new Failure(full ? 'disk-full' : 'storage-failed', detail, { cause: error });
}
