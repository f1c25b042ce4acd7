import { expect, it, vi } from 'vitest';
import { Failure } from '../model/failure.ts';
import { Job, type Told } from './job.ts';

function listener() {
  const heard: string[] = [];
  const told: Told = {
    share: (done) => heard.push(`${done}`),
    done: () => heard.push('done'),
    failed: (code) => heard.push(code),
  };
  return { heard, told };
}

/** Stops where a real one would: at the next look at its signal. */
async function long(signal: AbortSignal): Promise<void> {
  await new Promise((look) => setTimeout(look, 5));
  if (signal.aborted) throw new Failure('cancelled');
}

it('tells how far it is, and its end', async () => {
  const { heard, told } = listener();
  new Job().start(told, async (_, share) => share(0.5));
  await vi.waitFor(() => expect(heard).toEqual(['0.5', 'done']));
});

it('says so when it is cancelled, and calls nothing else a cancelling', async () => {
  const first = listener();
  const job = new Job();
  job.start(first.told, long);
  job.cancel();
  await vi.waitFor(() => expect(first.heard).toEqual(['cancelled']));
  const second = listener();
  job.start(second.told, async () => Promise.reject(new Failure('key-missing')));
  await vi.waitFor(() => expect(second.heard).toEqual(['key-missing']));
});

it('does not hear of the one before when it is started anew', async () => {
  const first = listener();
  const second = listener();
  const job = new Job();
  let late: Told['share'] = () => undefined;
  job.start(first.told, (signal, share) => {
    late = share;
    return long(signal);
  });
  job.start(second.told, async () => undefined);
  await vi.waitFor(() => expect(second.heard).toEqual(['done']));
  late(0.9);
  await new Promise((past) => setTimeout(past, 20));
  expect(first.heard).toEqual([]);
});

it('is silent once it is forgotten', async () => {
  const { heard, told } = listener();
  const job = new Job();
  let ended = false;
  job.start(told, (signal) => long(signal).finally(() => (ended = true)));
  job.forget();
  await vi.waitFor(() => expect(ended).toBe(true));
  await new Promise((past) => setTimeout(past, 5));
  expect(heard).toEqual([]);
});

it('tells each hundredth once, however often it is asked to', async () => {
  const { heard, told } = listener();
  new Job().start(told, async (_, share) => {
    for (let part = 0; part <= 10_000; part++) share(part / 10_000);
  });
  await vi.waitFor(() => expect(heard).toHaveLength(102));
  expect(heard.slice(0, 3)).toEqual(['0', '0.01', '0.02']);
  expect(heard.slice(-2)).toEqual(['1', 'done']);
});
