import { useRef } from 'preact/hooks';

/** px: less is a press by a hand that is not quite still. */
const STILL_PX = 6;

interface DragDeeds {
  /** 0..1 along the line. */
  readonly press: ((at: number) => void) | null;
  readonly drag: ((from: number, to: number) => void) | null;
}

/** A press on a line, or a stretch of it that is drawn over. For a pointer; whoever works with keys has buttons for both. */
export function useDrag({ press, drag }: DragDeeds) {
  const begun = useRef<{ readonly x: number; moved: boolean } | null>(null);
  const share = ({ currentTarget, x }: { readonly currentTarget: Element; readonly x: number }) => {
    const { left, right, width } = currentTarget.getBoundingClientRect();
    const along = (currentTarget.matches(':dir(rtl)') ? right - x : x - left) / Math.max(1, width);
    return Math.max(0, Math.min(1, along));
  };
  return {
    onPointerDown({ button, clientX, pointerId, currentTarget }: PointerEvent) {
      if (button !== 0 || !(currentTarget instanceof Element)) return;
      begun.current = { x: clientX, moved: false };
      currentTarget.setPointerCapture(pointerId);
    },
    onPointerMove({ clientX, currentTarget }: PointerEvent) {
      const from = begun.current;
      if (!from || !drag || !(currentTarget instanceof Element)) return;
      from.moved ||= Math.abs(clientX - from.x) > STILL_PX;
      if (!from.moved) return;
      const ends = [share({ currentTarget, x: from.x }), share({ currentTarget, x: clientX })];
      drag(Math.min(...ends), Math.max(...ends));
    },
    onPointerUp({ clientX, currentTarget }: PointerEvent) {
      const from = begun.current;
      begun.current = null;
      if (from && !from.moved && press && currentTarget instanceof Element) press(share({ currentTarget, x: clientX }));
    },
    onPointerCancel() {
      begun.current = null;
    },
  };
}
