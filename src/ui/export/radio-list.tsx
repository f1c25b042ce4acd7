interface RadioListProps<Value extends string> {
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly why: string }[];
  readonly choose: (value: Value) => void;
}

/** One of a few, each with a sentence of what it means. */
export function RadioList<Value extends string>({ name, value, choices, choose }: RadioListProps<Value>) {
  return (
    <>
      {choices.map((one) => (
        <div key={one.value} class="kind">
          <label class="yes">
            <input
              type="radio"
              name={name}
              value={one.value}
              checked={one.value === value}
              aria-describedby={`why-${name}-${one.value}`}
              onChange={() => choose(one.value)}
            />
            <b>{one.label}</b>
          </label>
          <p class="small soft" id={`why-${name}-${one.value}`}>
            {one.why}
          </p>
        </div>
      ))}
    </>
  );
}
