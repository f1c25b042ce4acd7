import type { SettingProblem } from '../../model/settings.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

/** Every bad path and what is wrong with it. A path is somebody else's words: it cannot turn the sentence around it. */
export function Problems({ problems }: { readonly problems: readonly SettingProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul class="dots">
      {problems.map(({ path, fault }, i) => (
        <li key={`${path} ${i}`}>
          {t('fault.line', { path: path === '' ? t('settings.bad.whole') : nameOf(path), fault: t(`fault.${fault}`) })}
        </li>
      ))}
    </ul>
  );
}
