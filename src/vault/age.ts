/** age (https://age-encryption.org/v1) is 54 kB and needed in few places: it is loaded where and when a key is wrapped or opened. */
export type Age = typeof import('age-encryption');

let loading: Promise<Age> | null = null;

/** Call it early where a delay would be felt later. */
export function loadAge(): Promise<Age> {
  if (loading) return loading;
  const begun = import('age-encryption');
  loading = begun;
  begun.catch(() => {
    loading = null;
  });
  return begun;
}
