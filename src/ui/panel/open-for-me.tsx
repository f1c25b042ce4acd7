import type { Opening, PanelView } from '../../model/panel.ts';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';
import { listNeed } from './list-need.ts';

/** One click for what the host would otherwise open in the meeting page by hand. Nothing is opened without it. */
export function OpenForMe({ view, intents }: { readonly view: PanelView; readonly intents: PanelIntents }) {
  const what = opening(view);
  if (!what) return null;
  return (
    <div class="actions">
      <button type="button" class="button tight" onClick={() => intents.open(what)}>
        {t(`open.${what}`)}
      </button>
      <p class="small soft">
        {t(view.page?.opens === 'list-stays' && what !== 'chat' ? 'open.stays.why' : `open.${what}.why`)}
      </p>
    </div>
  );
}

function opening(view: PanelView): Opening | null {
  if (!view.page?.opens) return null;
  const need = listNeed(view);
  const list = need !== null && !need.counted;
  const chat = view.page.composer === 'closed';
  if (list && chat) return 'list-then-chat';
  return list ? 'list' : chat ? 'chat' : null;
}
