import * as v from 'valibot';
import { PURPOSES } from '../model/ask.ts';
import { SEND_OUTCOMES } from '../model/chat.ts';
import type { AskId, PostId } from '../model/id.ts';
import { PLACE_CODE } from '../model/requirement.ts';
import {
  COMPLETENESS,
  COMPOSERS,
  EXPOSURES,
  MUTES,
  NAME_MAX,
  PLACES,
  SITE_RECORDINGS,
  TEXT_MAX,
} from '../model/roster.ts';

/**
 * What a meeting page's content script says over its port. The page is untrusted and can imitate nothing of this, but everything that
 * the content script read off it is as the page wanted. Unknown keys, over-long texts and wrong types are dropped at the door.
 */
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const at = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
// Half a surrogate pair cannot be written into a log: the page's mistake is mended, not passed on.
const siteId = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(300),
  v.transform((id) => id.toWellFormed()),
);
const name = v.pipe(v.string(), v.maxLength(NAME_MAX));
const text = v.pipe(v.string(), v.maxLength(TEXT_MAX));
const ask = v.custom<AskId>((x) => typeof x === 'string' && /^a[A-Za-z0-9_-]{12}$/.test(x));
const post = v.custom<PostId>((x) => typeof x === 'string' && /^m[A-Za-z0-9_-]{12}$/.test(x));

const roster = v.strictObject({
  people: v.pipe(v.array(v.strictObject({ id: v.nullable(siteId), name, self: v.boolean() })), v.maxLength(5000)),
  completeness: v.picklist(COMPLETENESS),
  counter: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000))),
  source: v.picklist(['dom', 'api']),
});
const line = v.strictObject({
  id: v.nullable(siteId),
  sender: v.strictObject({ id: v.nullable(siteId), name: v.nullable(name), self: v.boolean() }),
  text,
  edited: v.boolean(),
});

/** What only a page can see; orders and capture reports never come from a content script. */
const observation = v.variant('what', [
  v.strictObject({ key, at, what: v.literal('roster'), roster }),
  v.strictObject({ key, at, what: v.literal('chat'), line, replayed: v.boolean() }),
  v.strictObject({ key, at, what: v.literal('post'), post, outcome: v.picklist(SEND_OUTCOMES) }),
  v.strictObject({ key, at, what: v.literal('place'), place: v.picklist(PLACES) }),
  v.strictObject({ key, at, what: v.literal('mute'), mute: v.picklist(MUTES) }),
  v.strictObject({
    key,
    at,
    what: v.literal('screen'),
    exposed: v.pipe(v.array(v.picklist(EXPOSURES)), v.maxLength(EXPOSURES.length)),
    recording: v.picklist(SITE_RECORDINGS),
    composer: v.nullable(v.picklist(COMPOSERS)),
  }),
]);

const press = v.variant('press', [
  v.strictObject({
    press: v.literal('agree'),
    ask,
    purposes: v.pipe(v.array(v.picklist(PURPOSES)), v.maxLength(PURPOSES.length)),
    people: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(50)),
  }),
  v.strictObject({ press: v.picklist(['decline', 'later', 'withdraw', 'again', 'where', 'details', 'mine']), ask }),
  v.strictObject({
    press: v.literal('place'),
    ask,
    place: v.pipe(v.string(), v.regex(PLACE_CODE)),
    keep: v.boolean(),
    allow: v.boolean(),
    lives: v.optional(v.literal(true)),
  }),
]);

export const contentToWorker = v.variant('say', [
  v.strictObject({
    say: v.literal('hello'),
    platform: v.pipe(v.string(), v.maxLength(40)),
    meeting: siteId,
    stay: v.pipe(v.string(), v.maxLength(64)),
    place: v.picklist(PLACES),
  }),
  v.strictObject({ say: v.literal('beat'), at }),
  /** The chat is not on the screen any more. */
  v.strictObject({ say: v.literal('blind'), at }),
  v.strictObject({ say: v.literal('observed'), observations: v.pipe(v.array(observation), v.maxLength(200)) }),
  v.strictObject({ say: v.literal('pressed'), press }),
]);
export type ContentToWorker = v.InferOutput<typeof contentToWorker>;
export type PageObservation = v.InferOutput<typeof observation>;
