/**
 * What a recording is opened for. saved: as a file, which `exported` says as well. copied: for a voice-masked copy. reviewed: what
 * reviewers wrote about it.
 */
export const ACCESSES = ['played', 'saved', 'copied', 'reviewed'] as const;
export type Access = (typeof ACCESSES)[number];
