import type { Media } from '../model/ask.ts';
import { Failure } from '../model/failure.ts';
import type { Feed } from './feed.ts';

/** Opus's own rate: nothing is resampled and every segment has the same codec configuration. */
const SAMPLE_RATE = 48_000;
/** Seconds in which the microphone's gain goes up or down: too short to hear, too long to click. */
const RAMP_S = 0.02;
/** 16384 samples are 341 ms: read four times a second, all of the sound passes through a reading, however short and regular it is. */
const WINDOW = 16_384;

export interface MixSources {
  /** The tab as captured: one audio track, and one video track when the picture is recorded. */
  readonly tab: MediaStream;
  readonly microphone: MediaStream | null;
  readonly media: Media;
  readonly microphoneOn: boolean;
}

/**
 * Puts the meeting on the left and the host's microphone on the right, so that both can be told apart for ever and mixed later.
 *
 *   tab ──┬──────────────────▶ loudspeaker (capture takes a tab's own sound away from the host: give it back)
 *         └─▶ mono ─▶ analyser ───────────────────────▶ left  ┐
 *   mic ────▶ mono ─▶ gain ─▶ compressor ─▶ analyser ─▶ right ┴▶ recorder, with the tab's picture
 *
 * Takes the streams over: from here on they are closed by `close`, also when this throws.
 */
export async function createMix(sources: MixSources): Promise<Feed> {
  const { tab, microphone, media } = sources;
  const inputs = [...tab.getTracks(), ...(microphone?.getTracks() ?? [])];
  const context = new AudioContext({ sampleRate: SAMPLE_RATE });
  const close = () => {
    for (const track of inputs) track.stop();
    if (context.state !== 'closed') void context.close();
  };
  try {
    await context.resume();
    return { ...wire(context, sources), meeting: tab.getTracks(), microphone: microphone?.getTracks() ?? [], close };
  } catch (error) {
    close();
    throw new Failure('unexpected', `no mix of ${media}`, { cause: error });
  }
}

function wire(context: AudioContext, sources: MixSources): Pick<Feed, 'stream' | 'setMicrophone' | 'levels'> {
  const { tab, microphone, media, microphoneOn } = sources;
  const out = new MediaStreamAudioDestinationNode(context, { channelCount: 2, channelCountMode: 'explicit' });
  const sides = new ChannelMergerNode(context, { numberOfInputs: 2 });
  sides.connect(out);

  const meeting = new AnalyserNode(context, { fftSize: WINDOW });
  const sound = new MediaStreamAudioSourceNode(context, { mediaStream: tab });
  sound.connect(context.destination);
  sound.connect(mono(context, 1)).connect(meeting).connect(sides, 0, 0);

  const host = new AnalyserNode(context, { fftSize: WINDOW });
  const gate = mono(context, microphoneOn ? 1 : 0);
  if (microphone) {
    const voice = new MediaStreamAudioSourceNode(context, { mediaStream: microphone });
    voice.connect(gate).connect(evenOut(context)).connect(host).connect(sides, 0, 1);
  }

  const picture = media === 'sound+picture' ? tab.getVideoTracks() : [];
  return {
    stream: new MediaStream([...picture, ...out.stream.getAudioTracks()]),
    setMicrophone(on) {
      const now = context.currentTime;
      gate.gain.cancelScheduledValues(now).setValueAtTime(gate.gain.value, now);
      gate.gain.linearRampToValueAtTime(on ? 1 : 0, now + RAMP_S);
    },
    levels: () => ({ meeting: loudness(meeting), microphone: microphone ? loudness(host) : 0 }),
  };
}

function mono(context: AudioContext, gain: number): GainNode {
  return new GainNode(context, {
    gain,
    channelCount: 1,
    channelCountMode: 'explicit',
    channelInterpretation: 'speakers',
  });
}

/** Gentle: a near voice and a far one come closer, and peaks stay under full scale (Web Audio adds make-up gain by itself). */
function evenOut(context: AudioContext): DynamicsCompressorNode {
  return new DynamicsCompressorNode(context, { threshold: -20, knee: 12, ratio: 2.5, attack: 0.005, release: 0.25 });
}

function loudness(analyser: AnalyserNode): number {
  const samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.min(1, Math.sqrt(sum / samples.length));
}
