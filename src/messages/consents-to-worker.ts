import * as v from 'valibot';
import { REQUESTS } from '../model/my-consent.ts';

/** What the page "My consents" asks of the worker. What is kept it reads by itself; only meetings that are open are the worker's. */
const about = {
  to: v.literal('worker'),
  /** Keyed hash of platform and site meeting id. */
  meeting: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  consent: v.pipe(v.string(), v.regex(/^a[A-Za-z0-9_-]{12}$/)),
};

export const consentsToWorker = v.variant('ask', [
  /** Outcome of a list of the meetings that are open, by their hash. */
  v.strictObject({ to: v.literal('worker'), ask: v.literal('open-meetings') }),
  /** By the way of the banner. */
  v.strictObject({ ...about, ask: v.literal('withdraw') }),
  /** Words for the host, into the meeting's chat. */
  v.strictObject({ ...about, ask: v.literal('request'), what: v.picklist(REQUESTS) }),
]);
export type ConsentsToWorker = v.InferOutput<typeof consentsToWorker>;
