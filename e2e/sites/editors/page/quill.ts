import Quill from 'quill';
import type { Open } from './composer.ts';

export const open: Open = (element, enter) => {
  const binding = {
    key: 'Enter',
    handler() {
      enter();
      return false;
    },
  };
  const quill = new Quill(element, { modules: { toolbar: false, keyboard: { bindings: { send: binding } } } });
  return {
    text: () => quill.getText(),
    clear: () => quill.setText(''),
    lock: () => quill.disable(),
    changed: (heard) => void quill.on('text-change', heard),
  };
};
