/** What a site does around its editor. */
export interface Composer {
  readonly within: HTMLElement;
  /** Without a button only Enter sends. */
  readonly button: boolean;
  /** How long the button sleeps after a change, ms; longer than anybody waits, it never wakes. */
  readonly wakesMs: number;
  /** Characters that the site lets stand in its editor: it throws away what is longer. */
  readonly limit: number;
  /** Nobody may write. */
  readonly locked: boolean;
  /** false: the site does not take the message, and leaves it in the editor. */
  readonly send: (text: string) => boolean;
}

/** What an editor tells the site around it. */
export interface Editor {
  /** The text of its document, a line each. */
  readonly text: () => string;
  readonly clear: () => void;
  readonly lock: () => void;
  readonly changed: (heard: () => void) => void;
}

/** The editor calls the returned function when Enter was pressed. */
export type Open = (within: HTMLElement, enter: () => void) => Editor | Promise<Editor>;

/** A page loads the one that it shows. */
const EDITORS: Readonly<Record<string, () => Promise<{ readonly open: Open }>>> = {
  tiptap: () => import('./tiptap.ts'),
  quill: () => import('./quill.ts'),
  ckeditor: () => import('./ckeditor.ts'),
};

export async function openComposer(name: string, composer: Composer): Promise<void> {
  const { within, button, wakesMs, limit, locked, send } = composer;
  const load = EDITORS[name];
  if (!load) throw new Error(`no editor ${name}`);
  const { open } = await load();
  const place = document.createElement('div');
  within.append(place);
  const editor = await open(place, submit);
  const sender = document.createElement('button');
  sender.textContent = 'Send';
  sender.addEventListener('click', submit);
  if (button) within.append(sender);
  let waking: ReturnType<typeof setTimeout>;
  const look = () => {
    sender.disabled = true;
    clearTimeout(waking);
    waking = setTimeout(() => {
      sender.disabled = editor.text().trim() === '';
    }, wakesMs);
  };
  editor.changed(() => {
    look();
    if (editor.text().length > limit) queueMicrotask(editor.clear);
  });
  look();
  if (locked) editor.lock();
  document.documentElement.dataset.ready = name;

  function submit(): void {
    const text = editor.text().trim();
    if (text !== '' && send(text)) editor.clear();
  }
}
