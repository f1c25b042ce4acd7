/**
 * Something to be checked, as a face of the verifier has it: a file on a disk, one that was dropped on a page, or a part of a zip. Nothing is
 * read before it is asked for, and never more than was asked for.
 */
export interface Source {
  /** As its reader knows it, with folders before it and `/` between. */
  readonly name: string;
  /** bytes */
  readonly size: number;
  /** The bytes from `from` up to `to`, which is not among them. Rejects when they cannot be read. */
  readonly bytes: (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** The last part of a name. */
export function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** The folder that a name is in, with its `/`; '' at the top. */
export function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

/** The text of UTF-8, or null for other bytes. A byte order mark stays, so that it is found. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
