import { useSignal } from '@preact/signals';
import type { InlineEditor } from 'ckeditor5';
import { useEffect, useRef } from 'preact/hooks';
import { called, tell } from './state.ts';
import { say } from './words.ts';

/** The real CKEditor 5. What is sent is the editor's own document, never what the page looks like. */
export function Composer() {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<InlineEditor | null>(null);
  const written = useSignal(false);

  function send(): void {
    const text = textOf(editor.current?.getData() ?? '');
    if (!text) return;
    tell(text);
    editor.current?.setData('');
  }

  useEffect(() => {
    const within = place.current?.appendChild(document.createElement('div'));
    if (!within) return undefined;
    const opening = openEditor(within, send).then((opened) => {
      opened.model.document.on('change:data', () => {
        written.value = textOf(opened.getData()) !== '';
      });
      editor.current = opened;
      return opened;
    });
    return () => void opening.then((opened) => opened.destroy());
    // Once: CKEditor lives as long as the panel.
  }, []);

  return (
    <div class="composer">
      <div ref={place} class="editor" />
      <button
        type="button"
        data-tid="newMessageCommands-send"
        name="send"
        aria-label={say.send}
        disabled={!written.value}
        onClick={send}
      >
        ➤
      </button>
    </div>
  );
}

async function openEditor(within: HTMLElement, enter: () => void): Promise<InlineEditor> {
  const { Bold, Essentials, InlineEditor, Paragraph } = await import('./ckeditor.ts');
  const editor = await InlineEditor.create(within, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Bold],
    label: say.type,
  });
  editor.editing.view.change((writer) => {
    const root = editor.editing.view.document.getRoot();
    if (root) writer.setAttribute('data-tid', called('ckeditor'), root);
  });
  editor.keystrokes.set('Enter', (_event, cancel) => {
    cancel();
    enter();
  });
  return editor;
}

/** A document as text. What CKEditor gives is HTML, and the page's policy keeps it from reading HTML: so it is taken apart by hand. */
function textOf(html: string): string {
  return html
    .replace(/<br>|<\/p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
