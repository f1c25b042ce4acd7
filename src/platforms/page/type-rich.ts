import { isShown } from './first.ts';
import { until } from './type-in.ts';

/** Where a site's messages are written, found anew each time: sites build their editors anew. */
export interface RichComposer {
  /** The element that is `contenteditable`; it may stand in a frame of the same origin. */
  readonly editor: () => HTMLElement | null;
  /** null: there is no button, and Enter sends. */
  readonly send: () => HTMLElement | null;
  /** The button takes a press: for sites that say so by a class only. Left out, it is what `disabled` or `aria-disabled` says. */
  readonly ready?: () => boolean;
}

/** How long the page may take to draw what was put in, to wake its button, or to empty the editor after sending, ms. */
const DRAW_MS = 1000;
/** How long an editor may take to tell its selection; it hears of it in a task of its own, ms. */
const SELECT_MS = 150;

/**
 * Puts one message into a rich editor (Tiptap, Quill, CKEditor 5) and sends it. The text goes in as a paste, the only thing that all
 * of them take into their own document and that an isolated world can bring about (measured: e2e/sites/editors). Its lines stay lines. A
 * human's unsent draft is cut out before, by the editor itself, which knows best how to write it down, and pasted back afterwards.
 *
 * @returns false: there is no editor on the screen, it did not take the text, or the site did not send it; the draft is back
 */
export async function writeRich(composer: RichComposer, text: string, signal: AbortSignal): Promise<boolean> {
  const editor = composer.editor();
  if (!editor || !isShown(editor) || !editor.isContentEditable) return false;
  const back = focusKept(editor);
  const draft = isEmpty(editor) ? null : await cutOut(editor, signal);
  const put = await putIn(editor, text, signal);
  const taken = put && (await sent(composer, text, signal));
  const now = composer.editor();
  if (now && (draft || !taken)) await restore(now, draft, !put || holds(now, text));
  back();
  return taken;
}

async function sent(composer: RichComposer, text: string, signal: AbortSignal): Promise<boolean> {
  const ready = await until(composer.ready ?? (() => !isDisabled(composer.send())), DRAW_MS, signal);
  if (!ready || signal.aborted) return false;
  const button = composer.send();
  if (button) button.click();
  else composer.editor()?.dispatchEvent(new KeyboardEvent('keydown', ENTER));
  // An editor that is gone did not refuse: whether the message was sent is told by its echo.
  return until(() => !holds(composer.editor(), text), DRAW_MS, signal);
}

/** Old editors look at the code. */
const ENTER = { key: 'Enter', code: 'Enter', keyCode: 13, which: 13, bubbles: true, cancelable: true, composed: true };

function isDisabled(button: Element | null): boolean {
  return button !== null && (button.matches(':disabled') || button.getAttribute('aria-disabled') === 'true');
}

/** A paste first. What comes after it has no lines, and is tried in the order of who hears what: CKEditor, then everybody but CKEditor. */
function waysIn(editor: HTMLElement, text: string): (() => unknown)[] {
  const data = text.replace(/\s*\n\s*/gu, ' ');
  return [
    () => paste(editor, plain(text)),
    () => editor.dispatchEvent(new InputEvent('beforeinput', { ...CANCELABLE, inputType: 'insertText', data })),
    // CKEditor would show the text and know nothing of it.
    () => editor.matches('.ck-content') || editor.ownerDocument.execCommand('insertText', false, data),
  ];
}

async function putIn(editor: HTMLElement, text: string, signal: AbortSignal): Promise<boolean> {
  for (const way of waysIn(editor, text)) {
    if (signal.aborted) return false;
    await selectAll(editor);
    way();
    if (await until(() => holds(editor, text), DRAW_MS / 2, signal)) return true;
  }
  return false;
}

const CANCELABLE = { bubbles: true, cancelable: true, composed: true } as const;

function plain(text: string): DataTransfer {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  return data;
}

function paste(editor: HTMLElement, clipboardData: DataTransfer): void {
  editor.dispatchEvent(new ClipboardEvent('paste', { ...CANCELABLE, clipboardData }));
}

/** What a human has written and not sent, as the editor itself would put it on a clipboard; the editor is empty afterwards. */
async function cutOut(editor: HTMLElement, signal: AbortSignal): Promise<DataTransfer> {
  const clipboardData = new DataTransfer();
  const [html, text] = [editor.innerHTML, editor.innerText];
  await selectAll(editor);
  editor.dispatchEvent(new ClipboardEvent('cut', { ...CANCELABLE, clipboardData }));
  await until(() => isEmpty(editor), DRAW_MS / 2, signal);
  // An editor that hears of no cut still has its text, and the next paste goes over it.
  if (!clipboardData.types.includes('text/html')) clipboardData.setData('text/html', html);
  if (!clipboardData.types.includes('text/plain')) clipboardData.setData('text/plain', text);
  return clipboardData;
}

/**
 * The draft comes back in place of our text, or beside what a human has written in this moment. Where the page's policy keeps the
 * editor from reading HTML, or the site keeps a paste from it, its words come back without their form.
 *
 * @param clear what stands there now is ours, whole or in part
 */
async function restore(editor: HTMLElement, draft: DataTransfer | null, clear: boolean): Promise<void> {
  const never = new AbortController().signal;
  if (clear && !isEmpty(editor)) {
    await selectAll(editor);
    editor.dispatchEvent(new ClipboardEvent('cut', { ...CANCELABLE, clipboardData: new DataTransfer() }));
    if (!(await until(() => isEmpty(editor), DRAW_MS / 2, never))) {
      await selectAll(editor);
      editor.ownerDocument.execCommand('delete');
    }
  }
  if (!draft) return;
  const before = bare(editor);
  for (const way of [() => paste(editor, draft), ...waysIn(editor, draft.getData('text/plain'))]) {
    way();
    if (await until(() => bare(editor) !== before, DRAW_MS / 2, never)) return;
  }
}

/** Editors hear of a selection by its event, which comes later, and only while they have the focus. */
async function selectAll(editor: HTMLElement): Promise<void> {
  const { ownerDocument: page } = editor;
  editor.focus({ preventScroll: true });
  // Where the window is not in front (the host has just pressed a button of the panel), nobody tells the editor of its focus.
  if (!page.hasFocus()) for (const type of ['focus', 'focusin']) editor.dispatchEvent(new FocusEvent(type));
  const told = new Promise<void>((resolve) => {
    page.addEventListener('selectionchange', () => resolve(), { once: true });
    setTimeout(resolve, SELECT_MS);
  });
  page.getSelection()?.selectAllChildren(editor);
  await told;
}

/** What had the focus gets it back. */
function focusKept(editor: HTMLElement): () => void {
  const pages = [editor.ownerDocument, editor.ownerDocument.defaultView?.frameElement?.ownerDocument];
  const had = pages.map((page) => page?.activeElement as HTMLElement | null | undefined);
  return () => {
    for (const [n, page] of pages.entries()) {
      const now = page?.activeElement as HTMLElement | null | undefined;
      if (now === had[n]) continue;
      now?.blur();
      had[n]?.focus({ preventScroll: true });
    }
  };
}

function holds(editor: HTMLElement | null, text: string): boolean {
  return editor !== null && bare(editor) === bare(text);
}

/** Placeholders are attributes. Pictures count, but for the one with which ProseMirror holds a line open. */
function isEmpty(editor: HTMLElement): boolean {
  return bare(editor) === '' && !editor.querySelector('img:not(.ProseMirror-separator)');
}

/** Editors change white space, and hold places open with characters that nobody sees. */
function bare(of: HTMLElement | string): string {
  return (typeof of === 'string' ? of : of.textContent).replace(/[\s\u200b\u2060\ufeff]/gu, '');
}
