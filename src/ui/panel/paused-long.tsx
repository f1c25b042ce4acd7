import { PAUSE_REMINDER_MS, type PauseView } from '../../model/panel.ts';
import { Word } from '../controls/word.tsx';
import { t } from '../words/speak.ts';
import { useNow } from './use-now.ts';

const LOOK_MS = 1000;

/** After a while the host is reminded, once: it stays paused until they press. In a live region, so no figure in it may change. */
export function PausedLong({ pause }: { readonly pause: PauseView }) {
  const isLong = useNow(LOOK_MS) - pause.since >= PAUSE_REMINDER_MS;
  return isLong ? <Word icon="pause" says={t('paused.long')} next={t('paused.long.next')} /> : null;
}
