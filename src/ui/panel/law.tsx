import type { PersonView } from '../../model/panel.ts';
import type { RequirementView } from '../../model/requirement.ts';
import { dayOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { LawFlags } from './law-flags.tsx';
import { LawReason } from './law-reason.tsx';
import { answerOf } from './law-sentence.ts';

interface LawProps {
  readonly requirement: RequirementView;
  readonly people: readonly PersonView[];
  /** false: the page has no chat that can be read. */
  readonly chat: boolean;
  readonly openPlaces: (code: string | null) => void;
  readonly openSettings: () => void;
}

/** Who must agree, and why: one sentence first, then what to know beside it, and the whole chain one press away. */
export function Law({ requirement, people, chat, openPlaces, openSettings }: LawProps) {
  const { reasons, signedOff, floor, noLegalMinimum } = requirement;
  return (
    <section class="block law" aria-labelledby="law-title">
      <h2 id="law-title">{t('law.title')}</h2>
      <p aria-live="polite">
        <b>{answerOf(requirement, people)}</b>
      </p>
      {floor === 'legal-minimum' && noLegalMinimum.length > 0 && (
        <div class="soft">
          <p>{t('minimum.not')}</p>
          <ul class="listed">
            {noLegalMinimum.map((why) => (
              <li key={why}>{t(`minimum.${why}`)}</li>
            ))}
          </ul>
        </div>
      )}
      <LawFlags requirement={requirement} chat={chat} openSettings={openSettings} />
      <details>
        <summary>{t('chain.title', { n: reasons.length })}</summary>
        <ol class="chain small">
          {reasons.map((reason, index) => (
            <LawReason key={index} reason={reason} people={people} openPlaces={openPlaces} />
          ))}
        </ol>
        <button type="button" class="button plain tight" onClick={() => openPlaces(null)}>
          {t('places.open')}
        </button>
      </details>
      <p class="small soft">
        {signedOff === null ? t('law.advisory') : t('law.signed', { by: signedOff.by, date: dayOf(signedOff.on) })}
      </p>
    </section>
  );
}
