import { describe, expect, it } from 'vitest';
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
    for (const sig of ['', 'A'.repeat(86), tag.key])
      expect(await verifyAnswer({ ...tag, sig }, tag.notice)).toBe(false);
    const noPoint = Buffer.alloc(32, 0x02).toString('base64url');
    expect(await verifyAnswer({ ...tag, key: noPoint }, tag.notice)).toBe(false);
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
});
