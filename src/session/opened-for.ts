import type { Purpose } from '../model/ask.ts';
import type { Logged } from '../model/entry.ts';
import type { CopyId } from '../model/id.ts';

/**
 * Whether the log says that this was opened to be saved for this purpose. What it was opened for was judged then, and is what it leaves for: a file
 * leaves for nothing else. copy: a voice-masked copy; null: the recording itself.
 */
export function isOpenedToSave(entries: readonly Logged[], purpose: Purpose, copy: CopyId | null): boolean {
  return entries.some(
    ({ entry }) =>
      entry.kind === 'accessed' && entry.how === 'saved' && entry.purpose === purpose && (entry.copy ?? null) === copy,
  );
}
