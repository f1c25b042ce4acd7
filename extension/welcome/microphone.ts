import type { MicrophoneLeave } from '../../src/ui/welcome/welcome.tsx';

/** How often the meter moves, ms. */
const METER_MS = 100;

/**
 * Asks for the microphone and shows how loud it is until the signal is aborted. Nothing is kept or recorded. The browser's answer
 * comes back as the page's state: granted, refused, or missing when there is no microphone at all.
 */
export async function listen(signal: AbortSignal, heard: (level: number | null) => void): Promise<MicrophoneLeave> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return 'refused';
    if (error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'NotReadableError'))
      return 'missing';
    throw error;
  }
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const meter = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    heard(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length));
  }, METER_MS);
  signal.addEventListener('abort', () => {
    clearInterval(meter);
    heard(null);
    for (const track of stream.getTracks()) track.stop();
    context.close().catch((error: unknown) => console.debug('audio context was closed already', error));
  });
  return 'granted';
}
