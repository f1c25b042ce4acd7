import * as v from 'valibot';
import { ANSWERS } from '../model/answer.ts';
import { MEDIA, PURPOSES } from '../model/ask.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import { REQUESTS } from '../model/my-consent.ts';
import { REQUEST_FILE_MAX } from '../model/rights.ts';
import { canonical, isCanonicable, utf8 } from './canonical.ts';
import { memberOf, parseJson } from './json.ts';
import { isBytes } from './leaf.ts';

/**
 * What a participant asks of the host afterwards, as a file: a copy, or erasure. Signed with the key of their answer, as long as that is there, so
 * that the host knows whose request it is. src/log/FORMAT.md section 18.
 */
export const REQUEST_FORMAT = 'ask-to-record-request';
export const REQUEST_VERSION = 1;
const DOMAIN = 'ask-to-record/request';

const bytes = (length: number) =>
  v.pipe(
    v.string(),
    v.check((text) => isBytes(text, length), 'not so many bytes'),
  );
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const short = v.pipe(v.string(), v.maxLength(200));

const requestSchema = v.strictObject({
  format: v.literal(REQUEST_FORMAT),
  version: v.literal(REQUEST_VERSION),
  madeAt: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
  what: v.picklist(REQUESTS),
  platform: short,
  ask: v.pipe(v.string(), v.regex(/^a[A-Za-z0-9_-]{12}$/)),
  /** The same in words, for the host. */
  text: v.pipe(v.string(), v.maxLength(2000)),
  /** Their newest signed answer: by its key the host finds them. null: they answered by hand. */
  answer: v.nullable(
    v.strictObject({
      answer: v.picklist(ANSWERS),
      purposes: v.pipe(v.array(v.picklist(PURPOSES)), v.maxLength(PURPOSES.length)),
      media: v.picklist(MEDIA),
      notice: bytes(32),
      person: count,
      people: count,
      counter: count,
      key: bytes(32),
      sig: bytes(64),
    }),
  ),
  /** By the answer's key over all other members; null where it is not there any more, and then nothing says whose request it is. */
  sig: v.nullable(bytes(64)),
});
export type Request = v.InferOutput<typeof requestSchema>;

/** sign: with the private half of the answer's key; null where it is gone. */
export async function requestText(
  request: Omit<Request, 'sig' | 'format' | 'version'>,
  sign: ((message: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>) | null,
): Promise<string> {
  const whole = { format: REQUEST_FORMAT, version: REQUEST_VERSION, ...request } as const;
  const sig = sign && request.answer ? base64url(await sign(messageOf(whole))) : null;
  return canonical({ ...whole, sig });
}

/** null for anything that requestText would not write. */
export function readRequest(text: string): Request | null {
  if (text.length > REQUEST_FILE_MAX) return null;
  const json = parseJson(text);
  if (memberOf(json, 'format') !== REQUEST_FORMAT || memberOf(json, 'version') !== REQUEST_VERSION) return null;
  const parsed = v.safeParse(requestSchema, json);
  if (!parsed.success || !isCanonicable(parsed.output)) return null;
  return canonical(parsed.output) === text ? parsed.output : null;
}

/** Whether whoever has the key of the answer in it asks this. That the answer is in the log is another matter. */
export async function isRequestSigned({ sig, ...request }: Request, verify: VerifyEd25519): Promise<boolean> {
  const [key, signature] = [fromBase64url(request.answer?.key ?? ''), fromBase64url(sig ?? '')];
  return key !== null && signature !== null && verify(key, signature, messageOf(request));
}

function messageOf(request: Omit<Request, 'sig'>): Uint8Array<ArrayBuffer> {
  return utf8(canonical({ domain: DOMAIN, ...request }));
}
