import { useState } from 'preact/hooks';
import type { LogId } from '../../model/id.ts';
import type { HoldView } from '../../model/keeping.ts';
import type { MeetingSummary } from '../../model/record.ts';
import { hitIn } from '../../model/review-search.ts';
import { Pages } from '../controls/pages.tsx';
import { heldOf } from '../keeping/held.ts';
import type { RecordsReview } from '../review/jobs.ts';
import { NoteSearch } from '../review/note-search.tsx';
import { Icon } from '../style/icon.tsx';
import { dateOf, timeOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { MeetingLine, meetingName } from './meeting-line.tsx';

interface MeetingListProps {
  readonly meetings: readonly MeetingSummary[];
  readonly chosen: LogId | null;
  readonly holds: readonly HoldView[];
  readonly review: RecordsReview;
  readonly choose: (log: LogId) => void;
}

const AT_ONCE = 100;

/** Newest first; the search looks at what a line shows, and at notes and scores once they were opened for it. */
export function MeetingList({ meetings, chosen, holds, review, choose }: MeetingListProps) {
  const [query, search] = useState('');
  const wanted = query.trim().toLocaleLowerCase();
  const text = (one: MeetingSummary) =>
    `${meetingName(one)} ${one.platform} ${dateOf(one.openedAt)} ${timeOf(one.openedAt)}`;
  const { notes } = review;
  const hits = new Map<LogId, string>();
  for (const { log, reviews } of notes.state === 'open' ? notes.calls : []) {
    const hit = hitIn(reviews, wanted);
    if (hit !== null) hits.set(log, hit);
  }
  const found = meetings
    .filter((one) => hits.has(one.log) || text(one).toLocaleLowerCase().includes(wanted))
    .sort((a, b) => b.openedAt - a.openedAt);
  return (
    <nav class="list" aria-label={t('records.list')}>
      <div class="search-field">
        <Icon name="search" size={18} />
        <input
          class="search"
          type="search"
          aria-label={t('records.search')}
          placeholder={t('records.search')}
          value={query}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </div>
      {(review.count > 0 || notes.state !== 'closed') && <NoteSearch notes={notes} intents={review.intents} />}
      <p class="soft" aria-live="polite">
        {found.length === 0 && t('records.noMatch', { query })}
      </p>
      <Pages
        all={found}
        size={AT_ONCE}
        list={t('records.list')}
        draw={(part) => (
          <ul>
            {part.map((one) => (
              <MeetingLine
                key={one.log}
                meeting={one}
                chosen={one.log === chosen}
                held={heldOf(holds, one.log)}
                hit={hits.get(one.log) ?? null}
                choose={choose}
              />
            ))}
          </ul>
        )}
      />
    </nav>
  );
}
