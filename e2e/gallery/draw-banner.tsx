import { render } from 'preact';
import type { AnswerPress, AskedView, BannerPress, BannerView } from '../../src/model/banner.ts';
import { Banner } from '../../src/ui/banner/banner.tsx';

const POSTING_MS = 400;
const places = [
  ['US-CA', 'California'],
  ['DE', 'Germany'],
] as const;

const becomes = {
  agree: 'agreed',
  decline: 'declined',
  withdraw: 'withdrawn',
  later: 'later',
  again: 'requested',
  details: 'requested',
} as const satisfies Record<AnswerPress['press'], AskedView['state']>;

/** As the content script mounts it, over a page that looks a little like a meeting; the root is open for the checker's sake. */
export function drawBanner(app: HTMLElement, view: BannerView, before: BannerView | null): ShadowRoot {
  const tiles = ['Ana', 'Bob', 'Chidi', 'Dilek'].map((name) => (
    <div key={name} class="tile">
      {name}
    </div>
  ));
  render(
    <main class="stage" aria-label="Meeting">
      {tiles}
    </main>,
    app,
  );
  const host = document.createElement('div');
  host.setAttribute('data-ask-to-record', '');
  host.setAttribute('popover', 'manual');
  host.style.cssText = 'all: initial';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(view.style);
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);
  host.showPopover();
  if (before) show(root, before);
  show(root, view);
  return root;
}

/** Answers every press as a worker would whose chat takes each message at once, so that the banner can be tried out. */
function show(root: ShadowRoot, view: BannerView): void {
  const press = (pressed: BannerPress) => {
    if (pressed.press === 'where') return show(root, { ...view, where: { ...view.where, places } });
    if (pressed.press === 'place') {
      const line = `You are in: ${places.find(([code]) => code === pressed.place)?.[1]}`;
      return show(root, { ...view, where: { ...view.where, line, chosen: pressed.place } });
    }
    // It opens a page of its own, and changes nothing here.
    if (pressed.press === 'mine') return;
    const state = becomes[pressed.press];
    if (state === 'later' || state === 'requested') return show(root, changed(view, pressed, { state }));
    show(root, changed(view, pressed, { state: 'posting' }));
    setTimeout(() => show(root, changed(view, pressed, { state })), POSTING_MS);
  };
  render(<Banner view={view} press={press} />, root);
}

function changed(view: BannerView, { ask }: BannerPress, change: Partial<AskedView>): BannerView {
  return { ...view, asks: view.asks.map((asked) => (asked.ask === ask ? { ...asked, ...change } : asked)) };
}
