/**
 * Where one can begin to read in the middle of a WebM that has no index, as a MediaRecorder writes it: a header, then clusters of unknown
 * size, each of which begins with its time (RFC 9559). Chunks are cut anywhere, in the middle of a number too.
 */
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75] as const;
/** Bytes from the beginning of a cluster to the end of its time, at the most: id 4, size 8, id 1, size 1, time 8. */
export const CLUSTER_HEAD = 22;
const SEGMENT = 0x18538067;
const CLUSTER_ID = 0x1f43b675;
const UNKNOWN = -1;

/** at: of its first byte. ms: its time. */
export interface Cluster {
  readonly at: number;
  readonly ms: number;
}

/** Length of what stands before the first cluster, or null when these bytes do not reach that far. */
export function headerLength(bytes: Uint8Array): number | null {
  let at = 0;
  while (at < bytes.length) {
    const id = numberAt(bytes, at, true);
    const size = id && numberAt(bytes, at + id.length, false);
    if (!id || !size) return null;
    if (id.value === CLUSTER_ID) return at;
    const inside = at + id.length + size.length;
    // The segment holds all that follows; everything else before the first cluster has a size and is passed over.
    if (id.value === SEGMENT) at = inside;
    else if (size.value === UNKNOWN) return null;
    else at = inside + size.value;
  }
  return null;
}

/** Clusters that begin in the first `length` bytes, with their time; what follows these may hold the rest of the last one's head. */
export function clustersIn(bytes: Uint8Array, length = bytes.length): Cluster[] {
  const found: Cluster[] = [];
  for (let at = bytes.indexOf(CLUSTER[0]); at !== -1 && at < length; at = bytes.indexOf(CLUSTER[0], at + 1)) {
    const ms = clusterTime(bytes, at);
    if (ms !== null) found.push({ at, ms });
  }
  return found;
}

function clusterTime(bytes: Uint8Array, at: number): number | null {
  if (!CLUSTER.every((byte, i) => bytes[at + i] === byte)) return null;
  const size = numberAt(bytes, at + 4, false);
  const time = size && at + 4 + size.length;
  if (time === null || bytes[time] !== 0xe7) return null;
  const length = numberAt(bytes, time + 1, false);
  if (!length || length.value < 1 || length.value > 8 || time + 2 + length.value > bytes.length) return null;
  let ms = 0;
  for (let i = 0; i < length.value; i++) ms = ms * 256 + (bytes[time + 2 + i] ?? 0);
  return ms;
}

/** A number of EBML (RFC 8794 section 4), with its marker where it is an id. -1: all bits are set, which says that a size is unknown. */
function numberAt(bytes: Uint8Array, at: number, id: boolean): { value: number; length: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return null;
  let value = id ? first : first & (0xff >> length);
  let open = !id && value === 0xff >> length;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i] ?? 0;
    open &&= byte === 0xff;
    value = value * 256 + byte;
  }
  return { value: open ? UNKNOWN : value, length };
}
