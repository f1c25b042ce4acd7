import { writeRich } from '../../../src/platforms/page/type-rich.ts';

/** The content script of the editors' test: what an adapter would call, under a name for the test. */
declare global {
  var writes: (text: string) => Promise<boolean>;
}

globalThis.writes = (text) => {
  const page = document.querySelector<HTMLIFrameElement>('#inner')?.contentDocument ?? document;
  return writeRich(
    {
      editor: () => page.querySelector<HTMLElement>('.tiptap, .ql-editor, .ck-content'),
      send: () => page.querySelector('button'),
    },
    text,
    new AbortController().signal,
  );
};
