import type { Flag, RequirementView } from '../../model/requirement.ts';
import { t } from '../words/speak.ts';

interface LawFlagsProps {
  readonly requirement: RequirementView;
  /** false: the page has no chat that can be read. */
  readonly chat: boolean;
  readonly openSettings: () => void;
}

/** What is mended in the settings. */
const IN_SETTINGS: ReadonlySet<string> = new Set<Flag>(['basis-unset', 'basis-mismatch']);

/** What the host must know beside the rule, each with what to do about it. */
export function LawFlags({ requirement, chat, openSettings }: LawFlagsProps) {
  const warnings = warningsOf(requirement);
  if (warnings.length === 0) return null;
  return (
    <ul class="flags" aria-label={t('law.know')}>
      {warnings.map((flag) => (
        <li key={flag}>
          <p>
            <b>{t(`flag.${flag}`)}</b>
          </p>
          <p class="soft">{t(flag === 'location-unknown' && !chat ? 'aloud.places' : `flag.${flag}.next`)}</p>
          {IN_SETTINGS.has(flag) && (
            <button type="button" class="button plain tight" onClick={openSettings}>
              {t('law.settings')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Specially protected data are a reason of the rule and no flag of the engine; the host must know of them all the same. */
export function warningsOf({ flags, reasons }: RequirementView): readonly (Flag | 'special-category')[] {
  return reasons.some(({ because }) => because === 'special-category') ? [...flags, 'special-category'] : flags;
}
