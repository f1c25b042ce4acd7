import { useState } from 'preact/hooks';
import type { FailureCode } from '../../model/failure.ts';
import type { MyConsent } from '../../model/my-consent.ts';
import { Pages } from '../controls/pages.tsx';
import { FailureWord } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { CheckFile } from './check-file.tsx';
import { ConsentCard } from './consent-card.tsx';
import { type Acting, type ConsentIntents, type Looking, rowKey } from './intents.ts';

const AT_ONCE = 25;

export interface ConsentsProps {
  /** Newest first; null: not read yet. */
  readonly rows: readonly MyConsent[] | null;
  /** Meetings that are open in a tab, by their hash. */
  readonly open: ReadonlySet<string>;
  /** By the key of an answer. */
  readonly fingerprints: ReadonlyMap<string, string>;
  readonly acting: Acting | null;
  readonly looking: Looking;
  /** What was removed last, as long as it can be put back. */
  readonly removed: MyConsent | null;
  readonly failure: FailureCode | null;
  /** ms UTC */
  readonly now: number;
  readonly intents: ConsentIntents;
}

/** What somebody agreed to in other people's meetings, and what proves it. A file can be dropped anywhere on the page. */
export function Consents(props: ConsentsProps) {
  const { rows, looking, removed, failure, intents } = props;
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) intents.check(file);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <main
      class={`consents ${over ? 'over' : ''}`}
      onDragOver={drag}
      onDragLeave={(event) => event.target === event.currentTarget && setOver(false)}
      onDrop={drop}
    >
      <header class="intro">
        <h1>{t('consents.title')}</h1>
        <p class="soft">{t('consents.why')}</p>
      </header>
      {failure && <FailureWord code={failure} />}
      {!rows && !failure && <p class="soft">{t('app.loading')}</p>}
      <div class="outcome" aria-live="polite">
        {removed && (
          <p class="undo">
            {t('consents.removed')}{' '}
            <button type="button" class="button tight" onClick={intents.undo}>
              <Icon name="back" size={16} />
              {t('consents.undo')}
            </button>
          </p>
        )}
      </div>
      {rows && rows.length === 0 && (
        <section class="empty">
          <Icon name="question" size={44} />
          <h2>{t('consents.none')}</h2>
          <p class="soft">{t('consents.none.more')}</p>
        </section>
      )}
      {rows && rows.length > 0 && (
        <>
          <CheckFile looking={looking} check={intents.check} cancel={intents.cancelCheck} />
          <Pages
            all={rows}
            size={AT_ONCE}
            list={t('consents.list')}
            draw={(part) => part.map((row) => <ConsentCard key={rowKey(row)} {...props} row={row} />)}
          />
        </>
      )}
    </main>
  );
}
