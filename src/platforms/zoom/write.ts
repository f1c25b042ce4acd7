import type { Composer } from '../../model/roster.ts';
import { first, isShown } from '../page/first.ts';
import { writeRich } from '../page/type-rich.ts';

/** Grade 2, both. */
export const EDITOR = ['.chat-rtf-box__editor-outer [contenteditable]', '.tiptap.ProseMirror[contenteditable]'];
const SEND = 'button.chat-rtf-box__send';
const ASLEEP = 'chat-rtf-box__send--disabled';
/** To whom the next message goes. Grade 2; whoever may write to everybody only has no button there. */
const RECEIVER = ['#chatReceiverMenu', '.chat-receiver-list__receiver', '.chat-receiver-list__read-only-receiver'];
/** "(Direct Message)" beside it. Grade 3. */
const PRIVATELY = '.chat-receiver-list__privately-chat';
/** "Hosts and panelists", "Host and co-hosts". English only, grade 3. */
const SOME = /^hosts?\b/iu;

/** names: everybody's who is known to be here. `private` as far as the page shows it; where it shows no receiver, there is one only. */
export function composer(view: Document, names: ReadonlySet<string>): Composer {
  const editor = first<HTMLElement>(view, EDITOR);
  if (!editor || !isShown(editor)) return 'closed';
  const receiver = first(view, RECEIVER)?.textContent.trim() ?? '';
  const marked = [...view.querySelectorAll(PRIVATELY)].some(isShown);
  if (marked || names.has(receiver) || SOME.test(receiver)) return 'private';
  return editor.isContentEditable ? 'ready' : 'locked';
}

export async function write(
  view: Document,
  names: ReadonlySet<string>,
  text: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (composer(view, names) !== 'ready') return false;
  const send = () => view.querySelector<HTMLElement>(SEND);
  return writeRich(
    {
      editor: () => first<HTMLElement>(view, EDITOR),
      send,
      ready: () => send()?.classList.contains(ASLEEP) !== true,
    },
    text,
    signal,
  );
}
