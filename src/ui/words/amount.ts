import { numbers, times } from './formats.ts';
import { t } from './speak.ts';

/** 00:12:31 */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((n) => String(n).padStart(2, '0'))
    .join(':');
}

/** Cut down for reading: "45 s", "12 min", "1 h 5 min". */
export function spanOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return t('span.seconds', { n: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t('span.minutes', { n: minutes });
  if (minutes >= 600) return t('span.manyHours', { n: Math.floor(minutes / 60) });
  return t('span.hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
}

export function sizeOf(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const value = bytes / 1000 ** step;
  const options = {
    style: 'unit',
    unit: units[step] as string,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
  } as const;
  return numbers(options).format(value);
}

export function timeOf(at: number, seconds = false): string {
  const options: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds && { second: '2-digit' }),
  };
  return times(options).format(at);
}

export function dateOf(at: number): string {
  return times({ dateStyle: 'medium' }).format(at);
}

/** Whole years are said as years. */
export function daysOf(days: number): string {
  return days % 365 === 0 ? t('days.years', { n: days / 365 }) : t('days.days', { n: days });
}

/** A day of the calendar, YYYY-MM-DD: the same wherever it is read. */
export function dayOf(day: string): string {
  return times({ dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));
}
