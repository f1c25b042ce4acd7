import * as v from 'valibot';
import type { Logged } from './entry.ts';
import { GROUNDS, PLACE_CODE, SPECIAL_CASES } from './requirement.ts';

/**
 * What one `requirement-set` of a log rested on, with the statutes and where they were read, for whoever wants to judge it. It follows from the
 * entries before and from the rules of that `pack`: the log holds the grounds alone, since statutes are long and the same everywhere.
 */
const text = v.pipe(v.string(), v.maxLength(4000));
const reason = v.strictObject({
  ground: v.picklist(GROUNDS),
  place: v.nullable(v.pipe(v.string(), v.regex(PLACE_CODE))),
  /** English name of the place. */
  name: v.nullable(text),
  special: v.nullable(v.picklist(SPECIAL_CASES)),
  statutes: v.pipe(v.array(text), v.maxLength(100)),
  /** Where they were read, and how well. */
  source: text,
  seen: v.picklist(['primary', 'secondary', 'none']),
  confidence: v.picklist(['high', 'medium', 'low']),
  /** YYYY-MM-DD */
  reviewed: v.nullable(text),
});
export const decisionSchema = v.strictObject({
  /** Index of the `requirement-set`. */
  index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  fingerprint: text,
  reasons: v.pipe(v.array(reason), v.maxLength(1000)),
});
export type Decision = v.InferOutput<typeof decisionSchema>;
export type DecisionReason = Decision['reasons'][number];

/** Fed every entry of one log in order, gives the decision of those that are one; null for all others, and where the rules are not known any more. */
export type Decider = (logged: Logged) => Decision | null;
