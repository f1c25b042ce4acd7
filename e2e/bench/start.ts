import { offscreenEval } from '../browser/targets.ts';
import { figure } from './figure.ts';
import type { Measure } from './measure.ts';
import { Stage } from './stage/stage.ts';

const ROUNDS = 15;
const MOST_TIMES = 1.5;
/** Longer than the recorder's first data and the post that tells of it. */
const REST_MS = 1500;

/**
 * How long from the last yes in the host's page to a running recorder, beside the same capture graph started bare. A round is a bare
 * start, a start with the worker awake, and one with the worker killed just before the answer, so that all three see the same machine.
 */
export const start: Measure = {
  name: 'start',
  async run(say) {
    const stage = await Stage.open();
    try {
      await stage.act('join', 'ana', 'Ana');
      await stage.host.panel.getByText('Ana').first().waitFor();
      await stage.ask();
      const bare: number[] = [];
      const warm: number[] = [];
      const cold: number[] = [];
      for (let round = 1; round <= ROUNDS; round++) {
        bare.push(await bareStart(stage));
        warm.push(await answered(stage, 'awake'));
        await stopped(stage);
        cold.push(await answered(stage, 'killed'));
        await stopped(stage);
        say(`start ${round}/${ROUNDS}: bare ${bare.at(-1)}, worker awake ${warm.at(-1)}, killed ${cold.at(-1)} ms`);
      }
      const aim = { mostTimes: MOST_TIMES };
      return [
        figure('last yes in the page to recorder running', 'ms', warm, bare, aim),
        figure('last yes in the page to recorder running, worker killed just before', 'ms', cold, bare, aim),
      ];
    } finally {
      await stage.close();
    }
  },
};

async function answered(stage: Stage, worker: 'awake' | 'killed'): Promise<number> {
  const known = await stage.count('starts');
  if (worker === 'killed') await killWorker(stage);
  const at = await stage.act('say', 'ana', 'I agree');
  return (await stage.next('starts', known)) - at;
}

async function stopped(stage: Stage): Promise<void> {
  const known = await stage.count('stops');
  await stage.host.page.waitForTimeout(REST_MS);
  await stage.act('say', 'ana', 'stop recording');
  await stage.next('stops', known);
  await stage.host.page.waitForTimeout(REST_MS);
}

async function killWorker({ host }: Stage): Promise<void> {
  const session = await host.context.newCDPSession(host.panel);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** The same capture graph with nothing around it: stream id, streams, mixer, recorder, its start event. */
async function bareStart({ host }: Stage): Promise<number> {
  const began = Date.now();
  const streamId = await host.panel.evaluate(
    (targetTabId) => chrome.tabCapture.getMediaStreamId({ targetTabId }),
    host.tab,
  );
  const idTook = Date.now() - began;
  const took = await offscreenEval<number>(
    host.context,
    `(async () => {
      const began = Date.now();
      const from = { mandatory: { chromeMediaSource: 'tab', chromeMediaSourceId: '${streamId}' } };
      const size = { minWidth: 1280, maxWidth: 1280, minHeight: 720, maxHeight: 720, maxFrameRate: 15 };
      const tab = await navigator.mediaDevices.getUserMedia({ audio: from, video: { mandatory: { ...from.mandatory, ...size } } });
      const mic = await navigator.mediaDevices.getUserMedia({ audio: true });
      const context = new AudioContext({ sampleRate: 48000 });
      await context.resume();
      const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
      const out = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
      const source = context.createMediaStreamSource(tab);
      source.connect(context.destination);
      source.connect(merger, 0, 0);
      context.createMediaStreamSource(mic).connect(merger, 0, 1);
      merger.connect(out);
      const stream = new MediaStream([...tab.getVideoTracks(), ...out.stream.getAudioTracks()]);
      const recorder = new MediaRecorder(stream, { mimeType: 'video/webm;codecs=vp8,opus' });
      recorder.unnoted = true;
      const started = new Promise((resolve) => recorder.addEventListener('start', () => resolve(Date.now()), { once: true }));
      recorder.start(1000);
      const at = await started;
      recorder.stop();
      for (const track of [...tab.getTracks(), ...mic.getTracks()]) track.stop();
      await context.close();
      return at - began;
    })()`,
  );
  return idTook + took;
}
