import { useRef, useState } from 'preact/hooks';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';

interface CopyWordsProps {
  readonly words: string;
  readonly label: string;
  readonly copied: () => void;
}

/** Words to paste elsewhere by hand. */
export function CopyWords({ words, label, copied }: CopyWordsProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<'fresh' | 'copied' | 'selected'>('fresh');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words);
      setState('copied');
      copied();
    } catch {
      // Where the clipboard is forbidden, selected text can still be copied with the keyboard.
      field.current?.select();
      setState('selected');
    }
  };
  const says = { fresh: 'do.copy', copied: 'do.copied', selected: 'do.copySelected' } as const;
  return (
    <div class="copy-words">
      <textarea ref={field} readOnly rows={3} value={words} aria-label={label} />
      <button type="button" class="button tight" onClick={copy}>
        <Icon name={state === 'copied' ? 'check' : 'copy'} size={16} />
        <span aria-live="polite">{t(says[state])}</span>
      </button>
    </div>
  );
}
