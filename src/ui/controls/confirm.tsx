import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../words/speak.ts';

interface ConfirmProps {
  readonly yes: string;
  readonly children: ComponentChildren;
  readonly confirm: () => void;
  readonly back: () => void;
}

/** Asks once more, in place, before something that hurts. The focus goes to the way back, so that Enter harms
 * nothing, and afterwards to where it came from. */
export function Confirm({ yes, children, confirm, back }: ConfirmProps) {
  const safe = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    safe.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    back();
  };
  return (
    <fieldset class="confirm" aria-label={yes} onKeyDown={keys}>
      {children}
      <div class="actions">
        <button type="button" class="button tight" onClick={confirm}>
          {yes}
        </button>
        <button type="button" class="button tight" ref={safe} onClick={back}>
          {t('do.back')}
        </button>
      </div>
    </fieldset>
  );
}
