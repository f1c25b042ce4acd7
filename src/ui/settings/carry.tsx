import { changed } from '../../model/setting-at.ts';
import type { FileFault, FileReading, Preview } from '../../model/setting-file.ts';
import type { SettingProblem } from '../../model/settings.ts';
import { Word } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { lists } from '../words/formats.ts';
import { t } from '../words/speak.ts';
import type { Fields } from './fields.ts';
import { Problems } from './problems.tsx';
import { valueWords } from './value-words.ts';

/** none → looked-at | refused → none | taken; none → reset → none | undone */
export type Carrying =
  | { readonly is: 'none' | 'taken' | 'reset' | 'undone' }
  | { readonly is: 'refused'; readonly fault: FileFault | 'clash'; readonly problems: readonly SettingProblem[] }
  | { readonly is: 'looked-at'; readonly preview: Preview };

export interface CarryIntents {
  save(): void;
  open(file: File): void;
  take(preview: Preview): void;
  leave(): void;
  reset(): void;
  undo(): void;
}

/** What becomes of a file that was read: it is shown first, and nothing of it counts before the host says so. */
export function lookAt(reading: FileReading, previewed: (changes: object) => Preview): Carrying {
  if (!reading.ok) return { is: 'refused', fault: reading.fault, problems: reading.problems };
  const preview = previewed(reading.changes);
  return preview.clash ? { is: 'refused', fault: 'clash', problems: [] } : { is: 'looked-at', preview };
}

interface CarryProps {
  readonly fields: Fields;
  readonly carrying: Carrying;
  readonly intents: CarryIntents;
}

export function Carry({ fields, carrying, intents }: CarryProps) {
  const choose = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    // The same file again is a choice again.
    input.value = '';
    if (file) intents.open(file);
  };
  return (
    <section class="block" aria-labelledby="carry-title">
      <h2 id="carry-title">{t('settings.carry')}</h2>
      <p>{t('carry.why')}</p>
      <div class="actions">
        <button type="button" class="button" onClick={intents.save}>
          <Icon name="save" size={18} />
          {t('carry.save')}
        </button>
        <label class="button file">
          <input
            class="unseen"
            type="file"
            accept=".json,application/json"
            onChange={(event) => choose(event.currentTarget)}
          />
          {t('carry.open')}
        </label>
        <button type="button" class="button" onClick={intents.reset}>
          <Icon name="back" size={18} />
          {t('carry.reset')}
        </button>
      </div>
      <div aria-live="polite" class="carried">
        <Carried fields={fields} carrying={carrying} intents={intents} />
      </div>
    </section>
  );
}

function Carried({ fields, carrying, intents }: CarryProps) {
  switch (carrying.is) {
    case 'none':
      return null;
    case 'taken':
      return <Done says={t('carry.taken')} undo={intents.undo} />;
    case 'reset':
      return <Done says={t('carry.reset.done')} undo={intents.undo} />;
    case 'undone':
      return <Done says={t('carry.undone')} undo={null} />;
    case 'refused':
      return (
        <Word says={t(`file.${carrying.fault}`)} next={t(`file.${carrying.fault}.next`)}>
          <Problems problems={carrying.problems} />
        </Word>
      );
    case 'looked-at':
      return <Look fields={fields} preview={carrying.preview} intents={intents} />;
    default:
      return carrying satisfies never;
  }
}

function Done({ says, undo }: { readonly says: string; readonly undo: (() => void) | null }) {
  return (
    <p class="done">
      <Icon name="check" />
      <span>{says}</span>
      {undo && (
        <button type="button" class="button tight" onClick={undo}>
          {t('carry.undo')}
        </button>
      )}
    </p>
  );
}

interface LookProps {
  readonly fields: Fields;
  readonly preview: Preview;
  readonly intents: CarryIntents;
}

function Look({ fields, preview, intents }: LookProps) {
  const { settings } = fields.view;
  const after = changed(settings, preview.changes);
  const nothing = preview.lines.length === 0;
  return (
    <div class="look">
      <h3>{t(nothing ? 'carry.preview.none' : 'carry.preview')}</h3>
      {!nothing && (
        <ul class="dots">
          {preview.lines.map(({ path, looser }) => (
            <li key={path}>
              {t('carry.line', {
                setting: t(`setting.${path}`),
                before: valueWords(settings, path, fields.places),
                after: valueWords(after, path, fields.places),
              })}
              {looser && (
                <span class="looser">
                  <Icon name="warning" size={16} />
                  {t('carry.looser')}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {preview.locked.length > 0 && (
        <p>
          {t('carry.locked', {
            settings: lists({ type: 'conjunction' }).format(preview.locked.map((path) => t(`setting.${path}`))),
          })}
        </p>
      )}
      <div class="actions">
        {!nothing && (
          <button type="button" class="button primary" onClick={() => intents.take(preview)}>
            {t('carry.take')}
          </button>
        )}
        <button type="button" class="button" onClick={intents.leave}>
          {t('carry.leave')}
        </button>
      </div>
    </div>
  );
}
