import type { PanelView } from '../../model/panel.ts';
import { CopyWords } from '../controls/copy-words.tsx';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';

/** What the chat did not take, to be pasted by hand. */
export function Unsent({ view, intents }: { readonly view: PanelView; readonly intents: PanelIntents }) {
  if (view.unsent.length === 0) return null;
  return (
    <section class="block" aria-labelledby="unsent-title">
      <h2 id="unsent-title">{t('unsent.title')}</h2>
      <ul class="rows">
        {view.unsent.map(({ post, text, outcome }) => (
          <li key={post}>
            <p>{t(`unsent.${outcome}`)}</p>
            <CopyWords words={text} label={t(`unsent.${outcome}`)} copied={() => intents.copied(post)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
