import { useState } from 'preact/hooks';
import type { PanelView, UnsentView } from '../../model/panel.ts';
import { CopyWords } from '../controls/copy-words.tsx';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';

/** What the chat did not take, to be pasted by hand or said aloud: what of it is there, what is not, and what is in the way. */
export function Unsent({ view, intents }: { readonly view: PanelView; readonly intents: PanelIntents }) {
  if (view.unsent.length === 0) return null;
  const aloud = view.page?.chat === false;
  const composer = view.page?.composer ?? null;
  // What stands above already is not said twice.
  const hindrance = composer === 'ready' || composer === 'foreign' ? null : composer;
  return (
    <section class="block" aria-labelledby="unsent-title">
      <h2 id="unsent-title">{t(aloud ? 'aloud.title' : 'unsent.title')}</h2>
      {hindrance && !aloud && (
        <p>
          <b>{t(`composer.${hindrance}`)}</b> {t(`composer.${hindrance}.next`)}
        </p>
      )}
      <ul class="rows">
        {view.unsent.map((one) => (
          <li key={one.post}>
            <Message unsent={one} aloud={aloud} copied={() => intents.copied(one.post)} />
          </li>
        ))}
      </ul>
      {!aloud && <p class="small soft">{t('unsent.said')}</p>}
    </section>
  );
}

interface MessageProps {
  readonly unsent: UnsentView;
  readonly aloud: boolean;
  readonly copied: () => void;
}

function Message({ unsent: { parts, outcome }, aloud, copied }: MessageProps) {
  const [taken, take] = useState<readonly number[]>([]);
  const there = parts.filter((part) => part.there).length;
  const missing = parts.flatMap((part, i) => (part.there ? [] : [i]));
  const says = aloud
    ? t('aloud.paste')
    : there > 0
      ? t('unsent.parts', { there, of: parts.length })
      : t(`unsent.${outcome}`);
  const took = (i: number) => {
    const now = [...taken, i];
    take(now);
    if (missing.every((one) => now.includes(one))) copied();
  };
  return (
    <>
      <p>{says}</p>
      {missing.map((i) => {
        const label = parts.length > 1 ? t('unsent.part', { n: i + 1, of: parts.length }) : says;
        return (
          <div key={i}>
            {parts.length > 1 && <p class="small soft">{label}</p>}
            <CopyWords words={parts[i]?.text ?? ''} label={label} copied={() => took(i)} />
          </div>
        );
      })}
    </>
  );
}
