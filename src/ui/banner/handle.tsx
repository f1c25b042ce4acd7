import type { RefObject } from 'preact';
import type { BannerTexts } from '../../model/banner.ts';
import type { Place } from './place.ts';

const STEP = 16;
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Where the banner is taken hold of: dragged with a pointer, or moved by arrow keys. */
export function Handle({ texts, place }: { readonly texts: BannerTexts; readonly place: RefObject<Place | null> }) {
  const keys = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    // The meeting page has shortcuts of its own on arrow keys.
    event.preventDefault();
    event.stopPropagation();
    place.current?.moveBy(...step);
  };
  const grab = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    place.current?.grab(event.clientX, event.clientY);
  };
  return (
    <button
      type="button"
      class="handle"
      aria-label={texts.move}
      title={texts.move}
      onKeyDown={keys}
      onPointerDown={grab}
      onPointerMove={(event) => place.current?.drag(event.clientX, event.clientY)}
      onPointerUp={() => place.current?.drop()}
      onPointerCancel={() => place.current?.drop()}
    >
      <svg viewBox="0 0 8 16" width="8" height="16" aria-hidden="true" focusable="false">
        {[3, 8, 13].map((y) => (
          <g key={y} fill="currentColor">
            <circle cx="2" cy={y} r="1.2" />
            <circle cx="6" cy={y} r="1.2" />
          </g>
        ))}
      </svg>
    </button>
  );
}
