import { t } from '../words/speak.ts';

interface RunningProps {
  readonly label: string;
  /** 0..1 */
  readonly share: number;
  readonly says: string;
  readonly cancel: () => void;
}

/** Something that takes a while: how far it is, and the way out of it. Whole percents, so that nothing is read aloud all the time. */
export function Running({ label, share, says, cancel }: RunningProps) {
  return (
    <div class="running">
      <progress max={100} value={Math.floor(share * 100)} aria-label={label} />
      <span class="figures">{says}</span>
      <button type="button" class="button tight" onClick={cancel}>
        {t('do.cancel')}
      </button>
    </div>
  );
}

export function percentOf(share: number): string {
  return `${Math.floor(share * 100)} %`;
}
