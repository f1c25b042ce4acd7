import { useId } from 'preact/hooks';

interface ToldDayProps {
  readonly label: string;
  /** YYYY-MM-DD of this computer's calendar; '' while none is chosen. */
  readonly day: string;
  /** ms UTC: no later day can be chosen. */
  readonly now: number;
  readonly set: (day: string) => void;
}

/** A day that has been, on which somebody was told something. */
export function ToldDay({ label, day, now, set }: ToldDayProps) {
  const id = useId();
  return (
    <div class="field told-day">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="text"
        type="date"
        required
        max={calendarDay(now)}
        value={day}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </div>
  );
}

/** YYYY-MM-DD where this computer is. */
export function calendarDay(ms: number): string {
  const date = new Date(ms);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
