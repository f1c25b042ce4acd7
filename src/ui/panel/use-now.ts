import { useEffect, useState } from 'preact/hooks';

/** The time now, ms UTC, looked at again and again. everyMs: how often. */
export function useNow(everyMs: number): number {
  const [now, tick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
