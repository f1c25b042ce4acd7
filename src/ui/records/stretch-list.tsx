import { Pages } from '../controls/pages.tsx';
import { gapSentence } from '../player/gap-word.tsx';
import { Icon } from '../style/icon.tsx';
import { spanOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import type { Stretch } from './stretches.ts';

interface StretchListProps {
  readonly stretches: readonly Stretch[];
  readonly play: (ms: number) => void;
}

/** Saving stands below it and must not be far away. */
const AT_ONCE = 30;

export function StretchList({ stretches, play }: StretchListProps) {
  return (
    <Pages
      all={stretches}
      size={AT_ONCE}
      list={t('records.timeline')}
      draw={(part) => <Part stretches={part} play={play} />}
    />
  );
}

function Part({ stretches, play }: StretchListProps) {
  return (
    <ol class="stretches">
      {stretches.map((stretch) => (
        <li key={stretch.from} class={stretch.kind}>
          <Icon name={stretch.kind === 'gap' ? 'dash' : stretch.kind === 'cut' ? 'cross' : 'record'} size={16} />
          <span>
            {sentence(stretch)}
            {stretch.kind === 'recorded' && stretch.last && <span class="small soft">{ending(stretch)}</span>}
          </span>
          {stretch.kind === 'recorded' && stretch.to !== null && (
            <button type="button" class="button plain tight" onClick={() => play(stretch.offset)}>
              {t('records.play.from')}
              <span class="unseen"> {timeOf(stretch.from, true)}</span>
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

function sentence(stretch: Stretch): string {
  if (stretch.kind !== 'recorded') return gapSentence(stretch);
  const from = timeOf(stretch.from, true);
  if (stretch.to === null) return t('records.stretch.open', { from });
  return t('records.stretch', { from, to: timeOf(stretch.to, true), span: spanOf(stretch.ms) });
}

function ending({ epoch }: Extract<Stretch, { kind: 'recorded' }>): string {
  const parts: string[] = [];
  if (epoch.cause && epoch.cause !== 'ordered') parts.push(t(`seal.${epoch.cause}`));
  if (epoch.dropped > 0) parts.push(t('records.dropped', { n: epoch.dropped }));
  return parts.join('; ');
}
