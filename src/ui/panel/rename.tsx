import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { PersonView } from '../../model/panel.ts';
import { NAME_MAX } from '../../model/roster.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

interface RenameProps {
  readonly person: PersonView;
  readonly rename: (name: string) => void;
  readonly back: () => void;
}

/** Another name for the same person: a mistake in writing, not somebody else. */
export function Rename({ person, rename, back }: RenameProps) {
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, write] = useState(person.name);
  useEffect(() => input.current?.select(), []);
  const fits = name.trim() !== '' && name.trim() !== person.name;
  const submit = (event: Event) => {
    event.preventDefault();
    if (fits) rename(name.trim());
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    back();
  };
  return (
    <form class="confirm" aria-label={t('list.rename')} onSubmit={submit} onKeyDown={keys}>
      <div class="field">
        <label for={field}>{t('list.rename.label', { name: nameOf(person.name) })}</label>
        <input
          ref={input}
          id={field}
          class="search"
          maxLength={NAME_MAX}
          value={name}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </div>
      <p class="small soft">{t('list.rename.why')}</p>
      <div class="actions">
        <button type="submit" class="button tight" aria-disabled={!fits}>
          {t('list.rename.yes')}
        </button>
        <button type="button" class="button tight" onClick={back}>
          {t('do.back')}
        </button>
      </div>
    </form>
  );
}
