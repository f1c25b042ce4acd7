import { describe, expect, it } from 'vitest';
import { freeSpot } from './spot.ts';

const room = { width: 1280, height: 800 };
const banner = { x: 928, y: 12, width: 340, height: 50 };
const box = (x: number, y: number, width = 48, height = 48) => ({ x, y, width, height });

/** As the browser gives it: with members that are not its own. */
class Rect {
  constructor(private readonly box: typeof banner) {}
  get x() {
    return this.box.x;
  }
  get y() {
    return this.box.y;
  }
  get width() {
    return this.box.width;
  }
  get height() {
    return this.box.height;
  }
}

describe('the place of the banner', () => {
  it('is found for a rectangle of the browser’s', () => {
    expect(freeSpot(new Rect(banner), [new Rect(box(1220, 12))], room)).toEqual({ x: 12, y: 12 });
  });

  it('stays where it covers nothing', () => {
    expect(freeSpot(banner, [], room)).toBeNull();
    expect(freeSpot(banner, [box(0, 0), box(640, 740)], room)).toBeNull();
    expect(freeSpot(banner, [box(928 - 48, 12)], room), 'side by side is not covered').toBeNull();
  });

  it('goes to the other edge when a control is under it', () => {
    expect(freeSpot(banner, [box(1220, 12, 40, 40)], room)).toEqual({ x: 12, y: 12 });
  });

  it('goes below when the whole top is taken, and never out of the window', () => {
    const spot = freeSpot(banner, [box(0, 0, 1280, 64)], room);
    expect(spot?.y).toBeGreaterThanOrEqual(64);
    expect(freeSpot({ ...banner, x: 4 }, [box(0, 0, 360, 64)], { width: 352, height: 60 })).toBeNull();
  });

  it('covers as little as it can where all is taken', () => {
    const everywhere = Array.from({ length: 40 }, (_, n) => box(0, n * 20, 1280, 18));
    const spot = freeSpot(banner, [...everywhere, box(900, 0, 380, 400)], room);
    expect(spot?.x).toBe(12);
  });

  it('does not run after a page that pushes it off the screen', () => {
    expect(freeSpot({ ...banner, y: -30 }, [box(1220, 0)], room)).toBeNull();
    expect(freeSpot({ ...banner, x: 1000 }, [box(1220, 0)], room)).toBeNull();
  });

  it('does not move a banner that has no size yet', () => {
    expect(freeSpot({ x: 0, y: 0, width: 0, height: 0 }, [box(0, 0)], room)).toBeNull();
  });
});
