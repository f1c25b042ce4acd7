import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type { Open } from './composer.ts';

export const open: Open = (element, enter) => {
  const editor = new Editor({
    element,
    extensions: [StarterKit],
    // Its style element would need a wider policy than real sites have.
    injectCSS: false,
    editorProps: {
      handleKeyDown(_view, event) {
        if (event.key !== 'Enter' || event.shiftKey) return false;
        enter();
        return true;
      },
    },
  });
  return {
    text: () => editor.getText({ blockSeparator: '\n' }),
    clear: () => void editor.commands.clearContent(true),
    lock: () => editor.setEditable(false),
    changed: (heard) => void editor.on('update', heard),
  };
};
