import { useState } from 'preact/hooks';
import type { KeepingView, KeptPart } from '../../model/keeping.ts';
import type { MeetingRecord, MeetingSummary } from '../../model/record.ts';
import { Confirm } from '../controls/confirm.tsx';
import { KeepFocus } from '../controls/keep-focus.tsx';
import { dateOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { DoingWord } from './doing-word.tsx';
import { holdsOver } from './held.ts';
import { HoldCard } from './hold-card.tsx';
import { HoldForm } from './hold-form.tsx';
import type { KeepingIntents } from './intents.ts';
import { Shorten } from './shorten.tsx';

interface KeepingProps {
  readonly record: MeetingRecord;
  readonly meetings: readonly MeetingSummary[];
  readonly keeping: KeepingView;
  readonly intents: KeepingIntents;
}

type Opened = 'shorten' | 'delete' | 'hold' | null;

/** Until when the recording and the names stay, what keeps them, and what the host can do about it. */
export function Keeping({ record, meetings, keeping, intents }: KeepingProps) {
  const [opened, open] = useState<Opened>(null);
  const { log, kept, binding } = record;
  const holds = holdsOver(keeping.holds, log);
  const toggle = (what: Exclude<Opened, null>) => open(opened === what ? null : what);
  const act = (work: () => void) => {
    open(null);
    work();
  };
  const isBusy = keeping.doing.is === 'working';
  return (
    <section class="block keeping" aria-labelledby="keeping-title">
      <h3 id="keeping-title">{t('keeping.title')}</h3>
      <dl class="dates">
        <div>
          <dt>{t('keeping.media')}</dt>
          <dd>
            <MediaDate kept={kept} now={keeping.now} />
          </dd>
        </div>
        <div>
          <dt>{t('keeping.names')}</dt>
          <dd>
            {record.keeping.names === null
              ? t('keeping.names.none')
              : t('keeping.names.until', { date: dateOf(record.keeping.names) })}
          </dd>
        </div>
      </dl>
      {holds.map((hold) => (
        <HoldCard key={hold.id} hold={hold} record={record} intents={intents} />
      ))}
      <DoingWord doing={keeping.doing} />
      <KeepFocus class="actions">
        {kept.length > 0 && binding && (
          <Toggle says={t('keeping.shorten')} open={opened === 'shorten'} press={() => toggle('shorten')} />
        )}
        {record.keeping.names !== null && (
          <Toggle says={t('hold.set')} open={opened === 'hold'} press={() => toggle('hold')} />
        )}
        {kept.length > 0 && record.live === null && holds.length === 0 && (
          <Toggle says={t('keeping.delete')} open={opened === 'delete'} press={() => toggle('delete')} />
        )}
      </KeepFocus>
      {opened === 'shorten' && binding && (
        <Shorten
          binding={binding}
          kept={kept}
          now={keeping.now}
          shorten={(keep, proof) => isBusy || act(() => intents.keepShorter(log, keep, proof))}
        />
      )}
      {opened === 'hold' && (
        <HoldForm
          record={record}
          meetings={meetings}
          keeping={keeping}
          search={(participant) => intents.findNamesakes(log, participant)}
          set={(wanted, words) => isBusy || act(() => intents.setHold(wanted, words))}
        />
      )}
      {opened === 'delete' && (
        <Confirm
          yes={t('keeping.delete.yes')}
          confirm={() => isBusy || act(() => intents.deleteRecording(log))}
          back={() => open(null)}
        >
          <p>{t('keeping.delete.sure')}</p>
        </Confirm>
      )}
    </section>
  );
}

function Toggle({ says, open, press }: { readonly says: string; readonly open: boolean; readonly press: () => void }) {
  return (
    <button type="button" class="button tight" aria-expanded={open} onClick={press}>
      {says}
    </button>
  );
}

function MediaDate({ kept, now }: { readonly kept: readonly KeptPart[]; readonly now: number }) {
  if (kept.length === 0) return <>{t('keeping.media.none')}</>;
  const dates = kept.flatMap(({ until }) => (until === null ? [] : [until])).sort((a, b) => a - b);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return <>{t('keeping.media.unknown')}</>;
  const one = dateOf(first) === dateOf(last);
  const says = one
    ? t(first <= now ? 'keeping.media.over' : 'keeping.media.until', { date: dateOf(first) })
    : t('keeping.media.parts', { from: dateOf(first), to: dateOf(last) });
  const special = kept.filter(({ shortened, lengthened }) => shortened || lengthened);
  return (
    <>
      {says}
      {special.length > 0 && special.length === kept.length && (
        <span class="small soft">{t(special[0]?.shortened ? 'keeping.shortened' : 'keeping.lengthened')}</span>
      )}
      {!one && (
        <ul class="parts small">
          {kept.map((part) => (
            <li key={part.epoch}>
              {t('keeping.part', { from: timeOf(part.endedAt, true) })}:{' '}
              {part.until === null ? t('keeping.media.unknown') : dateOf(part.until)}
              {part.lengthened && <span class="soft"> {t('keeping.lengthened')}</span>}
              {part.shortened && <span class="soft"> {t('keeping.shortened')}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
