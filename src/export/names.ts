import type { Naming } from '../model/export.ts';

/** Stands for what was disclosed once and is erased. */
export const ERASED = '(erased)';
/** Stands for words that are there and were not to be in this export. */
export const LEFT_OUT = '(left out)';

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;

/**
 * How people are called throughout one export. A pseudonym is a keyed hash of the name under a salt that goes with the export, so that the same
 * name has the same code in every file and meeting of it, another one in the next, and nobody can try names against it.
 */
export class Names {
  private readonly known = new Map<string, string>();
  private key: Promise<CryptoKey> | null = null;

  /** salt: 32 random bytes, of this export alone, kept nowhere. */
  constructor(
    readonly how: Naming,
    private readonly salt: Uint8Array<ArrayBuffer>,
  ) {}

  /** name: as disclosed; ERASED where it is gone: then there are as many people as keys. */
  async of(participant: string, name: string): Promise<string> {
    if (this.how === 'full') return name;
    if (this.how === 'none') return '';
    const whose = name === '' || name === ERASED ? `key ${participant}` : `name ${name.normalize('NFC').trim()}`;
    const code = this.known.get(whose) ?? (await this.code(whose));
    this.known.set(whose, code);
    return code;
  }

  private async code(whose: string): Promise<string> {
    this.key ??= crypto.subtle.importKey('raw', this.salt, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const hash = new Uint8Array(await crypto.subtle.sign('HMAC', await this.key, new TextEncoder().encode(whose)));
    const letters = [...hash.subarray(0, CODE_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]);
    return `Person ${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
  }
}

/** Names as they are: nothing is hashed, so nothing is salted. */
export function fullNames(): Names {
  return new Names('full', new Uint8Array(32));
}
