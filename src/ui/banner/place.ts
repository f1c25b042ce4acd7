import { freeSpot } from './spot.ts';

const EDGE = 8;

/**
 * Where on the screen the banner stands. The position is written into a style sheet of our own closed root, where a page that
 * styles our element cannot overrule it. Kept from the nearest edges, so that a mark that grows into a card grows inwards.
 */
export class Place {
  private readonly sheet = new CSSStyleSheet();
  private readonly host: HTMLElement;
  private held: { readonly dx: number; readonly dy: number } | null = null;
  private moved = false;
  private byHand = false;

  constructor(private readonly root: ShadowRoot) {
    this.host = root.host as HTMLElement;
    root.adoptedStyleSheets.push(this.sheet);
  }

  grab(x: number, y: number): void {
    const { left, top } = this.host.getBoundingClientRect();
    this.held = { dx: x - left, dy: y - top };
  }

  drag(x: number, y: number): void {
    if (!this.held) return;
    this.byHand = true;
    this.put(x - this.held.dx, y - this.held.dy);
  }

  drop(): void {
    this.held = null;
  }

  moveBy(dx: number, dy: number): void {
    const { left, top } = this.host.getBoundingClientRect();
    this.byHand = true;
    this.put(left + dx, top + dy);
  }

  /** Back into the window after it, or the banner, has changed size. */
  clamp(): void {
    if (!this.moved) return;
    const { left, top } = this.host.getBoundingClientRect();
    this.put(left, top);
  }

  /** Off the page's controls; where somebody has put it by hand, it stays. */
  avoid(controls: readonly DOMRect[]): void {
    if (this.byHand || this.held) return;
    const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const spot = freeSpot(this.host.getBoundingClientRect(), controls, room);
    if (spot) this.put(spot.x, spot.y);
  }

  remove(): void {
    this.root.adoptedStyleSheets = this.root.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }

  private put(left: number, top: number): void {
    const { width, height } = this.host.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const x = between(EDGE, left, clientWidth - width - EDGE);
    const y = between(EDGE, top, window.innerHeight - height - EDGE);
    const across = x + width / 2 < clientWidth / 2 ? `left:${x}px` : `right:${clientWidth - x - width}px;left:auto`;
    const bottom = window.innerHeight - y - height;
    const down =
      y + height / 2 < (clientHeight || window.innerHeight) / 2 ? `top:${y}px` : `bottom:${bottom}px;top:auto`;
    const rules = `inset:auto;${across};${down}`.replaceAll(';', '!important;');
    this.sheet.replaceSync(`:host{${rules}!important}`);
    this.moved = true;
  }
}

function between(low: number, n: number, high: number): number {
  return Math.round(Math.max(low, Math.min(n, high)));
}
