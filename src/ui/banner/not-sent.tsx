import { useId, useRef, useState } from 'preact/hooks';
import { Handle } from './handle.tsx';
import type { LineProps } from './line.ts';
import { Shape } from './shape.tsx';

/** The page did not take our words: here they are, to be pasted by hand. */
export function NotSent({ ask, texts, press, place }: LineProps) {
  const title = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(ask.paste);
      setCopied(true);
    } catch {
      // The site may forbid the clipboard to everybody; selected text can still be copied with the keyboard.
      words.current?.select();
    }
  };
  return (
    <section class="card" role="dialog" aria-modal="false" aria-labelledby={title}>
      <header>
        <Handle texts={texts} place={place} />
        <Shape mark={ask.mark} />
        <h2 id={title}>{texts.notSent}</h2>
      </header>
      <div class="body">
        <textarea
          ref={words}
          readOnly
          rows={4}
          value={ask.paste}
          aria-labelledby={title}
          onFocus={(e) => e.currentTarget.select()}
        />
      </div>
      <footer>
        <button type="button" data-first onClick={copy}>
          {copied ? texts.copied : texts.copy}
        </button>
        <button type="button" onClick={() => press({ press: 'again', ask: ask.ask })}>
          {texts.laterAgain}
        </button>
      </footer>
    </section>
  );
}
