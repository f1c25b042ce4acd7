import { useId, useState } from 'preact/hooks';
import { t } from '../words/speak.ts';
import { at, type Fields, set } from './fields.ts';
import { placeCalled, placeWords } from './place-words.ts';
import { Setting } from './setting.tsx';

interface PlaceSettingProps {
  readonly fields: Fields;
  readonly path: 'place' | 'controller.place';
}

/** A place, typed and offered: by name or by code. Words that mean no place are never saved as one. */
export function PlaceSetting({ fields, path }: PlaceSettingProps) {
  const field = useId();
  const { places } = fields;
  const stored = at(fields, path);
  /** null: as stored. */
  const [draft, write] = useState<string | null>(null);
  const none = draft !== null && draft.trim() !== '' && placeCalled(draft, fields) === null;
  const type = (words: string) => {
    write(words);
    const code = words.trim() === '' ? null : placeCalled(words, fields);
    if (code !== null || words.trim() === '') set(fields, path, code);
  };
  return (
    <Setting fields={fields} path={path}>
      <div class="field">
        <label for={field}>{t(`setting.${path}`)}</label>
        <input
          class="text"
          id={field}
          type="text"
          list={`${field}-places`}
          value={draft ?? placeWords(stored, places)}
          autocomplete="off"
          aria-describedby={`${field}-why ${field}-fault`}
          aria-invalid={none}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => none || write(null)}
        />
        <datalist id={`${field}-places`}>
          {places.map(({ code }) => (
            <option key={code} value={placeWords(code, places)} />
          ))}
        </datalist>
        <p class="small soft" id={`${field}-why`}>
          {t(`setting.${path}.why`)}
        </p>
        <p class="problem small" id={`${field}-fault`} aria-live="polite">
          {none && t('place.none')}
        </p>
      </div>
    </Setting>
  );
}
