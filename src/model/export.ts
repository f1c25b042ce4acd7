/** What an export can be made of, in the order of the screen. Each is one file of a zip, or a folder of them (`kantara`, `receipts`). */
export const EXPORT_FORMATS = ['report', 'csv', 'json', 'dpv', 'kantara', 'receipts'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * Whose names are in it. full: names and words as they were. pseudonyms: codes in their place, the same for one person throughout one export
 * and others in the next. none: neither names nor codes nor words; who answered is told apart by the keys of the log alone.
 */
export const NAMINGS = ['full', 'pseudonyms', 'none'] as const;
export type Naming = (typeof NAMINGS)[number];

/** What an export as an age file is locked with. */
export const LOCKS = ['passphrase', 'recipients'] as const;
export type Lock = (typeof LOCKS)[number];

/** An export is for somebody, in the host's words, and to keys of theirs: so many characters of both together. */
export const FOR_WHOM_MAX = 2000;
