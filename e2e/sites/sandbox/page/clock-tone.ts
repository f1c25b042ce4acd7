import { toneAt } from '../clock.ts';

export interface ClockTone {
  /** Silent before the participant number is known. */
  setNumber(number: number): void;
  stop(): void;
}

/** Timers of a hidden or starved page come late: so many seconds are planned ahead. */
const AHEAD = 10;
const LEVEL = 0.2;

/**
 * Plays the tone of the clock into `into`. Behind the last second that is planned comes silence: a page that is starved for longer says
 * nothing rather than an old second.
 */
export function playClockTone(context: AudioContext, into: AudioNode): ClockTone {
  const volume = new GainNode(context, { gain: 0 });
  const oscillator = new OscillatorNode(context);
  oscillator.connect(volume).connect(into);
  oscillator.start();
  let number = 0;

  const plan = () => {
    if (number === 0) return;
    const now = context.currentTime;
    const ms = Date.now();
    oscillator.frequency.cancelScheduledValues(now);
    oscillator.frequency.setValueAtTime(toneAt(ms, number), now);
    for (let ahead = 1; ahead <= AHEAD; ahead++) {
      const second = (Math.floor(ms / 1000) + ahead) * 1000;
      oscillator.frequency.setValueAtTime(toneAt(second, number), now + (second - ms) / 1000);
    }
    volume.gain.cancelScheduledValues(now);
    volume.gain.setTargetAtTime(LEVEL, now, 0.02);
    volume.gain.setTargetAtTime(0, now + AHEAD, 0.02);
  };
  const timer = setInterval(plan, 500);
  return {
    setNumber: (next) => {
      number = next;
      plan();
    },
    stop: () => clearInterval(timer),
  };
}
