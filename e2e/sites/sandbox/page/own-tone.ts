import { playClockTone } from './clock-tone.ts';
import type { SampleMicrophone } from './microphone.ts';
import { address } from './switches.ts';

/**
 * With `?hear=own` this page plays its own tone too. It goes over no network, so what a recording of the tab holds of it was sounding
 * at that moment; everybody else's voice may have waited seconds in a buffer.
 */
export function ownTone(): Pick<SampleMicrophone, 'setNumber' | 'resume' | 'stop'> | null {
  if (!address.hearOwn) return null;
  const context = new AudioContext();
  const tone = playClockTone(context, context.destination);
  return {
    setNumber: (number) => tone.setNumber(number),
    resume: () => void context.resume(),
    stop: () => {
      tone.stop();
      void context.close();
    },
  };
}
