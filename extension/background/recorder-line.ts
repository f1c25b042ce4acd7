import type { OffscreenToWorker } from '../../src/messages/offscreen-to-worker.ts';
import type { LogId } from '../../src/model/id.ts';
import type { Session } from '../../src/session/session.ts';
import type { Desk } from './desk.ts';
import type { Panels } from './panels.ts';

/** The tab plays sound for longer than this and none of it is captured: the host is told, ms. */
const SILENT_CAPTURE_MS = 5000;

/** What of the desk the recorder's reports need. */
export type RecorderDesk = Pick<Desk, 'session' | 'tabOf' | 'report' | 'permit' | 'lookedAway' | 'cutsInto'>;

/** What the recorder reports. The reply to a chunk is the next permit; a worker that was asleep folds this one log and answers. */
export async function recorderSays(
  desk: RecorderDesk,
  panels: Pick<Panels, 'captured' | 'isDiskFull'>,
  message: OffscreenToWorker,
): Promise<unknown> {
  const session = await desk.session(message.log as LogId);
  switch (message.report) {
    case 'started': {
      const { epoch, mime, microphone } = message;
      await desk.report(session, { capture: 'started', epoch, mime, microphone });
      return { ok: true };
    }
    case 'chunk': {
      const meeting = desk.tabOf(session.log);
      // The permit does not wait for what only the panel wants to know.
      if (meeting) {
        panels
          .captured(meeting.tab, message, SILENT_CAPTURE_MS)
          .catch((error: unknown) => console.warn('tab unknown', error));
      }
      if (panels.isDiskFull())
        await desk.report(session, { capture: 'failing', epoch: message.epoch, cause: 'disk-full' });
      return desk.permit(session.log, message.epoch);
    }
    case 'failing': {
      const { epoch, cause } = message;
      return { ok: (await desk.report(session, { capture: 'failing', epoch, cause })).ok === true };
    }
    case 'sealed': {
      await shownByNow(session, message.keptUntil);
      // Nobody looks at the page (yet): what could open again now would have no tab to record, and what was last kept may be too much.
      await desk.lookedAway(session);
      const { epoch, cause, chunks, bytes, ms, dropped, lastHash, keptUntil } = message;
      if (await desk.cutsInto(session.log, epoch, keptUntil)) return { ok: false };
      const result = await desk.report(session, {
        capture: 'sealed',
        epoch,
        cause,
        chunks,
        bytes,
        ms,
        dropped,
        lastHash,
      });
      return { ok: result.ok === true };
    }
    default:
      return message satisfies never;
  }
}

/**
 * The host stopped or paused, and the last of it is kept. Sites show late who comes in: until everybody is shown who was there before the
 * end, the seal is not logged, so that what they may be in can still be cut.
 */
async function shownByNow({ state }: Session, keptUntil: number | null): Promise<void> {
  const lag = state.opened?.lagMs ?? 0;
  const isLookedAt = state.inCall && state.watching;
  if (state.order === 'none' || !isLookedAt || keptUntil === null) return;
  // A clock that was put back holds nothing up for longer.
  const left = Math.min(lag, keptUntil + lag - Date.now());
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
