import * as v from 'valibot';
import { EXPORT_FORMATS, FOR_WHOM_MAX, LOCKS, NAMINGS } from '../model/export.ts';

/**
 * What the export page asks of the worker: what is settled (Outcome of SettingsView), and that an export stands in a log before it leaves (Outcome of
 * null). whom: for whom, and to which keys, in the host's words; '' for nobody in particular.
 */
export const exportToWorker = v.variant('ask', [
  v.strictObject({ to: v.literal('worker'), ask: v.literal('settings') }),
  v.strictObject({
    to: v.literal('worker'),
    ask: v.literal('log-exported'),
    log: v.pipe(v.string(), v.regex(/^l[A-Za-z0-9_-]{12}$/)),
    format: v.picklist([...EXPORT_FORMATS, 'zip']),
    parts: v.pipe(v.array(v.picklist(EXPORT_FORMATS)), v.maxLength(EXPORT_FORMATS.length)),
    names: v.picklist(NAMINGS),
    lock: v.nullable(v.picklist(LOCKS)),
    filtered: v.boolean(),
    whom: v.pipe(v.string(), v.maxLength(FOR_WHOM_MAX)),
  }),
]);
export type ExportToWorker = v.InferOutput<typeof exportToWorker>;
export type LogExported = Extract<ExportToWorker, { ask: 'log-exported' }>;
