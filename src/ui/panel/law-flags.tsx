import type { Flag, RequirementView } from '../../model/requirement.ts';
import { t } from '../words/speak.ts';

/** What the host must know beside the rule, each with what to do about it. */
export function LawFlags({ requirement }: { readonly requirement: RequirementView }) {
  const warnings = warningsOf(requirement);
  if (warnings.length === 0) return null;
  return (
    <ul class="flags" aria-label={t('law.know')}>
      {warnings.map((flag) => (
        <li key={flag}>
          <p>
            <b>{t(`flag.${flag}`)}</b>
          </p>
          <p class="soft">{t(`flag.${flag}.next`)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Specially protected data are a reason of the rule and no flag of the engine; the host must know of them all the same. */
export function warningsOf({ flags, reasons }: RequirementView): readonly (Flag | 'special-category')[] {
  return reasons.some(({ because }) => because === 'special-category') ? [...flags, 'special-category'] : flags;
}
