import { Failure } from '../model/failure.ts';

/** What an export is locked with: a passphrase, or the public keys of those who may open it (`age1…`). */
export type Locking =
  | { readonly with: 'passphrase'; readonly passphrase: string }
  | { readonly with: 'recipients'; readonly recipients: readonly string[] };

/**
 * The same bytes as an age file (https://age-encryption.org/v1, https://c2sp.org/age), as they come. With a passphrase scrypt takes a second in which
 * the thread stands still: call it in one of its own. Failure('bad-recipient') for a key that is none.
 */
export async function locked(
  stream: ReadableStream<Uint8Array>,
  locking: Locking,
): Promise<ReadableStream<Uint8Array>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  // One spelling whatever keyboard it was typed on (NFKC, as RFC 8265 has it for passwords).
  if (locking.with === 'passphrase') encrypter.setPassphrase(locking.passphrase.normalize('NFKC'));
  else for (const recipient of locking.recipients) add(encrypter, recipient);
  return encrypter.encrypt(stream);
}

function add(encrypter: { addRecipient(one: string): void }, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch (error) {
    throw new Failure('bad-recipient', '', { cause: error });
  }
}

/** Of these, what no age file can be locked to. A secret key is none either: it must never be given away. */
export async function notRecipients(recipients: readonly string[]): Promise<string[]> {
  const { Encrypter } = await import('age-encryption');
  return recipients.filter((recipient) => {
    try {
      add(new Encrypter(), recipient);
      return false;
    } catch (error) {
      if (error instanceof Failure) return true;
      throw error;
    }
  });
}
