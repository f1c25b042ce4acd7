/** What a recording is opened for. saved: as a file, which `exported` says as well. copied: for a voice-masked copy. */
export const ACCESSES = ['played', 'saved', 'copied'] as const;
export type Access = (typeof ACCESSES)[number];
