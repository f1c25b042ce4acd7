import { useId } from 'preact/hooks';

interface StripProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly choose: (value: Value) => void;
  /** Already said by something else on the screen. */
  readonly labelUnseen?: boolean;
}

/** One of a few, all in sight. */
export function Strip<Value extends string>({ label, value, choices, choose, labelUnseen = false }: StripProps<Value>) {
  const name = useId();
  return (
    <fieldset class="field">
      <legend class={labelUnseen ? 'unseen' : ''}>{label}</legend>
      <div class="strip">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => choose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
