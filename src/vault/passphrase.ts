import { Failure } from '../model/failure.ts';
import { loadAge } from './age.ts';

/** Cost of one try, as a power of two of scrypt's N (age's own): about a second and 256 MB of memory; in a thread of its own. */
export const WORK_FACTOR = 18;

/** What wraps an identity under a passphrase and opens it again. */
export interface Sealer {
  seal(identity: string, passphrase: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Failure('wrong-passphrase'), or Failure('damaged') when it is no such file. */
  open(sealed: Uint8Array<ArrayBuffer>, passphrase: string): Promise<string>;
}

/** On the thread that it is called on, which it blocks. */
export function sealerHere(workFactor = WORK_FACTOR): Sealer {
  return {
    async seal(identity, passphrase) {
      const { Encrypter } = await loadAge();
      const encrypter = new Encrypter();
      encrypter.setPassphrase(spelled(passphrase));
      encrypter.setScryptWorkFactor(workFactor);
      return (await encrypter.encrypt(identity)).slice();
    },
    async open(sealed, passphrase) {
      const { Decrypter } = await loadAge();
      const decrypter = new Decrypter();
      decrypter.addPassphrase(spelled(passphrase));
      try {
        return await decrypter.decrypt(sealed, 'text');
      } catch (error) {
        const wrong = error instanceof Error && /no identity matched/.test(error.message);
        throw new Failure(wrong ? 'wrong-passphrase' : 'damaged', 'the vault’s identity', { cause: error });
      }
    },
  };
}

/** One spelling whatever keyboard it was typed on (NFKC, as RFC 8265 has it for passwords). */
function spelled(passphrase: string): string {
  return passphrase.normalize('NFKC');
}
