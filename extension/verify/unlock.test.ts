import { readFileSync } from 'node:fs';
import { armor, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, it, vi } from 'vitest';
import { serveChecks } from './checker.ts';
import type { FromChecker } from './talk.ts';
import { unlock } from './unlock.ts';

const log = readFileSync('src/verify/testdata/meeting.json', 'utf8');

async function locked(how: (encrypter: Encrypter) => void): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(4);
  how(encrypter);
  return encrypter.encrypt(log);
}

/** What the worker of the page says of one file. */
async function said(content: Uint8Array | string, secret: string, opens = true): Promise<FromChecker[]> {
  const posted: FromChecker[] = [];
  const file = new File([typeof content === 'string' ? content : Uint8Array.from(content)], 'log.json.age');
  await new Promise<void>((done) => {
    const post = (message: FromChecker) => {
      posted.push(message);
      if (message.what === 'done' || message.what === 'failed') done();
    };
    serveChecks(post, opens ? unlock : null)({ picked: [{ path: 'log.json.age', file }], secret });
  });
  return posted;
}

const files = (posted: readonly FromChecker[]) =>
  posted.flatMap((one) => (one.what === 'file' ? [`${one.file.file} ${one.file.kind} ${one.file.verdict}`] : []));

describe('a locked file', () => {
  it('is opened with its passphrase, and checked', async () => {
    const file = await locked((encrypter) => encrypter.setPassphrase('correct horse'));
    const posted = await said(file, 'correct horse');
    expect(files(posted)).toEqual(['log.json log valid']);
    expect(posted.at(-1)).toEqual({ what: 'done', opened: true });
  });

  it('is opened with the identity that it was made for, also where it is armored', async () => {
    const identity = await generateIdentity();
    const recipient = await identityToRecipient(identity);
    const file = await locked((encrypter) => encrypter.addRecipient(recipient));
    expect(files(await said(file, ` ${identity}\n`))).toEqual(['log.json log valid']);
    expect(files(await said(armor.encode(file), identity))).toEqual(['log.json log valid']);
  });

  it('stays locked without a secret, with a wrong one, damaged, and where nothing opens it', async () => {
    const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const file = await locked((encrypter) => encrypter.setPassphrase('correct horse'));
    const damaged = Uint8Array.from(file);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    for (const posted of [
      await said(file, ''),
      await said(file, 'wrong'),
      await said(file, 'AGE-SECRET-KEY-1NONE'),
      await said(damaged, 'correct horse'),
      await said(file, 'correct horse', false),
    ]) {
      expect(files(posted)).toEqual(['log.json.age locked unreadable']);
      expect(posted.at(-1)).toEqual({ what: 'done', opened: false });
    }
    quiet.mockRestore();
  });
});
