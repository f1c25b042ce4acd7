import type { RequestView } from '../../model/panel.ts';
import { dateOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';

interface AskedForProps {
  readonly requests: readonly RequestView[];
  readonly intents: Pick<PanelIntents, 'openPerson' | 'openRecords'>;
}

/** A participant asks for what is held of them: one quiet line, and the way to where it is answered. */
export function AskedFor({ requests, intents }: AskedForProps) {
  const [first, ...others] = requests;
  if (!first) return null;
  const date = dateOf(first.due);
  const name = first.name === '' ? t('name.erased') : nameOf(first.name);
  const alone = others.length === 0;
  return (
    <div class="asked-for small">
      <p>
        {alone
          ? t(`panel.asked.${first.what}`, { name, date })
          : t('panel.asked.several', { n: requests.length, date })}
      </p>
      <button
        type="button"
        class="button plain tight"
        onClick={() => (alone ? intents.openPerson(first.log, first.participant) : intents.openRecords())}
      >
        {alone ? t('requests.person') : t('act.records')}
      </button>
    </div>
  );
}
