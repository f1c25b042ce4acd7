import { useState } from 'preact/hooks';
import { Confirm } from '../controls/confirm.tsx';
import { t } from '../words/speak.ts';
import { DoingWord } from './doing-word.tsx';
import { EraseWords } from './erase-words.tsx';
import type { ShownPerson } from './intents.ts';
import type { PersonProps } from './person.tsx';

/** What the host can do for them: another name, their no, and to forget them. */
export function Deeds(props: PersonProps & { people: readonly ShownPerson[] }) {
  const { people, doing, intents } = props;
  const [asking, setAsking] = useState<'withdraw' | 'erase' | null>(null);
  const [name, setName] = useState('');
  const gone = people.every(({ record }) => record.erased);
  const held = people.some(({ beside }) => beside.held);
  const live = people.some(({ record }) => record.live);
  const no = people.every(({ record }) => record.state === 'withdrawn' || record.state === 'refused');
  const close = () => setAsking(null);
  return (
    <>
      <section class="block" aria-labelledby="name-title">
        <h2 id="name-title">{t('person.name')}</h2>
        <p class="small soft">{t('person.name.why')}</p>
        <form
          class="actions"
          onSubmit={(event) => {
            event.preventDefault();
            intents.correct(name);
          }}
        >
          <label class="field">
            <span class="small">{t('person.name.new')}</span>
            <input
              class="text"
              value={name}
              maxLength={200}
              disabled={gone}
              dir="auto"
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button" disabled={gone || name.trim() === ''}>
            {t('person.name.do')}
          </button>
        </form>
        <DoingWord doing={doing} what="name" />
      </section>
      <section class="block" aria-labelledby="withdraw-title">
        <h2 id="withdraw-title">{t('person.withdraw')}</h2>
        <p class="small soft">{live ? t('person.withdraw.live') : t('person.withdraw.why')}</p>
        {asking === 'withdraw' ? (
          <Confirm
            yes={t('person.withdraw.yes')}
            confirm={() => {
              close();
              intents.withdraw();
            }}
            back={close}
          >
            <p>{t('person.withdraw.sure')}</p>
          </Confirm>
        ) : (
          <div class="actions">
            <button type="button" class="button" disabled={no} onClick={() => setAsking('withdraw')}>
              {t('person.withdraw.do')}
            </button>
            {no && <span class="small soft">{t('person.withdraw.already')}</span>}
          </div>
        )}
        <DoingWord doing={doing} what="withdraw" />
      </section>
      <section class="block" aria-labelledby="erase-title">
        <h2 id="erase-title">{t('person.erase')}</h2>
        {asking === 'erase' ? (
          <Confirm
            yes={t('person.erase.yes')}
            confirm={() => {
              close();
              intents.erase();
            }}
            back={close}
          >
            <EraseWords people={people} />
          </Confirm>
        ) : (
          <>
            <p class="small soft">{t('person.erase.why')}</p>
            {held && <p class="word-only">{t('person.erase.held')}</p>}
            {live && <p class="word-only">{t('person.erase.live')}</p>}
            <div class="actions">
              <button type="button" class="button" disabled={gone || held || live} onClick={() => setAsking('erase')}>
                {t('person.erase.do')}
              </button>
              {gone && <span class="small soft">{t('person.erase.already')}</span>}
            </div>
          </>
        )}
        <DoingWord doing={doing} what="erase" />
        {doing.state === 'done' && doing.what === 'erase' && people.some(({ record }) => record.exports.length > 0) && (
          <p>
            <a href="#left-title">{t('person.erase.tell')}</a>
          </p>
        )}
      </section>
    </>
  );
}
