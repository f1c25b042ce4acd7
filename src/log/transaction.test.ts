import { describe, expect, it } from 'vitest';
import { Failure } from '../model/failure.ts';
import { giveUp, storageFailure, stored } from './transaction.ts';

const quota = new DOMException('no room', 'QuotaExceededError');

describe('a storage error is told', () => {
  it.each<[string, unknown, DOMException | null, string, string]>([
    ['as a full disk', quota, null, 'disk-full', 'QuotaExceededError'],
    ['as a full disk that only the transaction knows of', new Error('x'), quota, 'disk-full', 'Error'],
    ['by its name', new TypeError('x'), null, 'storage-failed', 'TypeError'],
    ['by its name, also a DOMException', new DOMException('x', 'DataError'), null, 'storage-failed', 'DataError'],
  ])('%s', (_, error, of, code, name) => {
    const failure = storageFailure(error, of && { error: of });
    expect(failure).toMatchObject({ code, cause: error });
    expect(failure.message).toContain(name);
  });

  it('with no name where what was thrown has none', () => {
    expect(storageFailure({ name: 'QuotaExceededError' }).message).toBe(new Failure('storage-failed', '').message);
  });

  it('as what it is, where that is known', async () => {
    const failure = new Failure('damaged', 'x');
    expect(storageFailure(failure)).toBe(failure);
    await expect(stored(() => Promise.reject(failure))).rejects.toBe(failure);
  });
});

describe('a transaction that is given up', () => {
  const ending = (abort: () => void) => ({ done: Promise.reject(quota), error: null, abort });

  it('is over then, also where it was over before', async () => {
    await giveUp(ending(() => undefined));
    await giveUp(
      ending(() => {
        throw new DOMException('over', 'InvalidStateError');
      }),
    );
  });

  it('says what else keeps it from ending', async () => {
    const other = new DOMException('x', 'UnknownError');
    const one = giveUp(
      ending(() => {
        throw other;
      }),
    );
    await expect(one).rejects.toBe(other);
  });
});
