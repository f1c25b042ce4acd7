/**
 * A call without anything that an extension could read but what it plays: everybody is a picture and a tone, made here. No list of
 * people, no names, no chat. The test is everybody else: `standIn` is its hand.
 */
const audio = new AudioContext();
const playing = new Map();

/** Tones as those of the sandbox (e2e/sites/sandbox/tone.ts), one pitch a person, so that a recording tells who is heard. */
const pitchOf = (number) => 320 + (number - 1) * 16 * 27;

function picture(hue) {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 180;
  const context = canvas.getContext('2d');
  let frame = 0;
  const paint = () => {
    frame += 1;
    context.fillStyle = `hsl(${hue} 50% 35%)`;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#fff';
    context.fillRect((frame * 8) % canvas.width, 80, 20, 20);
  };
  paint();
  setInterval(paint, 100);
  return canvas.captureStream(10);
}

function person(number) {
  const tone = new OscillatorNode(audio, { frequency: pitchOf(number) });
  const quiet = new GainNode(audio, { gain: 0.2 });
  const out = audio.createMediaStreamDestination();
  tone.connect(quiet).connect(out);
  tone.start();
  return new MediaStream([...picture(number * 70).getTracks(), ...out.stream.getTracks()]);
}

function show(stream, muted, where = 'tiles') {
  const video = document.createElement('video');
  video.autoplay = true;
  video.playsInline = true;
  video.muted = muted;
  video.srcObject = stream;
  document.getElementById(where).append(video);
  return video;
}

function screen(id) {
  for (const main of document.querySelectorAll('main')) main.hidden = main.id !== id;
}

const own = picture(200);
show(own, true, 'mirror');

document.getElementById('join').addEventListener('click', () => {
  document.getElementById('mirror').replaceChildren();
  screen('call');
  show(own, true);
});
document.getElementById('leave').addEventListener('click', () => {
  standIn.ends();
  screen('left');
});

const standIn = {
  /** Somebody comes: their voice and picture play from now on. */
  comes(number) {
    playing.set(number, show(person(number), false));
  },
  goes(number) {
    const video = playing.get(number);
    for (const track of video.srcObject.getTracks()) track.stop();
    video.remove();
    playing.delete(number);
  },
  /** Every picture is drawn anew by the page, in other elements and other streams; nobody came or went. */
  redraws() {
    for (const [number, video] of playing) {
      const next = show(new MediaStream(video.srcObject.getTracks()), false);
      video.remove();
      playing.set(number, next);
    }
  },
  /** The connection is lost, or everybody has left: nothing plays but the host's own picture. */
  ends() {
    for (const number of [...playing.keys()]) standIn.goes(number);
  },
};
window.standIn = standIn;
