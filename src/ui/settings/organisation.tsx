import type { SettingsView } from '../../model/settings.ts';
import { Word } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { dayOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { Problems } from './problems.tsx';

interface OrganisationProps {
  readonly view: SettingsView;
  /** Version of the rules that are in use. */
  readonly rules: number;
}

/** Who else decides here, how the rules stand, and what could not be understood. */
export function Organisation({ view, rules }: OrganisationProps) {
  const { locked, lockedBy, signOff, problems } = view;
  return (
    <>
      {locked.length > 0 && (
        <p class="hint">
          <Icon name="lock" />
          <span>
            {lockedBy === null ? t('settings.managed.someone') : t('settings.managed', { by: nameOf(lockedBy) })}
          </span>
        </p>
      )}
      {problems.organisation.length > 0 && (
        <Word says={t('settings.bad.organisation')} next={t('settings.bad.organisation.next')}>
          <Problems problems={problems.organisation} />
        </Word>
      )}
      {problems.stored.length > 0 && (
        <Word says={t('settings.bad.stored')} next={t('settings.bad.stored.next')}>
          <Problems problems={problems.stored} />
        </Word>
      )}
      <p class="hint">
        <Icon name="log" />
        <span>
          {signOff === null
            ? t('settings.unsigned')
            : t(signOff.version === rules ? 'settings.signed' : 'settings.signed.other', {
                version: signOff.version,
                by: nameOf(signOff.by),
                on: dayOf(signOff.on),
              })}
        </span>
      </p>
    </>
  );
}
