import { useState } from 'preact/hooks';
import type { PersonRequest } from '../../model/person.ts';
import { WANTED } from '../../model/rights.ts';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import { DoingWord } from './doing-word.tsx';
import { Due } from './due.tsx';
import type { PersonIntents, ShownPerson } from './intents.ts';
import type { PersonProps } from './person.tsx';
import { Refuse } from './refuse.tsx';
import { TakeLonger } from './take-longer.tsx';

/** What they asked for, until when it must be answered, and what became of it. */
export function Requests({ people, doing, now, intents }: PersonProps & { people: readonly ShownPerson[] }) {
  const all = people.flatMap(({ record }) => record.requests).sort((a, b) => b.at - a.at);
  return (
    <section class="block" aria-labelledby="requests-title">
      <h2 id="requests-title">{t('person.requests')}</h2>
      {all.length === 0 && <p class="soft">{t('person.requests.none')}</p>}
      {all.length > 0 && (
        <ul class="divided requests">
          {all.map((request) => (
            <One key={`${request.log} ${request.index}`} request={request} now={now} intents={intents} />
          ))}
        </ul>
      )}
      <fieldset class="actions note">
        <legend class="small soft">{t('person.note')}</legend>
        {WANTED.map((what) => (
          <button key={what} type="button" class="button tight" onClick={() => intents.note(what)}>
            {t(`request.what.${what}`)}
          </button>
        ))}
      </fieldset>
      <DoingWord doing={doing} what="request" />
    </section>
  );
}

function One({
  request,
  now,
  intents,
}: {
  readonly request: PersonRequest;
  readonly now: number;
  readonly intents: PersonIntents;
}) {
  const [doing, setDoing] = useState<'refuse' | 'longer' | null>(null);
  const { log, index, what, way, at, words, state, due } = request;
  const open = state === 'open';
  const back = () => setDoing(null);
  return (
    <li>
      <p>
        <b>{t(`request.what.${what}`)}</b> <span class="soft">{t(`request.way.${way}`)}</span>
      </p>
      <p class="small">{t('request.received', { date: dateOf(at) })}</p>
      {words !== '' && (
        <blockquote class="quote" dir="auto">
          {words}
        </blockquote>
      )}
      {(open || state === 'doing') && <Due due={due} now={now} />}
      {state === 'doing' && <p>{t('request.doing')}</p>}
      {state === 'answered' && <p>{t('request.answered', { date: dateOf(request.endedAt ?? at) })}</p>}
      {state === 'refused' && request.why && (
        <p>
          {t('request.refused', { date: dateOf(request.endedAt ?? at) })} {t(`refusal.${request.why}`)}
        </p>
      )}
      {open && (
        <div class="actions">
          <button type="button" class="button tight" onClick={() => intents.end(log, index)}>
            {t('request.end')}
          </button>
          {doing === null && due.longer && (
            <button type="button" class="button plain tight" onClick={() => setDoing('longer')}>
              {t('request.longer')}
            </button>
          )}
          {doing === null && (
            <button type="button" class="button plain tight" onClick={() => setDoing('refuse')}>
              {t('request.refuse')}
            </button>
          )}
        </div>
      )}
      {open && doing === 'longer' && <TakeLonger request={request} now={now} intents={intents} back={back} />}
      {open && doing === 'refuse' && <Refuse request={request} intents={intents} back={back} />}
    </li>
  );
}
