import { useId, useState } from 'preact/hooks';
import { t } from '../words/speak.ts';
import { at, type Fields, faultOf, set } from './fields.ts';
import { Setting } from './setting.tsx';

/** Public keys of others, one a line. They count when all of them are sound, and nothing of it while it is being typed. */
export function RecipientsSetting({ fields }: { readonly fields: Fields }) {
  const field = useId();
  const stored = at(fields, 'vault.recipients');
  /** null: as stored. */
  const [draft, write] = useState<string | null>(null);
  const wanted = draft === null ? stored : keysIn(draft);
  const fault = draft === null ? null : faultOf(fields, 'vault.recipients', wanted);
  const [left, leave] = useState(true);
  const done = () => {
    leave(true);
    if (fault !== null) return;
    set(fields, 'vault.recipients', wanted);
    write(null);
  };
  return (
    <Setting fields={fields} path="vault.recipients">
      <div class="field">
        <label for={field}>{t('setting.vault.recipients')}</label>
        <textarea
          class="text keys"
          id={field}
          rows={Math.max(2, Math.min(8, wanted.length + 1))}
          spellcheck={false}
          autocomplete="off"
          value={draft ?? stored.join('\n')}
          aria-describedby={`${field}-why ${field}-fault`}
          aria-invalid={left && fault !== null}
          onInput={(event) => {
            leave(false);
            write(event.currentTarget.value);
          }}
          onBlur={done}
        />
        <p class="small soft" id={`${field}-why`}>
          {t('setting.vault.recipients.why')}
        </p>
        <p class="problem small" id={`${field}-fault`} aria-live="polite">
          {left && fault && t(`fault.${fault}`)}
        </p>
      </div>
    </Setting>
  );
}

function keysIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ''))];
}
