import type { CaptureView } from '../../model/panel.ts';
import { clockOf, sizeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

/** What this meeting's recording comes to while none runs. */
export function Kept({ capture }: { readonly capture: CaptureView }) {
  return (
    <p class="kept">
      {t('kept.title')} <b class="figures">{clockOf(capture.keptMs)}</b>
      <span class="soft">{t('kept.parts', { n: capture.segments, size: sizeOf(capture.keptBytes) })}</span>
    </p>
  );
}
