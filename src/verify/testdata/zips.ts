import { type Zippable, zipSync } from 'fflate';

/** Zips as an honest program writes them, and as somebody writes them who means harm. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 9 = 9): Uint8Array<ArrayBuffer> {
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries(files))
    zippable[name] = [typeof content === 'string' ? new TextEncoder().encode(content) : content, { level }];
  return new Uint8Array(zipSync(zippable));
}

/** Where the parts of a zip begin: its end, each line of its directory, and each file's own head. */
export interface Places {
  readonly end: number;
  readonly entries: readonly number[];
  readonly heads: readonly number[];
}

export function placesIn(zip: Uint8Array): Places {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const entries: number[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < view.getUint16(end + 10, true); n++) {
    entries.push(at);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { end, entries, heads: entries.map((entry) => view.getUint32(entry + 42, true)) };
}

/** The zip with little-endian numbers written over it. bytes: 2 or 4. */
export function patched(
  zip: Uint8Array,
  ...patches: readonly { readonly at: number; readonly bytes: 2 | 4; readonly value: number }[]
): Uint8Array<ArrayBuffer> {
  const changed = Uint8Array.from(zip);
  const view = new DataView(changed.buffer);
  for (const { at, bytes, value } of patches)
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  return changed;
}

/** A name of the same length in the place of another, in both places where it stands. */
export function renamed(
  zip: Uint8Array,
  which: number,
  name: string,
  where: 'both' | 'head' = 'both',
): Uint8Array<ArrayBuffer> {
  const { entries, heads } = placesIn(zip);
  const changed = Uint8Array.from(zip);
  const bytes = new TextEncoder().encode(name);
  changed.set(bytes, (heads[which] ?? 0) + 30);
  if (where === 'both') changed.set(bytes, (entries[which] ?? 0) + 46);
  return changed;
}
