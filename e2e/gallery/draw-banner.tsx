import { render } from 'preact';
import type { BannerView } from '../../src/model/banner.ts';
import { Banner } from '../../src/ui/banner/banner.tsx';
import { bannerCss } from '../../src/ui/banner/css.ts';

/** As the content script mounts it, over a page that looks a little like a meeting; the root is open for the checker's sake. */
export function drawBanner(app: HTMLElement, view: BannerView, before: BannerView | null): ShadowRoot {
  render(
    <main class="stage" aria-label="Meeting">
      {['Ana', 'Bob', 'Chidi', 'Dilek'].map((name) => (
        <div key={name} class="tile">
          {name}
        </div>
      ))}
    </main>,
    app,
  );
  const host = document.createElement('div');
  host.setAttribute('data-ask-to-record', '');
  host.setAttribute('popover', 'manual');
  host.style.cssText = 'all: initial';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(bannerCss);
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);
  host.showPopover();
  if (before) render(<Banner view={before} press={() => undefined} />, root);
  render(<Banner view={view} press={() => undefined} />, root);
  return root;
}
