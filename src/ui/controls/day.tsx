import { calendarDay } from './told-day.tsx';

const DAY_MS = 86_400_000;

interface DayProps {
  readonly label: string;
  /** ms UTC; null: not chosen. */
  readonly at: number | null;
  /** The last moment of the day, not the first. */
  readonly end: boolean;
  readonly set: (at: number | null) => void;
}

/** A day of this computer's calendar. */
export function Day({ label, at, end, set }: DayProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        class="text"
        type="date"
        value={at === null ? '' : calendarDay(at)}
        onChange={({ currentTarget: { value } }) => {
          const midnight = new Date(`${value}T00:00:00`).getTime();
          set(Number.isNaN(midnight) ? null : end ? midnight + DAY_MS - 1 : midnight);
        }}
      />
    </label>
  );
}
