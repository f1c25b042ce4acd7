/** A moment of a recording as people write it: 2:05, 1:02:05 or seconds alone. ms, or null for what is none. */
export function momentIn(text: string): number | null {
  const parts = text.trim().split(':');
  if (parts.length > 3 || !parts.every((part) => /^\d{1,5}$/.test(part))) return null;
  const [seconds = 0, minutes = 0, hours = 0] = parts.map(Number).reverse();
  if (parts.length > 1 && seconds > 59) return null;
  if (parts.length > 2 && minutes > 59) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** 2:05, 1:02:05; whole seconds, cut down. */
export function momentOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
