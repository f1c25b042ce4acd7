import { useId, useState } from 'preact/hooks';
import { NAMES_MAX } from '../../model/observation.ts';
import type { PanelView } from '../../model/panel.ts';
import { Word } from '../controls/word.tsx';
import { namesOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';
import { namesIn } from './names.ts';

/** Where the page does not show who is here, the host writes it down, and says so again when something may have changed. */
export function HostList({ view, intents }: { readonly view: PanelView; readonly intents: PanelIntents }) {
  const here = view.people.filter((person) => person.present && !person.self).map((person) => person.name);
  const open = view.because.some(({ reason }) => reason === 'roster-unknown' || reason === 'roster-partial');
  return (
    <section class="block" aria-labelledby="list-title">
      <h2 id="list-title">{t('list.title')}</h2>
      {open && here.length > 0 ? (
        <Word icon="people" says={t('list.again', { names: namesOf(here) })} next={t('list.again.next')}>
          <div class="actions">
            <button type="button" class="button primary tight" onClick={intents.listRight}>
              {t('list.right')}
            </button>
          </div>
        </Word>
      ) : (
        <p class="small soft">{t(here.length === 0 ? 'list.why' : 'list.yours')}</p>
      )}
      <Names here={here} add={intents.writeDown} />
    </section>
  );
}

interface NamesProps {
  readonly here: readonly string[];
  readonly add: (names: readonly string[]) => void;
}

function Names({ here, add }: NamesProps) {
  const field = useId();
  const [text, write] = useState('');
  const names = namesIn(text);
  const fresh = names.filter((name) => !here.includes(name));
  const twice = names.filter((name) => here.includes(name));
  const many = fresh.length > NAMES_MAX;
  const submit = (event: Event) => {
    event.preventDefault();
    if (fresh.length === 0 || many) return;
    add(fresh);
    write('');
  };
  // Enter begins the next name while a list is being written; a single name is one key away.
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <form class="field names" onSubmit={submit}>
      <label for={field}>{t('list.names')}</label>
      <textarea
        id={field}
        rows={here.length === 0 ? 4 : 2}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={keys}
      />
      <p class="problem" aria-live="polite">
        {many ? t('list.many', { n: NAMES_MAX }) : twice.length > 0 && t('list.twice', { names: namesOf(twice) })}
      </p>
      <button
        type="submit"
        class={`button tight ${here.length === 0 ? 'primary' : ''}`}
        aria-disabled={fresh.length === 0 || many}
      >
        {fresh.length === 0 ? t('list.add.none') : t('list.add', { n: fresh.length })}
      </button>
    </form>
  );
}
