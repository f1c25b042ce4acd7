/** Hz. Far enough apart, and no harmonics of one another. */
export const MEETING_HZ = 440;
export const MICROPHONE_HZ = 1000;

/** A stand-in for a captured tab: a moving picture and a tone. */
export function meetingStream(picture: boolean): MediaStream {
  const canvas = document.querySelector('canvas');
  const pen = canvas?.getContext('2d');
  if (!canvas || !pen) throw new Error('no canvas');
  const tone = toneStream(MEETING_HZ, 0.3);
  if (!picture) return tone;
  const stream = canvas.captureStream(30);
  const [track] = stream.getVideoTracks();
  const timer = setInterval(() => {
    if (track?.readyState === 'ended') return clearInterval(timer);
    pen.fillStyle = `hsl(${(performance.now() / 20) % 360} 80% 50%)`;
    pen.fillRect(0, 0, 640, 360);
    pen.fillStyle = 'white';
    pen.fillRect((performance.now() / 10) % 640, 100, 60, 60);
  }, 33);
  return new MediaStream([...stream.getVideoTracks(), ...tone.getAudioTracks()]);
}

export function toneStream(frequency: number, gain: number): MediaStream {
  const context = new AudioContext();
  const out = new MediaStreamAudioDestinationNode(context);
  const tone = new OscillatorNode(context, { frequency });
  tone.connect(new GainNode(context, { gain })).connect(out);
  tone.start();
  return out.stream;
}
