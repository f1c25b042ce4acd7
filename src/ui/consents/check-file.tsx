import { percentOf, Running } from '../controls/running.tsx';
import { FailureWord, Word } from '../controls/word.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import type { Looking } from './intents.ts';

interface CheckFileProps {
  readonly looking: Looking;
  readonly check: (file: File) => void;
  readonly cancel: () => void;
}

/** A receipt or export that a host gave: chosen here, or dropped on the page. */
export function CheckFile({ looking, check, cancel }: CheckFileProps) {
  const busy = looking.is === 'looking';
  const choose = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file) check(file);
    // The same file again is a new question.
    input.value = '';
  };
  return (
    <section class="block check" aria-labelledby="check-title">
      <h2 id="check-title">{t('consents.file')}</h2>
      <p class="choose">
        <label class="button">
          <Icon name="log" size={18} />
          {t('consents.file.choose')}
          <input
            type="file"
            class="hidden-file"
            accept=".json,application/json"
            disabled={busy}
            onChange={(event) => choose(event.currentTarget)}
          />
        </label>{' '}
        <span class="soft">{t('consents.file.drop')}</span>
      </p>
      <div class="outcome" aria-live="polite" aria-busy={busy}>
        <Outcome looking={looking} />
      </div>
      {looking.is === 'looking' && (
        <Running
          label={t('consents.looking', { name: looking.name })}
          share={looking.share}
          says={percentOf(looking.share)}
          cancel={cancel}
        />
      )}
    </section>
  );
}

function Outcome({ looking }: { readonly looking: Looking }) {
  switch (looking.is) {
    case 'none':
      return null;
    case 'looking':
      return <p>{t('consents.looking', { name: looking.name })}</p>;
    case 'found':
      return (
        <p class="done">
          <Icon name="check" />
          <span>{t('consents.found', { name: looking.name })}</span>
        </p>
      );
    case 'not-ours':
      return <Word says={t('consents.notOurs', { name: looking.name })} next={t('consents.notOurs.next')} />;
    case 'unreadable':
      return <Word says={t('consents.unreadable', { name: looking.name })} next={t('consents.unreadable.next')} />;
    case 'too-big':
      return <Word says={t('consents.tooBig', { name: looking.name })} next={t('consents.tooBig.next')} />;
    case 'failed':
      return <FailureWord code={looking.code} />;
    default:
      return looking satisfies never;
  }
}
