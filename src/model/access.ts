/** What a recording is opened for. saved: as a file, which `exported` says as well. */
export const ACCESSES = ['played', 'saved'] as const;
export type Access = (typeof ACCESSES)[number];
