/** What can be wrong with a log as it lies in the database. Each has one sentence in the locale (`damage.…`). */
export const DAMAGES = [
  /** An entry was changed, is missing, or does not follow the one before. */
  'entry',
  /** The log says another end of itself than its entries have. */
  'head',
  /** What it takes to append to the tree is not that of the entries. */
  'tree',
  /** A name or some words do not open, or are not what the entry is committed to. */
  'words',
  /** Something that was signed of it cannot be read, is not signed by this device, or is gone. */
  'checkpoint',
  /** The log is not the one that was signed at a time. */
  'fork',
  /** The device log is not in order. */
  'device',
] as const;
export type DamageKind = (typeof DAMAGES)[number];

export interface Damage {
  readonly what: DamageKind;
  /** null: of the device log. */
  readonly log: string | null;
  /** Entry that it was found at, or leaf of the device log; null when it is of the whole. */
  readonly index: number | null;
}

/** What the newest full check of a log, or of the device log, found. */
export interface CheckedLog {
  /** ms UTC when it ended. */
  readonly at: number;
  /** Entries, or leaves, that were there then. */
  readonly size: number;
  readonly damage: readonly Damage[];
}
