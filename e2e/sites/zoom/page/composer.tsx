import { useSignal } from '@preact/signals';
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useRef } from 'preact/hooks';
import { css, idOf, room, switches } from './state.ts';
import { word } from './words.ts';

/** The real Tiptap. Enter sends, and so does the button, which says by its class alone that it sleeps. */
export function Composer() {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const empty = useSignal(true);
  const send = () => {
    const text = editor.current?.getText({ blockSeparator: '\n' }).trim() ?? '';
    if (text === '') return;
    const { recipient } = switches.peek();
    void window.tellRoom({ what: 'say', text, ...(recipient && { to: recipient }) });
    editor.current?.commands.clearContent(true);
  };
  useEffect(() => {
    if (!place.current) return undefined;
    const made = new Editor({
      element: place.current,
      extensions: [StarterKit],
      injectCSS: false,
      editorProps: {
        attributes: { 'aria-label': word('write') },
        handleKeyDown(_view, event) {
          if (event.key !== 'Enter' || event.shiftKey) return false;
          send();
          return true;
        },
      },
      onUpdate: (now) => {
        empty.value = now.editor.isEmpty;
      },
    });
    editor.current = made;
    return () => made.destroy();
  }, []);
  const receiver = room.value.members.find(({ id }) => id === switches.value.recipient)?.name;
  return (
    <div class={css('chat-rtf-box__chat-textarea-wrapper', 'composer')}>
      <div class="soft">
        {word('to')}:{' '}
        <button type="button" {...idOf('chatReceiverMenu')} class={css('chat-receiver-list__receiver', 'pill')}>
          {receiver ?? word('everyone')}
        </button>
        {receiver !== undefined && <span class={css('chat-receiver-list__privately-chat')}>({word('privately')})</span>}
      </div>
      <div class={css('chat-rtf-box__editor-outer', 'editor')} ref={place} />
      <button
        type="button"
        class={css(`chat-rtf-box__send${empty.value ? ' chat-rtf-box__send--disabled' : ''}`, 'sender')}
        aria-label={word('send')}
        onClick={send}
      >
        ➤
      </button>
    </div>
  );
}
