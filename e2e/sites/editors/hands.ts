import { writeRich } from '../../../src/platforms/page/type-rich.ts';

/** The content script of the editors' test: what an adapter would call, under a name for the test. */
declare global {
  var writes: (text: string, stopMs: number | null) => Promise<boolean>;
}

globalThis.writes = (text, stopMs) => {
  const page = document.querySelector<HTMLIFrameElement>('#inner')?.contentDocument ?? document;
  return writeRich(
    {
      editor: () => page.querySelector<HTMLElement>('.tiptap, .ql-editor, .ck-content'),
      send: () => page.querySelector('button'),
    },
    text,
    stopMs === null ? new AbortController().signal : AbortSignal.timeout(stopMs),
  );
};
