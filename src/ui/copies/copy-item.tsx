import { useState } from 'preact/hooks';
import type { CopyView } from '../../model/copy.ts';
import { Confirm } from '../controls/confirm.tsx';
import { percentOf, Running } from '../controls/running.tsx';
import { Icon } from '../style/icon.tsx';
import { dateOf, sizeOf, spanOf, timeOf } from '../words/amount.ts';
import { lists } from '../words/formats.ts';
import { t } from '../words/speak.ts';
import { CopyNotes } from './copy-notes.tsx';
import type { CopyIntents, CopyWork, OpenCopy } from './intents.ts';
import { CopyOutcome } from './outcome.tsx';

interface CopyItemProps {
  readonly one: CopyView;
  /** What is under way with this one. */
  readonly work: CopyWork;
  readonly open: OpenCopy | null;
  readonly locked: boolean;
  readonly intents: CopyIntents;
}

/** A copy, and what can be done with it. */
export function CopyItem({ one, work, open, locked, intents }: CopyItemProps) {
  const [asking, ask] = useState(false);
  const made = `${dateOf(one.createdAt)}, ${timeOf(one.createdAt)}`;
  const sound = open && { src: open.src, controls: true, autoPlay: true, 'aria-label': t('copies.player', { made }) };
  return (
    <li class="copy">
      <p>
        <b>{t('copies.one', { span: spanOf(one.ms) })}</b>
      </p>
      <p class="small soft">
        {t('copies.one.more', { made, size: sizeOf(one.bytes), until: dateOf(one.keepUntil) })}{' '}
        {t('copies.one.of', { parts: partsOf(one) })}
      </p>
      {open && (
        <>
          <audio class="media" {...sound} />
          <CopyNotes notes={open.notes} />
        </>
      )}
      {work.is === 'opening' || work.is === 'saving' ? (
        <Running
          label={t('copies.label')}
          share={work.share}
          says={t(`copies.${work.is}`, { percent: percentOf(work.share) })}
          cancel={intents.cancel}
        />
      ) : asking ? (
        <Confirm yes={t('copies.delete.yes')} confirm={() => intents.remove(one.copy)} back={() => ask(false)}>
          <p>{t('copies.delete.sure')}</p>
        </Confirm>
      ) : (
        <div class="actions">
          {!locked && (
            <>
              <button
                type="button"
                class="button tight"
                onClick={() => (open ? intents.close() : intents.play(one.copy))}
              >
                <Icon name={open ? 'dash' : 'play'} size={16} />
                {t(open ? 'copies.close' : 'copies.play')}
                <span class="unseen"> {t('copies.player', { made })}</span>
              </button>
              <button type="button" class="button tight" onClick={() => intents.save(one.copy)}>
                <Icon name="save" size={16} />
                {t('copies.save')}
                <span class="unseen"> {t('copies.player', { made })}</span>
              </button>
            </>
          )}
          <button type="button" class="button plain tight" onClick={() => ask(true)}>
            {t('copies.delete')}
            <span class="unseen"> {t('copies.player', { made })}</span>
          </button>
        </div>
      )}
      <CopyOutcome work={work} />
    </li>
  );
}

function partsOf({ of }: CopyView): string {
  const parts = of.map(({ startedAt, from, to }) => {
    if (startedAt === null) return t('copies.part', { from: `${from / 1000} s`, to: `${to / 1000} s` });
    return t('copies.part', { from: timeOf(startedAt + from, true), to: timeOf(startedAt + to, true) });
  });
  return lists({ type: 'conjunction' }).format(parts);
}
