import { useId } from 'preact/hooks';
import type { BannerTexts } from '../../model/banner.ts';

const MOST = 50;

interface CompanyProps {
  readonly texts: BannerTexts;
  readonly people: number;
  readonly least: number;
  readonly busy: boolean;
  readonly count: (people: number) => void;
}

/** How many people sit at this microphone. The two small buttons repeat for the mouse what the field does by arrow keys. */
export function Company({ texts, people, least, busy, count }: CompanyProps) {
  const field = useId();
  const set = (n: number) => {
    if (Number.isInteger(n)) count(Math.min(MOST, Math.max(least, n)));
  };
  return (
    <div class="company">
      <p>{texts.company}</p>
      <label for={field}>{texts.companyCount}</label>
      <span class="stepper">
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          disabled={busy || people <= least}
          onClick={() => set(people - 1)}
        >
          −
        </button>
        <input
          id={field}
          type="number"
          inputMode="numeric"
          min={least}
          max={MOST}
          value={people}
          disabled={busy}
          onChange={(event) => set(event.currentTarget.valueAsNumber)}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          disabled={busy || people >= MOST}
          onClick={() => set(people + 1)}
        >
          +
        </button>
      </span>
    </div>
  );
}
