import { useId, useState } from 'preact/hooks';
import type { EpochId, LogId, ParticipantKey } from '../../model/id.ts';
import type { HoldWanted, KeepingView } from '../../model/keeping.ts';
import type { MeetingRecord, MeetingSummary } from '../../model/record.ts';
import type { HoldOver } from '../../model/retention.ts';
import { Strip } from '../controls/strip.tsx';
import { timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { HoldPerson } from './hold-person.tsx';
import type { HoldWords } from './intents.ts';
import { Ticks } from './ticks.tsx';
import { areGiven, WhoWhy } from './who-why.tsx';

interface HoldFormProps {
  readonly record: MeetingRecord;
  readonly meetings: readonly MeetingSummary[];
  readonly keeping: KeepingView;
  readonly search: (participant: ParticipantKey) => void;
  readonly set: (wanted: HoldWanted, words: HoldWords & { readonly matter: string }) => void;
}

const OVERS: readonly HoldOver[] = ['recording', 'epoch', 'person', 'matter'];

/** What is to stay, who says so, and why. */
export function HoldForm({ record, meetings, keeping, search, set }: HoldFormProps) {
  const { log, kept } = record;
  const [over, choose] = useState<HoldOver>('recording');
  const [words, say] = useState<HoldWords>({ who: '', why: '' });
  const [matter, call] = useState('');
  const [epoch, take] = useState<EpochId | null>(kept[0]?.epoch ?? null);
  const [person, name] = useState<ParticipantKey | null>(null);
  const [ticked, tick] = useState<readonly LogId[]>([log]);
  const part = useId();
  const title = useId();
  const same = keeping.namesakes.state === 'found' ? keeping.namesakes.people : [];
  const wanted = ((): HoldWanted | null => {
    if (over === 'recording') return { over, log };
    if (over === 'epoch') return epoch && { over, log, epoch };
    if (over === 'matter') return { over, logs: ticked };
    const others = same.filter((one) => ticked.includes(one.log) && one.log !== log);
    return (
      person && {
        over,
        people: [{ log, participant: person }, ...others.map(({ log, participant }) => ({ log, participant }))],
      }
    );
  })();
  const lacks = !wanted
    ? t('hold.missing.person')
    : over === 'matter' && matter.trim() === ''
      ? t('hold.missing.matter')
      : areGiven(words)
        ? null
        : t('hold.missing');
  const submit = (event: Event) => {
    event.preventDefault();
    if (wanted && lacks === null) set(wanted, { ...words, matter: over === 'matter' ? matter : '' });
  };
  const again = keeping.holds.some((hold) => hold.over === 'matter' && hold.matter === matter.trim());
  return (
    <form class="inset" onSubmit={submit}>
      <p class="small soft">{t('hold.why.law')}</p>
      <Strip<HoldOver>
        label={t('hold.over')}
        value={over}
        choices={OVERS.filter((one) => one !== 'epoch' || kept.length > 0).map((value) => ({
          value,
          label: t(`hold.over.${value}`),
        }))}
        choose={choose}
      />
      {over === 'epoch' && (
        <div class="field">
          <label for={part}>{t('hold.part')}</label>
          <select
            id={part}
            class="select"
            value={epoch ?? ''}
            onChange={(event) => take(event.currentTarget.value as EpochId)}
          >
            {record.epochs
              .filter((one) => kept.some((left) => left.epoch === one.epoch))
              .map((one) => (
                <option key={one.epoch} value={one.epoch}>
                  {t('hold.part.of', {
                    from: timeOf(one.openedAt, true),
                    to: timeOf(one.closedAt ?? one.openedAt, true),
                  })}
                </option>
              ))}
          </select>
        </div>
      )}
      {over === 'person' && (
        <HoldPerson
          people={record.participants}
          chosen={person}
          choose={(one) => {
            name(one);
            tick([log]);
          }}
          namesakes={keeping.namesakes}
          search={() => person && search(person)}
          ticked={ticked}
          tick={tick}
        />
      )}
      {over === 'matter' && (
        <>
          <div class="field">
            <label for={title}>{t('hold.matter.name')}</label>
            <input
              id={title}
              class="text"
              type="text"
              maxLength={200}
              value={matter}
              onInput={(event) => call(event.currentTarget.value)}
            />
            <p class="small soft" aria-live="polite">
              {again && t('hold.matter.again')}
            </p>
          </div>
          <Ticks legend={t('hold.matter.choose')} always={log} choices={meetings} ticked={ticked} tick={tick} />
        </>
      )}
      <WhoWhy who={t('hold.who')} words={words} change={say} />
      <p class="problem" aria-live="polite">
        {lacks ?? ''}
      </p>
      <button type="submit" class="button tight" aria-disabled={lacks !== null}>
        {t('hold.set.do')}
      </button>
    </form>
  );
}
