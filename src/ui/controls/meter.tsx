import { t } from '../words/speak.ts';

/** Loudness below this is silence on the scale, dB. */
const FLOOR_DB = -60;

interface MeterProps {
  readonly label: string;
  /** RMS 0..1; null: switched off. */
  readonly level: number | null;
}

/** How loud something is, on a scale that follows the ear. */
export function Meter({ label, level }: MeterProps) {
  const decibels = 20 * Math.log10(Math.max(level ?? 0, 1e-6));
  const share = Math.round(100 * Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB)));
  const state = level === null ? t('meter.off') : t(share === 0 ? 'meter.silent' : 'meter.heard');
  return (
    <div class={`level ${level === null ? 'off' : ''}`}>
      <span>{label}</span>
      <meter aria-label={label} min={0} max={100} value={share} aria-valuetext={state} />
      <span class="soft">{state}</span>
    </div>
  );
}
