import { render } from 'preact';
import type { BannerPress, BannerView } from '../../src/model/banner.ts';
import { Banner } from '../../src/ui/banner/banner.tsx';
import { bannerCss } from '../../src/ui/banner/css.ts';
import { guardPresses } from './presence.ts';

declare const __ATR_OPEN_SHADOW__: boolean;

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
  private readonly mounted = { abort: new AbortController() };

  constructor(
    private readonly press: (press: BannerPress) => void,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.remove());
    for (const old of document.querySelectorAll(`[${MARK}]`)) old.remove();
  }

  show(view: BannerView | null): void {
    this.view = view;
    if (!view) return this.remove();
    const root = this.mount();
    render(<Banner view={view} press={(press: BannerPress) => this.press(press)} />, root);
  }

  /** Puts back what the page took away. */
  keep(): void {
    if (this.view && !this.host?.isConnected) {
      this.remove();
      this.show(this.view);
    }
  }

  private mount(): ShadowRoot {
    if (this.root && this.host?.isConnected) return this.root;
    const host = document.createElement('div');
    host.setAttribute(MARK, '');
    host.setAttribute('popover', 'manual');
    host.style.cssText = 'all: initial';
    const root = host.attachShadow({ mode: __ATR_OPEN_SHADOW__ ? 'open' : 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(bannerCss);
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
