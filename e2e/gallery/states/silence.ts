const RATE = 8000;
const SECONDS = 31;

/** The address of some seconds of silence as a WAV file, to see the player with something in it. */
export function silence(): string {
  const samples = RATE * SECONDS;
  const view = new DataView(new ArrayBuffer(44 + samples));
  const text = (at: number, words: string) => {
    for (const [i, letter] of [...words].entries()) view.setUint8(at + i, letter.charCodeAt(0));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
  new Uint8Array(view.buffer, 44).fill(128);
  return URL.createObjectURL(new Blob([view.buffer], { type: 'audio/wav' }));
}
