interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** null: any. */
  readonly value: Value | null;
  readonly any: string;
  readonly choices: readonly (readonly [Value, string])[];
  readonly choose: (value: Value | null) => void;
}

/** One of many, or any of them. */
export function Choice<Value extends string>({ label, value, any, choices, choose }: ChoiceProps<Value>) {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        class="select"
        value={value ?? ''}
        onChange={(event) => choose((event.currentTarget.value || null) as Value | null)}
      >
        <option value="">{any}</option>
        {choices.map(([one, says]) => (
          <option key={one} value={one}>
            {says}
          </option>
        ))}
      </select>
    </label>
  );
}
