import browser from 'webextension-polyfill';
import type {
  OffscreenReply,
  Opened,
  RecorderStatus,
  WorkerToOffscreen,
} from '../../src/messages/worker-to-offscreen.ts';
import type { FailureCode } from '../../src/model/failure.ts';
import type { CaptureReport, SealCause } from '../../src/model/observation.ts';
import type { OpenOrder, Revoke } from '../../src/session/session.ts';
import { keepRecipients } from './recipients.ts';

/** The judge's line to the hands: the offscreen document that holds streams and recorder. */
const PAGE = 'extension/offscreen/index.html';
let creating: Promise<void> | null = null;

/** Opens the offscreen document if there is none. Done when the toolbar button is pressed, so that it costs nothing at the start. */
export async function ensureRecorder(): Promise<void> {
  // While it is being made it exists already, but nobody listens in it yet.
  if (creating) return creating;
  if (await chrome.offscreen.hasDocument()) return;
  creating ??= chrome.offscreen
    .createDocument({
      url: PAGE,
      reasons: [chrome.offscreen.Reason.USER_MEDIA],
      justification: 'Records the meeting tab after everybody in the meeting has agreed.',
    })
    .finally(() => {
      creating = null;
    });
  await creating;
}

/** The picture that is asked of the browser: the meeting as the host sees it, at a rate at which slides and faces are fine. */
const SIZE = { width: 1280, height: 720, frameRate: 15 } as const;

function order(message: WorkerToOffscreen): Promise<OffscreenReply> {
  return browser.runtime.sendMessage(message);
}

/** What the recorder is doing, or null when there is no offscreen document. */
export async function recorderStatus(): Promise<RecorderStatus | null> {
  if (!(await chrome.offscreen.hasDocument())) return null;
  const reply = await order({ to: 'offscreen', order: 'status' });
  return reply.ok && reply.value && 'state' in reply.value ? reply.value : null;
}

/** Nobody waits for it: what came of it stands in the database. */
export async function backUpInRecorder(): Promise<void> {
  await ensureRecorder();
  await order({ to: 'offscreen', order: 'back-up' });
}

export function switchMicrophone(on: boolean): void {
  order({ to: 'offscreen', order: 'microphone', on }).catch((error: unknown) => {
    console.warn('the microphone follows with the next permit:', (error as Error).message);
  });
}

/**
 * Orders a segment that is already in the log. What comes back is always a report for the log: started, or sealed with nothing in it.
 * The stream id is asked for now and not before: no stream exists before the gate opens.
 */
export async function openSegment(
  open: OpenOrder,
  how: {
    readonly tab: number;
    readonly microphone: boolean;
    readonly microphoneAllowed: boolean;
    /** Still true just before the order goes out: a no may have come while the recorder was being made. */
    readonly wanted: () => boolean;
    readonly lagMs: number;
  },
): Promise<CaptureReport[]> {
  const nothing: CaptureReport = {
    capture: 'sealed',
    epoch: open.epoch,
    cause: 'recorder-failed',
    chunks: 0,
    bytes: 0,
    ms: 0,
    dropped: 0,
    lastHash: '',
  };
  // Side by side with the stream: the recorder wraps the key for whoever stands there when its order comes.
  const recipients = keepRecipients().then(
    () => true,
    (error: unknown) => {
      console.error('recipients', error);
      return false;
    },
  );
  let streamId: string;
  try {
    await ensureRecorder();
    streamId = await chrome.tabCapture.getMediaStreamId({ targetTabId: how.tab });
  } catch (error) {
    // The grant is gone (another site, browser restarted) or another extension records this tab: the host must press the button.
    console.warn('no stream for this tab:', (error as Error).message);
    // Disarmed first, so that nothing opens again in between; nobody is told that a recorder broke off.
    return [
      { capture: 'disarmed', why: /invoked/.test((error as Error).message) ? 'not-armed' : 'stream-refused' },
      { ...nothing, cause: 'ordered' },
    ];
  }
  if (!(await recipients)) return [nothing];
  if (!how.wanted()) return [{ ...nothing, cause: 'ordered' }];
  const reply = await order({
    to: 'offscreen',
    order: 'open',
    log: open.log,
    epoch: open.epoch,
    streamId,
    media: open.media,
    microphone: how.microphone,
    microphoneAllowed: how.microphoneAllowed,
    lagMs: how.lagMs,
    size: SIZE,
  });
  if (!reply.ok) return [{ ...nothing, cause: causeOf(reply.code) }];
  const { mime, microphone } = reply.value as Opened;
  return [{ capture: 'started', epoch: open.epoch, mime, microphone }];
}

/** What the log says of a recorder that never ran: what has a next step of its own is called by its name. */
function causeOf(code: FailureCode): SealCause {
  if (code === 'cancelled') return 'ordered';
  return code === 'no-recipient' || code === 'disk-full' || code === 'storage-failed' ? code : 'recorder-failed';
}

/** Fire and forget: the recorder stops on its own when this does not arrive, because no permit follows. */
export function revokeSegment(revoke: Revoke): void {
  const { log: _log, reasons, ...ending } = revoke;
  order({ to: 'offscreen', order: 'revoke', ...ending, reasons: [...reasons] }).catch((error: unknown) => {
    console.warn('the recorder could not be told, its permit will lapse:', (error as Error).message);
  });
}
