import { useState } from 'preact/hooks';
import type { HoldView } from '../../model/keeping.ts';
import type { MeetingRecord } from '../../model/record.ts';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { Icon } from '../style/icon.tsx';
import { dateOf } from '../words/amount.ts';
import { lists } from '../words/formats.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import type { HoldWords, KeepingIntents } from './intents.ts';
import { areGiven, WhoWhy } from './who-why.tsx';

interface HoldCardProps {
  readonly hold: HoldView;
  readonly record: MeetingRecord;
  readonly intents: KeepingIntents;
}

/** One hold, with who and why, and the way to lift it. */
export function HoldCard({ hold, record, intents }: HoldCardProps) {
  const [lifting, setLifting] = useState(false);
  const [words, say] = useState<HoldWords>({ who: '', why: '' });
  const submit = (event: Event) => {
    event.preventDefault();
    if (areGiven(words)) intents.liftHold(hold.id, words);
  };
  return (
    <div class="word hold">
      <Icon name="lock" />
      <p>
        <b>{title(hold, record)}</b>
      </p>
      <div>
        <p>
          {hold.setAt !== null && hold.who !== '' && t('hold.set.by', { who: hold.who, date: dateOf(hold.setAt) })}{' '}
          {hold.legible ? t('hold.covers', { n: hold.parts.length }) : t('hold.illegible.why')}
        </p>
        {hold.why !== '' && (
          <blockquote class="quote" dir="auto">
            {hold.why}
          </blockquote>
        )}
        <p class="small soft">{t('keeping.held')}</p>
      </div>
      <KeepFocus class="actions">
        <button type="button" class="button tight" aria-expanded={lifting} onClick={() => setLifting(!lifting)}>
          {t('hold.lift')}
        </button>
      </KeepFocus>
      {lifting && (
        <form class="inset" onSubmit={submit}>
          <p class="small soft">{t('hold.lift.why')}</p>
          <WhoWhy who={t('hold.lift.who')} words={words} change={say} />
          <p class="problem" aria-live="polite">
            {!areGiven(words) && t('hold.missing')}
          </p>
          <button type="submit" class="button tight" aria-disabled={!areGiven(words)}>
            {t('hold.lift.do')}
          </button>
        </form>
      )}
    </div>
  );
}

function title({ over, matter, parts, legible }: HoldView, { log, participants }: MeetingRecord): string {
  if (!legible) return t('hold.illegible');
  if (over === 'matter') return t('hold.on.matter', { matter });
  if (over !== 'person') return t(`hold.on.${over}`);
  const held = parts.find((part) => part.log === log)?.person ?? [];
  const names = participants
    .filter(({ participant }) => held.includes(participant))
    .map(({ name }) => (name === '' ? t('name.erased') : nameOf(name)));
  return t('hold.on.person', { names: lists({ type: 'conjunction' }).format([...new Set(names)]) });
}
