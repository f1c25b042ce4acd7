import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AskedView, BannerPress, BannerView } from '../../model/banner.ts';
import { Announcer } from './announcer.tsx';
import { AskCard } from './ask-card.tsx';
import { Mark } from './mark.tsx';
import { NotSent } from './not-sent.tsx';
import { Place } from './place.ts';

export interface BannerProps {
  readonly view: BannerView;
  readonly press: (press: BannerPress) => void;
  /** What of the page must not be covered, looked up at each drawing. */
  readonly controls?: () => readonly DOMRect[];
}

/**
 * What a participant sees in the meeting page: for each ask a card while it wants an answer, a quiet mark afterwards. Drawn inside a
 * shadow root; the root's host is the box that is placed on the screen (see css.ts). Never takes the focus from the page; it only
 * keeps the focus that it already had when what was pressed makes way for something else (never on an answer, so that Enter gives none).
 */
export function Banner({ view, press, controls }: BannerProps) {
  const box = useRef<HTMLElement>(null);
  const place = useRef<Place | null>(null);
  const pressed = useRef(false);
  const open = useRef(new Set<string>());

  const send = (sent: BannerPress) => {
    pressed.current = true;
    press(sent);
  };

  useLayoutEffect(() => {
    const root = box.current?.getRootNode();
    if (!(root instanceof ShadowRoot)) return;
    const placed = new Place(root);
    place.current = placed;
    const clamp = () => placed.clamp();
    window.addEventListener('resize', clamp);
    return () => {
      window.removeEventListener('resize', clamp);
      placed.remove();
    };
  }, []);

  useLayoutEffect(() => {
    place.current?.clamp();
    if (controls) place.current?.avoid(controls());
    const root = box.current?.getRootNode();
    if (!pressed.current || !(root instanceof ShadowRoot) || root.activeElement) return;
    const elsewhere = document.activeElement !== null && document.activeElement !== document.body;
    if (!elsewhere) root.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
  });

  return (
    <section class="stack" ref={box} aria-label={view.texts.region} lang={view.language} dir={view.direction}>
      {view.asks.map((ask) => {
        const props = { ask, several: view.asks.length > 1, texts: view.texts, where: view.where, press: send, place };
        const Line = lines[shape(ask, open.current)];
        return <Line key={ask.ask} {...props} />;
      })}
      <Announcer view={view} />
    </section>
  );
}

const lines = { card: AskCard, mark: Mark, 'not-sent': NotSent } as const;

/** An answer on its way keeps the shape in which it was given: the card of a yes, the mark of a withdrawal. */
function shape(ask: AskedView, open: Set<string>): keyof typeof lines {
  if (ask.state === 'requested') open.add(ask.ask);
  else if (ask.state !== 'posting') open.delete(ask.ask);
  if (ask.state === 'not-sent') return 'not-sent';
  return open.has(ask.ask) ? 'card' : 'mark';
}
