import type { Text } from './speak.ts';

/** The player of a recording. */
export const playerEn = {
  'player.opening': 'Opening the recording',
  'player.play': 'Play on',
  'player.pause': 'Pause',
  'player.back': 'Back 10 s',
  'player.forward': 'On 10 s',
  'player.place': 'Place in the recording',
  'player.place.at': '{at} of {total}, {time} on the clock',
  'player.clock': '{time} on the clock',
  'player.waiting': 'Reading…',
  'player.soundOnly': 'Only sound was recorded here.',
  'player.speed': 'Speed',
  'player.times': '{n}×',
  'player.volume': 'Volume',
  'player.mute': 'Mute',
  'player.side': 'Whom you hear',
  'player.side.both': 'Everyone',
  'player.side.you': 'You',
  'player.side.others': 'The others',
  'player.skip': 'Pass over silence',
  'player.skip.found': '({span} found so far)',
  'player.keys':
    'Keys: K or Space plays and pauses, ← → 5 seconds, J L 10 seconds, < > speed, M mute, 0 to 9 tenths, Home and End, I and O mark.',
} satisfies Record<string, Text>;
