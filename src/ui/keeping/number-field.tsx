import { useId } from 'preact/hooks';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly change: (value: number) => void;
}

/** Days, from one on. NaN while nothing is in it. */
export function NumberField({ label, value, most, change }: NumberFieldProps) {
  const field = useId();
  return (
    <div class="field">
      <label for={field}>{label}</label>
      <input
        id={field}
        class="number"
        type="number"
        min={1}
        max={most}
        value={Number.isNaN(value) ? '' : value}
        onInput={(event) => change(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
