import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface KeepFocusProps {
  readonly class?: string;
  readonly children: ComponentChildren;
}

const TAKES_FOCUS = 'button:not([aria-disabled="true"]), video, audio, input, [tabindex]';

/**
 * When the button that was pressed makes way for something else (Save for Cancel, Play for the player), whoever works with the keyboard
 * goes on from there and not from the top of the page. The focus is only kept, never taken from elsewhere.
 */
export function KeepFocus({ class: name, children }: KeepFocusProps) {
  const box = useRef<HTMLDivElement>(null);
  const had = useRef(false);
  useLayoutEffect(() => {
    if (!had.current || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>(TAKES_FOCUS)?.focus({ preventScroll: true });
  });
  // An element that is taken away may say goodbye on its way out; it is no longer to be seen then, and that is no leaving.
  const leave = ({ target, relatedTarget }: FocusEvent) => {
    const stays = relatedTarget instanceof Node && box.current?.contains(relatedTarget);
    if (!stays && target instanceof Element && target.isConnected) had.current = false;
  };
  return (
    <div
      class={name}
      ref={box}
      onFocusIn={() => {
        had.current = true;
      }}
      onFocusOut={leave}
    >
      {children}
    </div>
  );
}
