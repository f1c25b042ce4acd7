import type { BrowserContext } from 'playwright';
import { offscreenEval, serviceWorker } from '../browser/targets.ts';
import { chat, type Guest, type Host, Party } from '../journeys/party.ts';
import { type Figure, figure } from './figure.ts';

/**
 * How long from the last yes in the host's page to a running recorder, and from a no in the page to a stopped one. Both ends are taken
 * where they happen: the message appearing in the page's DOM, and the recorder's own start event and stop call.
 */
const ROUNDS = 10;

export async function measureStartAndStop(): Promise<Figure[]> {
  const party = await Party.start();
  try {
    const host = await party.host('Host');
    const guest = await party.stranger('Ana');
    await host.panel.getByText('Ana').first().waitFor();
    await hook(host.context);
    const bare: number[] = [];
    for (let i = 0; i < ROUNDS; i++) bare.push(await bareStart(host));
    await host.panel.getByRole('button', { name: 'Ask everyone' }).click();
    await guest.page.getByText('May we record this meeting?').first().waitFor();
    await host.panel.getByText('Waiting for').first().waitFor();

    const starts: number[] = [];
    const stops: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      starts.push(await answer(host, guest, 'I agree', 'starts'));
      stops.push(await answer(host, guest, 'stop recording', 'stops'));
      await host.page.waitForTimeout(1500);
    }
    return [
      figure('last yes in the page to recorder running', 'ms', starts, bare),
      figure('no in the page to recorder stopped, median', 'ms', stops, null),
      figure('no in the page to recorder stopped, 99th percentile', 'ms', stops, null, 0.99),
    ];
  } finally {
    await party.end();
  }
}

/** Notes when recorders start and stop, in the offscreen document itself. */
async function hook(context: BrowserContext): Promise<void> {
  await offscreenEval(
    context,
    `(() => {
      const noted = (globalThis.noted = { starts: [], stops: [] });
      const { start, stop } = MediaRecorder.prototype;
      MediaRecorder.prototype.start = function (...args) {
        this.addEventListener('start', () => noted.starts.push(Date.now()), { once: true });
        return start.apply(this, args);
      };
      MediaRecorder.prototype.stop = function (...args) {
        noted.stops.push(Date.now());
        return stop.apply(this, args);
      };
      return true;
    })()`,
  );
}

/** Writes a line and waits for the recorder to do what it asks for; ms from the line in the host's DOM to that. */
async function answer(host: Host, guest: Guest, text: string, list: 'starts' | 'stops'): Promise<number> {
  const before = await count(host, list);
  const seen = host.page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const known = document.querySelectorAll('[data-message]').length;
        const observer = new MutationObserver(() => {
          const lines = [...document.querySelectorAll('[data-message]')].slice(known);
          if (!lines.some((line) => line.querySelector('[data-text]')?.textContent === wanted)) return;
          observer.disconnect();
          resolve(Date.now());
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
    text,
  );
  await chat(guest, text);
  const at = await seen;
  for (;;) {
    if ((await count(host, list)) > before) break;
    await host.page.waitForTimeout(50);
  }
  return (await offscreenEval<number>(host.context, `noted.${list}.at(-1)`)) - at;
}

function count(host: Host, list: 'starts' | 'stops'): Promise<number> {
  return offscreenEval<number>(host.context, `noted.${list}.length`);
}

/** The same capture graph with nothing around it: stream id, streams, mixer, recorder, its start event. */
async function bareStart(host: Host): Promise<number> {
  const worker = await serviceWorker(host.context);
  const began = Date.now();
  const streamId = await worker.evaluate(
    (targetTabId) => chrome.tabCapture.getMediaStreamId({ targetTabId }),
    host.tab,
  );
  const running = await offscreenEval<number>(
    host.context,
    `(async () => {
      const from = { mandatory: { chromeMediaSource: 'tab', chromeMediaSourceId: '${streamId}' } };
      const size = { minWidth: 1280, maxWidth: 1280, minHeight: 720, maxHeight: 720, maxFrameRate: 15 };
      const tab = await navigator.mediaDevices.getUserMedia({ audio: from, video: { mandatory: { ...from.mandatory, ...size } } });
      const mic = await navigator.mediaDevices.getUserMedia({ audio: true });
      const context = new AudioContext();
      const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
      const out = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
      const source = context.createMediaStreamSource(tab);
      source.connect(context.destination);
      source.connect(merger, 0, 0);
      context.createMediaStreamSource(mic).connect(merger, 0, 1);
      merger.connect(out);
      const stream = new MediaStream([...tab.getVideoTracks(), ...out.stream.getAudioTracks()]);
      const recorder = new MediaRecorder(stream, { mimeType: 'video/webm;codecs=vp8,opus' });
      const started = new Promise((resolve) => recorder.addEventListener('start', () => resolve(Date.now()), { once: true }));
      recorder.start(1000);
      const at = await started;
      recorder.stop();
      for (const track of [...tab.getTracks(), ...mic.getTracks()]) track.stop();
      await context.close();
      return at;
    })()`,
  );
  return running - began;
}
