import { t } from '../words/speak.ts';

interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly change: (value: number) => void;
}

export function Stepper({ label, value, least, most, change }: StepperProps) {
  return (
    <fieldset class="stepper">
      <legend class="unseen">{label}</legend>
      <button
        type="button"
        class="button"
        aria-label={t('do.fewer')}
        aria-disabled={value <= least}
        onClick={() => value > least && change(value - 1)}
      >
        −
      </button>
      <output class="figures">{value}</output>
      <button
        type="button"
        class="button"
        aria-label={t('do.oneMore')}
        aria-disabled={value >= most}
        onClick={() => value < most && change(value + 1)}
      >
        +
      </button>
    </fieldset>
  );
}
