import { signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Line } from '../../room.ts';

/** What its server would tell it, which the page around it does. */
interface Told {
  readonly lines: readonly Line[];
  readonly you: string;
  readonly look: 'known' | 'strange' | 'no';
}
const told = signal<Told>({ lines: [], you: '', look: 'known' });

/** Google Chat as it is known where it stands alone, or in a way that nobody knows. */
function Chat() {
  const { lines, you, look } = told.value;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => end.current?.scrollTo(0, end.current.scrollHeight));
  if (look === 'strange') return <p>{lines.map(({ text }) => text).join(' / ') || 'I agree'}</p>;
  return (
    <>
      <div class="lines" ref={end}>
        {lines.map(({ id, from, name, text }, n) => (
          <div key={id} data-topic-id={id} data-id={id}>
            {lines[n - 1]?.from !== from && (
              <div class="sender" data-name={from === you ? 'You' : name} data-member-id={`user/human/${from}`}>
                {from === you ? 'You' : name}
              </div>
            )}
            <div class="words" {...{ jsname: 'bgckF' }}>
              {text}
            </div>
          </div>
        ))}
      </div>
      <Field />
    </>
  );
}

/** What is typed is its own business: no framework watches it. Enter sends. */
function Field() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: what people write in is no field of a form there either.
    <div
      class="field"
      {...{ jsname: 'yrriRe', g_editable: 'true' }}
      role="textbox"
      contentEditable
      tabIndex={0}
      aria-multiline="true"
      aria-label="History is on"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        const text = event.currentTarget.textContent ?? '';
        if (text.trim() === '') return;
        event.currentTarget.textContent = '';
        void window.tellRoom({ what: 'say', text });
      }}
    />
  );
}

addEventListener('message', ({ origin, data }) => {
  if (origin === 'https://meet.google.com') told.value = data;
});
const root = document.getElementById('app');
if (root) render(<Chat />, root);
