import * as v from 'valibot';
import type { CopyId } from '../model/id.ts';

/** What the records page asks of the worker about voice-masked copies. The worker looks itself at what lies there. */
export const copyId = v.custom<CopyId>((x) => typeof x === 'string' && /^c[A-Za-z0-9_-]{12}$/.test(x));
const log = v.pipe(v.string(), v.regex(/^l[A-Za-z0-9_-]{12}$/));
const about = { to: v.literal('worker'), log, copy: copyId };

export const copiesToWorker = [
  /** It is whole: it counts from when the log says so. */
  v.strictObject({ ...about, ask: v.literal('copy-made') }),
  v.strictObject({ ...about, ask: v.literal('delete-copy') }),
  /** Whether it was made, nobody knows: it is kept if the log says so, and removed otherwise. */
  v.strictObject({ ...about, ask: v.literal('settle-copy') }),
] as const;
export type CopiesToWorker = v.InferOutput<(typeof copiesToWorker)[number]>;
