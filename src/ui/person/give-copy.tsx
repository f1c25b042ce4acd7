import { NOTES_MISSING } from '../../model/person.ts';
import { isLocked } from '../../model/vault.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { percentOf, Running } from '../controls/running.tsx';
import { Word } from '../controls/word.tsx';
import { FileMade } from '../records/file-made.tsx';
import { Icon } from '../style/icon.tsx';
import { Unlock } from '../vault/unlock.tsx';
import { t } from '../words/speak.ts';
import type { ShownPerson } from './intents.ts';
import type { PersonProps } from './person.tsx';

type GiveCopyProps = Pick<PersonProps, 'saving' | 'missing' | 'vault' | 'unlocking' | 'intents'> & {
  readonly people: readonly ShownPerson[];
};

/** A copy of what is held about them (GDPR art. 15(3)). What reviewers wrote is sealed: it is unlocked first, or the copy says that it is missing. */
export function GiveCopy({ people, saving, missing, vault, unlocking, intents }: GiveCopyProps) {
  const notes = people.reduce((sum, { beside }) => sum + beside.notes, 0);
  const locked = notes > 0 && vault !== null && isLocked(vault);
  return (
    <section class="block" aria-labelledby="copy-title">
      <h2 id="copy-title">{t('person.copy')}</h2>
      <p class="small soft">{t('person.copy.why')}</p>
      {notes > 0 && <p class="small soft">{t('person.copy.notes')}</p>}
      <KeepFocus class="copy-act">
        {saving.state === 'running' ? (
          <Running
            label={t('person.copy')}
            share={saving.share}
            says={percentOf(saving.share)}
            cancel={intents.cancelSave}
          />
        ) : locked ? (
          <>
            <p class="word-only">{t('person.copy.locked', { n: notes })}</p>
            <Unlock vault={vault} doing={unlocking} intents={intents} />
            <div class="without">
              <button type="button" class="button" onClick={() => intents.save(false)}>
                <Icon name="save" size={18} />
                {t('person.copy.without')}
              </button>
              <p class="small soft">{t('person.copy.without.why')}</p>
            </div>
          </>
        ) : (
          <div class="actions">
            <button type="button" class="button" onClick={() => intents.save(true)}>
              <Icon name="save" size={18} />
              {t('person.copy.do')}
            </button>
          </div>
        )}
      </KeepFocus>
      <FileMade saving={saving} />
      {saving.state === 'done' &&
        NOTES_MISSING.map((why) => {
          const n = missing.reduce((sum, one) => sum + (one.why === why ? one.n : 0), 0);
          return (
            n > 0 && (
              <Word
                key={why}
                says={t('person.copy.missing', { n })}
                next={t(`person.copy.missing.${why}`)}
                icon="note"
              />
            )
          );
        })}
    </section>
  );
}
