import { describe, expect, it, vi } from 'vitest';
import type { AskId } from '../model/id.ts';
import { type AnswerFields, answerPayload, makeAnswerKey, signAnswer, verifyAnswer } from './signature.ts';

const fields: AnswerFields = {
  ask: 'aAAAAAAAAAAAA' as AskId,
  notice: 'A'.repeat(43),
  answer: 'consented',
  purposes: ['training', 'quality'],
  media: 'sound',
  person: 1,
  people: 2,
  counter: 7,
};

describe('a signed answer', () => {
  it('has one canonical payload, whatever the order of its purposes', () => {
    const text = new TextDecoder().decode(answerPayload(fields));
    expect(text).toBe(
      '{"answer":"consented","ask":"aAAAAAAAAAAAA","counter":7,"domain":"ask-to-record/answer","media":"sound",' +
        `"notice":"${'A'.repeat(43)}","people":2,"person":1,"purposes":["quality","training"],"v":1}`,
    );
    expect(answerPayload({ ...fields, purposes: ['quality', 'training'] })).toEqual(answerPayload(fields));
  });

  it('is good as it was signed, and bad with any field changed', async () => {
    const tag = await signAnswer(await makeAnswerKey(), fields);
    expect(tag).toMatchObject({ kind: 'answer', ...fields });
    expect(await verifyAnswer(tag, tag.notice)).toBe(true);
    const changed: Partial<AnswerFields>[] = [
      { ask: 'aAAAAAAAAAAAB' as AskId },
      { answer: 'refused' },
      { purposes: ['quality'] },
      { purposes: ['quality', 'training', 'notes'] },
      { media: 'sound+picture' },
      { person: 2 },
      { people: 1 },
      { counter: 8 },
    ];
    for (const change of changed) expect(await verifyAnswer({ ...tag, ...change }, tag.notice)).toBe(false);
    expect(await verifyAnswer(tag, 'B'.repeat(43))).toBe(false);
    const other = await signAnswer(await makeAnswerKey(), fields);
    expect(await verifyAnswer({ ...tag, key: other.key }, tag.notice)).toBe(false);
    expect(await verifyAnswer({ ...tag, sig: other.sig }, tag.notice)).toBe(false);
  });

  it('keeps its private key inside', async () => {
    const pair = await makeAnswerKey();
    expect(pair.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', pair.privateKey)).rejects.toThrow();
  });

  it('is bad, not an exception, under a key or signature of a wrong shape', async () => {
    const tag = await signAnswer(await makeAnswerKey(), fields);
    for (const key of ['', '*', 'A'.repeat(42), tag.sig])
      expect(await verifyAnswer({ ...tag, key }, tag.notice)).toBe(false);
    for (const sig of ['', '*', 'A'.repeat(86), tag.key])
      expect(await verifyAnswer({ ...tag, sig }, tag.notice)).toBe(false);
    const noPoint = Buffer.alloc(32, 0x02).toString('base64url');
    expect(await verifyAnswer({ ...tag, key: noPoint }, tag.notice)).toBe(false);
  });

  it('is bad where the engine says that its key is none, and fails where the engine itself fails', async () => {
    const tag = await signAnswer(await makeAnswerKey(), fields);
    const imported = vi.spyOn(crypto.subtle, 'importKey');
    imported.mockRejectedValueOnce(new DOMException('no point of the curve', 'DataError'));
    expect(await verifyAnswer(tag, tag.notice)).toBe(false);
    for (const error of [
      new DOMException('no', 'OperationError'),
      Object.assign(new Error('no'), { name: 'DataError' }),
    ]) {
      imported.mockRejectedValueOnce(error);
      await expect(verifyAnswer(tag, tag.notice)).rejects.toBe(error);
    }
    imported.mockRestore();
  });

  it('is bad under a key of small order, which would fit many messages', async () => {
    const tag = await signAnswer(await makeAnswerKey(), fields);
    const identity = Buffer.alloc(32);
    identity[0] = 1;
    const sig = Buffer.concat([identity, Buffer.alloc(32)]).toString('base64url');
    expect(await verifyAnswer({ ...tag, key: identity.toString('base64url'), sig }, tag.notice)).toBe(false);
    identity[31] = 0x80;
    expect(await verifyAnswer({ ...tag, key: identity.toString('base64url'), sig }, tag.notice)).toBe(false);
  });

  it.each([
    ['order 4', '00'.repeat(32)],
    ['the neutral one', `01${'00'.repeat(31)}`],
    ['order 8', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['the other of order 8', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
    ['order 2', `ec${'ff'.repeat(30)}7f`],
    ['order 4, spelled as p', `ed${'ff'.repeat(30)}7f`],
    ['the neutral one, spelled as p + 1', `ee${'ff'.repeat(30)}7f`],
  ])('is bad under the point of %s, whatever it is said to sign', async (_order, hex) => {
    // Neutral point and zero: where an engine takes such a key, this fits one message in 1, 2, 4 or 8 of them.
    const sig = Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]).toString('base64url');
    for (const signBit of [0, 0x80]) {
      const raw = Buffer.from(hex, 'hex');
      raw.writeUInt8(raw.readUInt8(31) | signBit, 31);
      for (let counter = 1; counter <= 64; counter++) {
        const tag = { kind: 'answer', ...fields, counter, key: raw.toString('base64url'), sig } as const;
        expect(await verifyAnswer(tag, tag.notice)).toBe(false);
      }
    }
  });
});
