import type { Side } from '../model/player.ts';

/** A mix-down halves each side; a meeting with one person speaking at a time loses nothing by doubling it again. */
const BOTH = 0.8;
const ONE = 1;

/**
 * Recordings hold the meeting on the left and the microphone on the right. Whoever listens hears what they chose of them in the middle, on
 * both ears.
 */
export class Sides {
  readonly #context = new AudioContext();
  readonly #others = new GainNode(this.#context, { gain: BOTH });
  readonly #you = new GainNode(this.#context, { gain: BOTH });

  constructor(element: HTMLMediaElement) {
    const split = new ChannelSplitterNode(this.#context, { numberOfOutputs: 2 });
    this.#context.createMediaElementSource(element).connect(split);
    split.connect(this.#others, 0).connect(this.#context.destination);
    split.connect(this.#you, 1).connect(this.#context.destination);
  }

  hear(side: Side): void {
    const loud = side === 'both' ? BOTH : ONE;
    this.#others.gain.value = side === 'you' ? 0 : loud;
    this.#you.gain.value = side === 'others' ? 0 : loud;
  }

  /** A context that was made before anybody pressed anything begins asleep. */
  wake(): void {
    this.#context.resume().catch((error: unknown) => console.warn('no sound yet', error));
  }

  close(): void {
    this.#context.close().catch((error: unknown) => console.warn('sound stays open', error));
  }
}
