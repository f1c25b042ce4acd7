import { useId, useRef, useState } from 'preact/hooks';
import { Handle } from './handle.tsx';
import type { LineProps } from './line.ts';
import { Shape } from './shape.tsx';
import { Where } from './where.tsx';

/** The quiet line that stays: what is happening, what I answered, and the one thing that I can still do. */
export function Mark({ ask, several, texts, where, press, place }: LineProps) {
  const sure = useId();
  const [asking, askSure] = useState(false);
  const withdraw = useRef<HTMLButtonElement>(null);
  const own =
    ask.state === 'later' || ask.state === 'ended' || ask.state === 'requested' || ask.state === 'not-sent'
      ? ''
      : texts[ask.state];
  const over = ask.mark === 'ended' || ask.state === 'ended';
  const canWithdraw = ask.state === 'agreed' && !over;
  const canAnswer = !over && (ask.state === 'later' || ask.state === 'declined' || ask.state === 'withdrawn');
  const keep = () => {
    askSure(false);
    withdraw.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // The meeting page has a meaning of its own for Escape.
    event.preventDefault();
    event.stopPropagation();
    keep();
  };
  return (
    <section class="mark" aria-label={`${ask.asker}: ${ask.markText}`}>
      <Handle texts={texts} place={place} />
      <Shape mark={ask.mark} />
      <p>
        <b>{ask.markText}</b>
        {several && <bdi>{ask.asker}</bdi>}
        {own && (
          <>
            <span>{own}</span>
            <button type="button" class="mine" onClick={() => press({ press: 'mine', ask: ask.ask })}>
              {texts.mine}
            </button>
          </>
        )}
      </p>
      {canWithdraw && (
        <button
          type="button"
          ref={withdraw}
          data-first
          aria-expanded={asking}
          aria-controls={sure}
          onClick={() => askSure(!asking)}
        >
          {texts.withdraw}
        </button>
      )}
      {canAnswer && (
        <button type="button" data-first onClick={() => press({ press: 'again', ask: ask.ask })}>
          {texts.laterAgain}
        </button>
      )}
      {!over && <Where where={where} ask={ask.ask} press={press} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from whichever of its buttons has the focus */}
      <div class="sure" id={sure} hidden={!canWithdraw || !asking} onKeyDown={keys}>
        <p>{texts.withdrawSure}</p>
        <button type="button" onClick={() => press({ press: 'withdraw', ask: ask.ask })}>
          {texts.withdrawYes}
        </button>
        <button type="button" onClick={keep}>
          {texts.withdrawNo}
        </button>
      </div>
    </section>
  );
}
