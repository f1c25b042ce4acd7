/**
 * Recordings hold the meeting on the left and the microphone on the right. Whoever listens hears both in the middle: the player's
 * sound is mixed down to one channel on its way out.
 */
export function playInTheMiddle(page: Document): void {
  const known = new WeakSet<HTMLMediaElement>();
  let context: AudioContext | null = null;
  const route = (event: Event) => {
    const { target } = event;
    if (!(target instanceof HTMLMediaElement) || known.has(target)) return;
    known.add(target);
    context ??= new AudioContext();
    const middle = new GainNode(context, {
      channelCount: 1,
      channelCountMode: 'explicit',
      channelInterpretation: 'speakers',
    });
    // A mix-down halves each side; a meeting with one person speaking at a time loses nothing by doubling it again.
    middle.gain.value = 1.6;
    context.createMediaElementSource(target).connect(middle).connect(context.destination);
    context.resume().catch((error: unknown) => console.warn('no sound yet', error));
  };
  page.addEventListener('play', route, { capture: true });
}
