import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sealerHere } from './passphrase.ts';

const IDENTITY = 'AGE-SECRET-KEY-1X';
const posted = vi.fn();
let hear: (event: { readonly data: unknown }) => void = () => undefined;

beforeEach(async () => {
  posted.mockClear();
  vi.stubGlobal('addEventListener', (what: string, listener: typeof hear) => {
    if (what === 'message') hear = listener;
  });
  vi.stubGlobal('postMessage', posted);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await import('./passphrase-worker.ts');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What the thread answers, once. */
async function answerTo(data: unknown): Promise<unknown> {
  hear({ data });
  await vi.waitFor(() => expect(posted).toHaveBeenCalledTimes(1), { timeout: 60_000 });
  return posted.mock.calls[0]?.[0];
}

describe('the thread that a passphrase is tried in', () => {
  test('opens what is sealed, and says which of the failures it is', async () => {
    const sealed = await sealerHere(2).seal(IDENTITY, 'four words');
    expect(await answerTo({ sealed, passphrase: 'four words' })).toEqual({ ok: true, value: IDENTITY });
    posted.mockClear();
    expect(await answerTo({ sealed, passphrase: 'five' })).toEqual({ ok: false, code: 'wrong-passphrase' });
    posted.mockClear();
    expect(await answerTo({ sealed: sealed.slice(0, 40), passphrase: 'five' })).toEqual({ ok: false, code: 'damaged' });
  });

  test('answers also what is no task, so that nobody waits for ever', async () => {
    expect(await answerTo({ identity: IDENTITY })).toEqual({ ok: false, code: 'unexpected' });
  });

  test('seals at the full cost', async () => {
    const answer = (await answerTo({ identity: IDENTITY, passphrase: 'four words' })) as { value: Uint8Array };
    expect(answer).toMatchObject({ ok: true });
    expect(new TextDecoder('latin1').decode(answer.value)).toMatch(/^age-encryption\.org\/v1\n-> scrypt [\w+/]+ 18\n/);
  });
});
