import type { PanelView } from '../../model/panel.ts';
import { t } from '../words/speak.ts';
import { Doubt } from './doubt.tsx';
import type { PanelIntents } from './intents.ts';

/** Things seen that might be answers. */
export function Doubts({ view, intents }: { readonly view: PanelView; readonly intents: PanelIntents }) {
  if (view.doubts.length === 0) return null;
  return (
    <section class="block" aria-labelledby="doubts-title">
      <h2 id="doubts-title">{t('doubts.title')}</h2>
      <ul class="rows">
        {view.doubts.map((doubt) => (
          <li key={doubt.doubt}>
            <Doubt doubt={doubt} people={view.people} settle={intents.settle} />
          </li>
        ))}
      </ul>
    </section>
  );
}
