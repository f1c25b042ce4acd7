import { render } from 'preact';
import type { BannerPress, BannerView } from '../../src/model/banner.ts';
import { Banner } from '../../src/ui/banner/banner.tsx';
import { guardPresses } from './presence.ts';

declare const __ATR_OPEN_SHADOW__: boolean;

/** How often it is looked whether the page has put a control under the banner, ms. */
const LOOK_MS = 1000;

/** Host element of our banner in the meeting page; the attribute is how tests find it. */
const MARK = 'data-ask-to-record';

/**
 * Mounts the banner in a closed shadow root in the browser's top layer. A page that removes our element gets it back at the next
 * view; one that does so all the time gains nothing, because without an answer the gate stays shut.
 */
export class BannerHost {
  private host: HTMLElement | null = null;
  private root: ShadowRoot | null = null;
  private view: BannerView | null = null;
  private drawnAt = 0;
  private readonly mounted = { abort: new AbortController() };

  constructor(
    private readonly press: (press: BannerPress) => void,
    private readonly controls: () => readonly Element[],
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.remove());
    for (const old of document.querySelectorAll(`[${MARK}]`)) old.remove();
  }

  show(view: BannerView | null): void {
    this.view = view;
    if (!view) return this.remove();
    const root = this.mount(view.style);
    this.drawnAt = performance.now();
    const controls = () => this.controls().map(boxOnScreen);
    render(<Banner view={view} press={(press: BannerPress) => this.press(press)} controls={controls} />, root);
  }

  /** Puts back what the page took away, be it only the place in the top layer, and makes way for what the page shows now. */
  keep(): void {
    if (!this.view) return;
    const shown = this.host?.matches(':popover-open');
    if (!shown) this.remove();
    if (!shown || performance.now() - this.drawnAt > LOOK_MS) this.show(this.view);
  }

  private mount(style: string): ShadowRoot {
    if (this.root && this.host?.isConnected) return this.root;
    const host = document.createElement('div');
    host.setAttribute(MARK, '');
    host.setAttribute('popover', 'manual');
    host.style.cssText = 'all: initial';
    const root = host.attachShadow({ mode: __ATR_OPEN_SHADOW__ ? 'open' : 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    document.documentElement.append(host);
    host.showPopover();
    this.mounted.abort = new AbortController();
    guardPresses(root, host, this.mounted.abort.signal);
    this.host = host;
    this.root = root;
    return root;
  }

  private remove(): void {
    this.mounted.abort.abort();
    if (this.root) render(null, this.root);
    this.host?.remove();
    this.host = null;
    this.root = null;
  }
}

/** Of an element in a frame of the page too. The page itself may be a frame in another one: the banner is in it all the same. */
function boxOnScreen(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  const frame = element.ownerDocument === document ? null : element.ownerDocument.defaultView?.frameElement;
  if (!frame) return box;
  const outer = boxOnScreen(frame);
  return new DOMRect(box.x + outer.x + frame.clientLeft, box.y + outer.y + frame.clientTop, box.width, box.height);
}
