/** What a host or an organisation must know beside the rule. Closed, and in this order wherever flags are listed. */
export const FLAGS = [
  'announce-on-recording',
  'announce-on-recording-unless-all-written',
  'location-unknown',
  'location-conflict',
  'basis-unset',
  'basis-mismatch',
  'employee-imbalance',
  'guardian-consent',
  'biometric-written-release',
  'non-party-recorder',
] as const;
export type Flag = (typeof FLAGS)[number];

export function inOrder(flags: ReadonlySet<Flag>): Flag[] {
  return FLAGS.filter((flag) => flags.has(flag));
}
