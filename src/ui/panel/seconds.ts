import { useEffect, useState } from 'preact/hooks';

const TICK_MS = 250;

/** Whole seconds until a time (ms UTC), counted down to 0. */
export function useSecondsTo(until: number): number {
  const [now, tick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((until - now) / 1000));
}
