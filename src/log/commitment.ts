import * as v from 'valibot';
import { DISCLOSED_FIELDS, type DisclosedField } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { base64url } from '../model/id.ts';
import { canonical, utf8 } from './canonical.ts';
import { parseJson } from './json.ts';
import { isBytes, SALT_BYTES } from './leaf.ts';

/**
 * A disclosure is the canonical JSON of [salt, field, value]; its commitment stands in the leaf. After RFC 9901 (SD-JWT) section
 * 4.2, but the hash is over the JSON text itself and not over its base64url form: here the text is canonical, so one spelling
 * exists and no wrapping is needed. The salt (16 random bytes) is what keeps a short name from being guessed from its commitment.
 */
export interface Disclosure {
  readonly salt: string;
  readonly field: DisclosedField;
  readonly value: string;
}

const disclosureSchema = v.strictTuple([v.string(), v.picklist(DISCLOSED_FIELDS), v.string()]);

/** The text of a disclosure. salt: SALT_BYTES random bytes. */
export function disclosureText(salt: Uint8Array, field: DisclosedField, value: string): string {
  if (salt.length !== SALT_BYTES) throw new Failure('unexpected', `a salt is ${SALT_BYTES} bytes`);
  return canonical([base64url(salt), field, value]);
}

/** Reads a disclosure's text back, or null when it is not exactly one. */
export function readDisclosure(text: string): Disclosure | null {
  const parsed = v.safeParse(disclosureSchema, parseJson(text));
  if (!parsed.success) return null;
  const [salt, field, value] = parsed.output;
  if (!isBytes(salt, SALT_BYTES) || !value.isWellFormed()) return null;
  return canonical(parsed.output) === text ? { salt, field, value } : null;
}

/** The same of each, at once: an engine hashes many faster than one after the other. Give some thousands at most. */
export function commitmentsOf(disclosures: readonly { readonly disclosure: string }[]): Promise<string[]> {
  return Promise.all(disclosures.map(({ disclosure }) => commitmentOf(disclosure)));
}

/** base64url SHA-256 of the disclosure's UTF-8. */
export async function commitmentOf(disclosure: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(disclosure))));
}
