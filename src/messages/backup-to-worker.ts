import * as v from 'valibot';

/**
 * What the backup page tells the worker; each gets an Outcome of null. restored: recordings came onto this computer, whose promises are to be kept
 * here from now on. back-up: it may be possible again.
 */
export const backupToWorker = v.strictObject({
  to: v.literal('worker'),
  ask: v.picklist(['restored', 'back-up']),
});
export type BackupToWorker = v.InferOutput<typeof backupToWorker>;
