import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListedRequest } from '../../model/person.ts';
import { FailureWord } from '../controls/word.tsx';
import { Due } from '../person/due.tsx';
import { personHref } from '../person/href.ts';
import { dateOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import type { RequestsShown, Taking } from './intents.ts';
import { ToTellList, type ToTellShown } from './to-tell-list.tsx';

/** What participants asked for, in all meetings, and the place to drop a request that came as a file. */
export function RequestBox({ all, taking, now, take, cancel, toTell }: RequestsShown & ToTellShown) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDetailsElement>(null);
  // Whoever has closed it sees what came of a file all the same.
  useLayoutEffect(() => {
    if (taking.state !== 'none' && box.current) box.current.open = true;
  }, [taking.state]);
  const open = all?.filter(({ endedAt }) => endedAt === null) ?? [];
  const ended = all?.filter(({ endedAt }) => endedAt !== null) ?? [];
  const first = open.toSorted((a, b) => a.due.at - b.due.at);
  const chosen = (file: File | undefined) => {
    if (file) take(file);
  };
  return (
    <details
      ref={box}
      class={`block request-box ${over ? 'over' : ''}`}
      open={open.length > 0 || toTell.length > 0 || taking.state !== 'none'}
    >
      <summary>
        <h2>{t('requests.title')}</h2> {open.length > 0 && <b>{t('requests.open', { n: open.length })}</b>}{' '}
        {first[0] && <span class="small soft">{t('requests.next', { date: dateOf(first[0].due.at) })}</span>}{' '}
        {toTell.length > 0 && <b>{t('requests.tell', { n: toTell.length })}</b>}
      </summary>
      {all && all.length === 0 && <p class="soft">{t('requests.none')}</p>}
      {first.length > 0 && (
        <ul class="divided wanted-list">
          {first.map((request) => (
            <One key={`${request.log} ${request.index}`} request={request} now={now} />
          ))}
        </ul>
      )}
      <ToTellList toTell={toTell} />
      {ended.length > 0 && (
        <details>
          <summary>{t('requests.older')}</summary>
          <ul class="divided wanted-list">
            {ended.map((request) => (
              <One key={`${request.log} ${request.index}`} request={request} now={now} />
            ))}
          </ul>
        </details>
      )}
      <section
        class="drop"
        aria-label={t('requests.drop')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          chosen(event.dataTransfer?.files[0]);
        }}
      >
        <p class="small soft">{t('requests.drop')}</p>
        <button type="button" class="button tight" onClick={() => input.current?.click()}>
          {t('requests.choose')}
        </button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            chosen(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </section>
      <Taken taking={taking} cancel={cancel} />
    </details>
  );
}

function One({ request, now }: { readonly request: ListedRequest; readonly now: number }) {
  const { log, participant, what, way, at, state, due, why, endedAt } = request;
  return (
    <li>
      <p>
        <b>{t(`request.what.${what}`)}</b> <span class="soft">{t(`request.way.${way}`)}</span>{' '}
        <a href={personHref(log, participant)}>{t('requests.person')}</a>
      </p>
      <p class="small soft">{t('request.received', { date: dateOf(at) })}</p>
      {endedAt === null && <Due due={due} now={now} />}
      {state === 'doing' && <p class="small">{t('request.doing')}</p>}
      {state === 'answered' && <p class="small">{t('request.answered', { date: dateOf(endedAt ?? at) })}</p>}
      {state === 'refused' && (
        <p class="small">
          {t('request.refused', { date: dateOf(endedAt ?? at) })} {why && t(`refusal.${why}`)}
        </p>
      )}
    </li>
  );
}

function Taken({ taking, cancel }: { readonly taking: Taking; readonly cancel: () => void }) {
  return (
    <div class="outcome" aria-live="polite">
      {taking.state === 'looking' && (
        <p>
          {t('requests.looking', { done: taking.done, total: taking.total })}{' '}
          <button type="button" class="button tight" onClick={cancel}>
            {t('do.cancel')}
          </button>
        </p>
      )}
      {taking.state === 'taken' && <p>{t('requests.taken')}</p>}
      {taking.state === 'failed' && <FailureWord code={taking.code} />}
    </div>
  );
}
