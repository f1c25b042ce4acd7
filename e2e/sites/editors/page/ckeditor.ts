import { Bold, Essentials, InlineEditor, Paragraph } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import type { Open } from './composer.ts';

export const open: Open = async (element, enter) => {
  const editor = await InlineEditor.create(element, { licenseKey: 'GPL', plugins: [Essentials, Paragraph, Bold] });
  editor.keystrokes.set('Enter', (_event, cancel) => {
    cancel();
    enter();
  });
  return {
    text: () => lines(editor.getData()),
    clear: () => editor.setData(''),
    lock: () => editor.enableReadOnlyMode('locked'),
    changed: (heard) => void editor.model.document.on('change:data', heard),
  };
};

/** The document as text. What it holds is HTML, and a page whose policy keeps it from reading HTML takes it apart by hand. */
function lines(html: string): string {
  return html
    .replace(/<br>|<\/p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
