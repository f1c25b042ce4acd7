import type { KeepingView } from '../../model/keeping.ts';
import type { MeetingSummary } from '../../model/record.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { nextToGo } from './next-to-go.ts';

interface SoonLineProps {
  readonly meetings: readonly MeetingSummary[];
  readonly keeping: KeepingView;
  /** null: the list is on the screen already. */
  readonly see: (() => void) | null;
}

const WEEK_MS = 7 * 86_400_000;

/** The quiet reminder: said once, on the page where one can do something about it. */
export function SoonLine({ meetings, keeping, see }: SoonLineProps) {
  const n = nextToGo(meetings, keeping.holds).filter(
    ({ what, at, held }) => what === 'media' && !held && at - keeping.now < WEEK_MS,
  ).length;
  if (n === 0) return null;
  return (
    <p class="hint soon">
      <Icon name="clock" size={18} />
      <span>
        {t('next.soon', { n })}{' '}
        {see && (
          <button type="button" class="button plain tight" onClick={see}>
            {t('next.soon.see')}
          </button>
        )}
      </span>
    </p>
  );
}
