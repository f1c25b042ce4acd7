import { t } from '../words/speak.ts';
import type { OpenCopy } from './intents.ts';
import { momentOf } from './moment.ts';

export function CopyNotes({ notes }: Pick<OpenCopy, 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <div class="notes">
      <h4>{t('copies.notes')}</h4>
      <ol class="divided">
        {notes.map((note) => (
          <li key={`${note.atMs} ${note.text}`}>
            <span class="figures small soft">{momentOf(note.atMs)}</span> <span dir="auto">{note.text}</span>
            {note.tags.length > 0 && <span class="small soft"> {note.tags.join(', ')}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
