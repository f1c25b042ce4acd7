import { DEVICE_FAULTS } from '../log/device-bundle.ts';
import type { Meaning } from './meanings.ts';

/** What is checked of a device log. FORMAT.md section 17 has one line for each. */
export const DEVICE_CHECKS = [
  ...DEVICE_FAULTS,
  'device-leaf',
  'device-chain',
  'device-opening',
  'device-key',
  'device-signature',
  'device-root',
  'device-stories',
  'device-meetings',
  'device-continued',
] as const;
export type DeviceCheck = (typeof DEVICE_CHECKS)[number];

/** What cannot be known from it, and a reader must be told. */
export const DEVICE_LIMITS = ['device-hidden', 'device-went-on', 'device-tail', 'device-whose-key'] as const;
export type DeviceLimit = (typeof DEVICE_LIMITS)[number];

export const DEVICE_MEANINGS: Readonly<Record<DeviceCheck, Meaning>> = {
  'device-limits': {
    holds: 'The file is of a size that a device log can have.',
    fails: 'The file is far larger or more deeply nested than any device log. It was not read.',
  },
  'device-json': {
    holds: 'The file is whole JSON text.',
    fails: 'This cannot be read as a device log: the file is damaged, cut off, or something else.',
  },
  'device-version': {
    holds: 'It is a device log of a version that this program knows.',
    fails: 'It is no device log of a version that this program knows.',
  },
  'device-shape': {
    holds: 'The file has exactly the parts that a device log has.',
    fails: 'Something in the file is missing, unknown, or of the wrong kind.',
  },
  'device-leaf': {
    holds: 'Every line of the device log is spelt in the one way that is allowed.',
    fails: 'A line of the device log was changed or damaged.',
  },
  'device-chain': {
    holds: 'Each line continues the very one before it, and the times run forward.',
    fails: 'A line of the device log was changed, added, left out or moved.',
  },
  'device-opening': {
    holds: 'What each line says of a meeting’s log is what was written down then.',
    fails: 'What a line says of a meeting’s log is not what was written down then.',
  },
  'device-key': {
    holds: 'The file names the key that it is signed with.',
    fails: 'The key that the file names is none.',
  },
  'device-signature': {
    holds: 'The device signed it, and it is this device’s own log.',
    fails: 'The signature was not made by the key in the file, or not for this device log.',
  },
  'device-root': {
    holds: 'It is the very device log that was signed, whole.',
    fails: 'It is not the device log that was signed: lines were changed, or left out at the end.',
  },
  'device-stories': {
    holds: 'No meeting’s log was signed in two versions.',
    fails: 'A meeting’s log was signed in two versions: it was rewritten or cut off in between.',
  },
  'device-meetings': {
    holds: 'All that was signed of the meetings that were given along is in it.',
    fails:
      'Something that was signed of a meeting that was given along is not in it: the meeting was left out of the device log.',
  },
  'device-continued': {
    holds: 'It continues the device log that somebody kept earlier.',
    fails: 'It does not continue the device log that somebody kept earlier: it was rewritten or cut off since.',
  },
};

export const DEVICE_LIMIT_MEANINGS: Readonly<Record<DeviceLimit, string>> = {
  'device-hidden': 'Which meetings some of the lines are about was left out of this file.',
  'device-went-on':
    'The device signed a longer version of this meeting’s log than the one that was given along: that one is older, or its end was cut off.',
  'device-tail':
    'Whether the device log went on after its last line cannot be seen from this file. A copy of it from a later time would show it.',
  'device-whose-key':
    'Whose key it is, the file cannot say. Compare the fingerprint with the person who says that it is theirs.',
};
