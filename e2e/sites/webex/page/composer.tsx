import { useEffect, useRef } from 'preact/hooks';
import Quill from 'quill';
import { say } from './state.ts';
import { word } from './words.ts';

/** The real Quill. Enter sends, and so does the button. */
export function Composer() {
  const place = useRef<HTMLDivElement>(null);
  const quill = useRef<Quill | null>(null);
  const send = () => {
    const text = quill.current?.getText().trim() ?? '';
    if (text === '') return;
    say(text);
    quill.current?.setText('');
  };
  useEffect(() => {
    if (!place.current) return;
    const bindings = { enter: { key: 'Enter', handler: send } };
    quill.current = new Quill(place.current, { modules: { toolbar: false, keyboard: { bindings } } });
    quill.current.root.setAttribute('aria-label', word('write'));
  }, []);
  return (
    <div class="composer">
      <div id="quill-composer" ref={place} />
      <button type="button" aria-label={word('send')} onClick={send}>
        ➤
      </button>
    </div>
  );
}
