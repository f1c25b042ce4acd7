import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { blankState, type State } from '../../src/consent/state.ts';
import type { OffscreenToWorker } from '../../src/messages/offscreen-to-worker.ts';
import type { CaptureReport } from '../../src/model/observation.ts';
import type { Session } from '../../src/session/session.ts';
import { type RecorderDesk, recorderSays } from './recorder-line.ts';

const sealed = {
  to: 'worker',
  report: 'sealed',
  log: 'lAAAAAAAAAAAA',
  epoch: 'eAAAAAAAAAAAA',
  cause: 'lease-lapsed',
  chunks: 4,
  bytes: 40,
  ms: 4000,
  dropped: 0,
  lastHash: 'x',
  keptUntil: 4000,
} as Extract<OffscreenToWorker, { report: 'sealed' }>;

/** A desk whose gate was cut at that time, once somebody has looked whether the page still speaks. */
function deskCutAt(cutAfter: number | null, state: Partial<State> = {}): { desk: RecorderDesk; steps: unknown[] } {
  const steps: unknown[] = [];
  let known: number | null = null;
  const desk = {
    session: async () => ({ log: sealed.log, state: { ...blankState(), ...state } }) as Session,
    tabOf: () => null,
    lookedAway: async () => {
      known = cutAfter;
    },
    cutsInto: async (_log: string, _epoch: string, until: number | null) =>
      known !== null && until !== null && until > known,
    report: async (_session: Session, report: CaptureReport) => {
      steps.push(report);
      return { ok: true };
    },
    permit: async () => ({ ok: false }),
  } as unknown as RecorderDesk;
  return { desk, steps };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 4100 });
});
afterEach(() => {
  vi.useRealTimers();
});

const panels = { captured: async () => undefined, isDiskFull: () => false };

test('a seal that keeps more than the gate allows for is not logged: the recorder settles again', async () => {
  const { desk, steps } = deskCutAt(2000);
  expect(await recorderSays(desk, panels, sealed)).toEqual({ ok: false });
  expect(steps).toEqual([]);
  expect(await recorderSays(desk, panels, { ...sealed, chunks: 2, keptUntil: 2000 })).toEqual({ ok: true });
  expect(steps).toMatchObject([{ capture: 'sealed', chunks: 2 }]);
});

test.each([
  ['nothing was cut', null, 4000],
  ['nothing was kept', 2000, null],
])('a seal is logged as it is when %s', async (_why, cutAfter, keptUntil) => {
  const { desk, steps } = deskCutAt(cutAfter);
  expect(await recorderSays(desk, panels, { ...sealed, keptUntil })).toEqual({ ok: true });
  expect(steps).toHaveLength(1);
});

const watched = { opened: { platform: 'sandbox', lagMs: 2000 }, inCall: true, watching: true } as const;

test('after a stop the seal is logged when whoever was there before the end would be shown', async () => {
  const { desk, steps } = deskCutAt(null, { ...watched, order: 'stopped' });
  const told = recorderSays(desk, panels, sealed);
  await vi.advanceTimersByTimeAsync(1899);
  expect(steps).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(await told).toEqual({ ok: true });
  expect(steps).toHaveLength(1);
});

test('who is shown meanwhile cuts what was kept, and it is settled again', async () => {
  const { desk, steps } = deskCutAt(3000, { ...watched, order: 'paused' });
  const told = recorderSays(desk, panels, sealed);
  await vi.advanceTimersByTimeAsync(1900);
  expect(await told).toEqual({ ok: false });
  expect(steps).toEqual([]);
});

test.each<[string, Partial<State>]>([
  ['nobody looks at the page any more', { ...watched, order: 'stopped', watching: false }],
  ['the host has left', { ...watched, order: 'stopped', inCall: false }],
  ['somebody went and it rolls over', watched],
])('the seal is logged at once when %s', async (_why, state) => {
  const { desk, steps } = deskCutAt(null, state);
  expect(await recorderSays(desk, panels, sealed)).toEqual({ ok: true });
  expect(steps).toHaveLength(1);
});

test('a clock that was put back a year holds the seal up for no longer', async () => {
  const { desk, steps } = deskCutAt(null, { ...watched, order: 'stopped' });
  const told = recorderSays(desk, panels, { ...sealed, keptUntil: 4000 + 31_536_000_000 });
  await vi.advanceTimersByTimeAsync(2000);
  expect(await told).toEqual({ ok: true });
  expect(steps).toHaveLength(1);
});

test('that nothing more can be stored is logged before the seal, which may be long in coming', async () => {
  const { desk, steps } = deskCutAt(null);
  const { to, log, epoch } = sealed;
  expect(await recorderSays(desk, panels, { to, report: 'failing', log, epoch, cause: 'disk-full' })).toEqual({
    ok: true,
  });
  expect(steps).toEqual([{ capture: 'failing', epoch, cause: 'disk-full' }]);
});
