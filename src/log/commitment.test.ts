import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISCLOSED_FIELDS } from '../model/entry.ts';
import { commitmentOf, commitmentsOf, disclosureText, readDisclosure } from './commitment.ts';
import { SALT_BYTES } from './leaf.ts';
import { IV_BYTES, importPersonKey, seal, unseal } from './sealing.ts';
import { hashMeeting, hashPerson, seenHasher } from './seen.ts';

const salt = new Uint8Array(SALT_BYTES).fill(7);
const place = { log: 'lAAAAAAAAAAAA', index: 3, field: 'name', subject: 'pAAAAAAAAAAAA' };

describe('a disclosure', () => {
  it('is committed to by the SHA-256 of its text', async () => {
    const text = disclosureText(salt, 'name', 'Ana "🌿"');
    expect(text).toBe('["BwcHBwcHBwcHBwcHBwcHBw","name","Ana \\"🌿\\""]');
    expect(await commitmentOf(text)).toBe(createHash('sha256').update(text, 'utf8').digest('base64url'));
  });

  it('is committed to the same way among others, in their order', async () => {
    const texts = ['Ana', 'Ben'].map((name) => disclosureText(salt, 'name', name));
    const all = await commitmentsOf(texts.map((disclosure) => ({ disclosure })));
    expect(all).toEqual(await Promise.all(texts.map(commitmentOf)));
  });

  it('comes back, whatever the value', { timeout: 60_000 }, () => {
    const value = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.constantFrom(...DISCLOSED_FIELDS),
        value,
        (bytes, field, words) => {
          expect(readDisclosure(disclosureText(bytes, field, words))).toMatchObject({ field, value: words });
        },
      ),
    );
  });

  it.each([
    '',
    '[]',
    '["BwcHBwcHBwcHBwcHBwcHBw","name"]',
    '["BwcHBwcHBwcHBwcHBwcHBw","name","x","y"]',
    '["BwcHBwcHBwcHBwcHBwcHBw","nick","x"]',
    '["BwcHBwcHBwcHBwcHBwcHBw","name",1]',
    '["BwcHBwcHBwcHBwcHBwcHBw","name", "x"]',
    '["BwcHBwcHBwcHBwcHBwcHBx","name","x"]',
    '["Bwc","name","x"]',
    '["BwcHBwcHBwcHBwcHBwcHBw","name","\\ud800"]',
    '["BwcHBwcHBwcHBwcHBwcHBw","name","\\u0078"]',
  ])('is not %j', (text) => expect(readDisclosure(text)).toBeNull());

  it('takes no short salt', () => expect(() => disclosureText(new Uint8Array(8), 'name', 'x')).toThrow('unexpected'));
});

describe('a sealed disclosure', () => {
  const iv = new Uint8Array(IV_BYTES).fill(9);
  const keyOf = (fill: number) => importPersonKey(new Uint8Array(32).fill(fill));

  it('opens with its key in its place only', async () => {
    const key = await keyOf(1);
    const sealed = await seal(key, iv, place, 'words');
    expect(await unseal(key, iv, place, sealed)).toBe('words');
    const damaged = { code: 'damaged' };
    await expect(unseal(await keyOf(2), iv, place, sealed)).rejects.toMatchObject(damaged);
    for (const part of [{ log: 'lAAAAAAAAAAAB' }, { index: 4 }, { field: 'site' }, { subject: 'pAAAAAAAAAAAB' }]) {
      await expect(unseal(key, iv, { ...place, ...part }, sealed)).rejects.toMatchObject(damaged);
    }
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.map((byte, i) => (i === at ? byte ^ 1 : byte));
      await expect(unseal(key, iv, place, changed)).rejects.toMatchObject(damaged);
    }
  });
});

describe('keyed hashes', () => {
  it('of observations: the first half of HMAC-SHA-256', async () => {
    // The value was computed with OpenSSL: the vectors of RFC 4231 have no key of 32 bytes.
    const hash = await seenHasher(Buffer.alloc(32, 1).toString('base64url'));
    expect(await hash('message-77')).toBe('UBYy4MRW9L0jK7hIUjrQBg');
  });

  it('of observations: a key of another length is damage', async () => {
    for (const key of ['AAAA', '', 'no base64!'])
      await expect(seenHasher(key)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('of meetings: platform and id cannot run into each other', async () => {
    const key = new Uint8Array(32).fill(1);
    expect(await hashMeeting(key, 'meet', 'abc')).toHaveLength(43);
    expect(await hashMeeting(key, 'meet', 'abc')).not.toBe(await hashMeeting(key, 'meeta', 'bc'));
  });

  it('of accounts: the same for the same one, and never a meeting’s', async () => {
    const key = new Uint8Array(32).fill(1);
    const hash = (...of: [string, string]) => hashPerson(key, ...of);
    // HMAC-SHA-256 of the canonical JSON of all three.
    const expected = createHmac('sha256', key).update('["person","meet","abc"]').digest('base64url');
    expect(await hash('meet', 'abc')).toBe(expected);
    expect(await hash('meeta', 'bc')).not.toBe(expected);
    expect(await hashMeeting(key, 'meet', 'abc')).not.toBe(expected);
  });
});
