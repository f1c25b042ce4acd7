import type { PasskeyRow } from '../database/schema.ts';
import { Failure } from '../model/failure.ts';
import { loadAge } from './age.ts';

/**
 * A passkey unlocks the vault by a secret that it makes for us alone (WebAuthn Level 3, PRF extension). The browser asks its owner each time,
 * twice when it is added. It is bound to this extension's id. Failure('passkey-refused'): the owner said no, or it cannot do this.
 */
export interface Passkeys {
  add(identity: string, name: string, at: number): Promise<PasskeyRow>;
  open(passkey: PasskeyRow): Promise<string>;
}

export const passkeysHere: Passkeys = {
  async add(identity, name, at) {
    const { Encrypter, webauthn } = await loadAge();
    return refusing(async () => {
      const credential = await webauthn.createCredential({ keyName: name });
      const encrypter = new Encrypter();
      encrypter.addRecipient(new webauthn.WebAuthnRecipient({ identity: credential }));
      return { credential, sealed: (await encrypter.encrypt(identity)).slice(), addedAt: at };
    });
  },
  async open({ credential, sealed }) {
    const { Decrypter, webauthn } = await loadAge();
    return refusing(async () => {
      const decrypter = new Decrypter();
      decrypter.addIdentity(new webauthn.WebAuthnIdentity({ identity: credential }));
      return decrypter.decrypt(sealed, 'text');
    });
  },
};

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Failure('passkey-refused', (error as Error).message, { cause: error });
  }
}
