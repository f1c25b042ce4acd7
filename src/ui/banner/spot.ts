/** px from the edges of the window, and between the places that are tried. */
const MARGIN = 12;
const STEP = 44;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a box of this size covers least of what must not be covered; null when it covers nothing where it is, or nothing less elsewhere.
 * The top comes before the bottom, and the right edge before the left one, before the middle.
 */
export function freeSpot(
  box: Box,
  taken: readonly Box[],
  room: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } | null {
  // Members of a DOMRect are not its own: spreading one gives nothing.
  const { width, height } = box;
  if (width === 0 || height === 0) return null;
  // Pushed off the screen by the page's own rules: where it would land is not known, and presses on it do not count.
  const pushed = box.x < -1 || box.y < -1 || box.x + width > room.width + 1 || box.y + height > room.height + 1;
  if (pushed) return null;
  let least = covered(box, taken);
  let best: { x: number; y: number } | null = null;
  const [right, bottom] = [room.width - width - MARGIN, room.height - height - MARGIN];
  for (let y = MARGIN; y <= bottom && least > 0; y += STEP) {
    for (const x of [right, MARGIN, Math.round((room.width - width) / 2)]) {
      const covers = covered({ x, y, width, height }, taken);
      if (covers >= least || x < 0) continue;
      least = covers;
      best = { x, y };
    }
  }
  return best;
}

/** px² of the box that lie over any of the others. */
function covered(box: Box, taken: readonly Box[]): number {
  let area = 0;
  for (const other of taken) {
    const across = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
    const down = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
    if (across > 0 && down > 0) area += across * down;
  }
  return area;
}
