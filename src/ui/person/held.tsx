import type { PersonRecording } from '../../model/person.ts';
import { dateOf, spanOf, timeOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { siteName } from '../words/site-name.ts';
import { t } from '../words/speak.ts';
import type { ShownPerson } from './intents.ts';

/** All that is held about them, meeting by meeting. */
export function Held({ people }: { readonly people: readonly ShownPerson[] }) {
  return (
    <section class="block" aria-labelledby="held-title">
      <h2 id="held-title">{t('person.held')}</h2>
      {people.map((shown) => (
        <Meeting key={shown.record.log} {...shown} />
      ))}
    </section>
  );
}

function Meeting({ record, beside }: ShownPerson) {
  const there = record.recordings.filter(({ deleted }) => !deleted);
  const facts: [string, string][] = [
    [t('person.held.names'), record.names.length > 0 ? record.names.map(nameOf).join(', ') : t('name.erased')],
    [t('person.held.answers'), String(record.answers.length)],
    [t('person.held.recordings'), String(there.length)],
    [t('person.held.notes'), String(beside.notes)],
    [t('person.held.copies'), String(beside.copies)],
    [t('person.held.met'), beside.met ? t('person.held.met.yes') : t('person.held.met.no')],
  ];
  return (
    <article class="held-meeting">
      <h3>
        <a href={`/extension/records/index.html?log=${record.log}`}>
          {t('person.meeting', { date: dateOf(record.openedAt), time: timeOf(record.openedAt) })}
        </a>{' '}
        <span class="small soft">{siteName(record.platform)}</span>
      </h3>
      {record.erased && <p>{t('person.erased')}</p>}
      {beside.held && <p class="word-only">{t('person.hold')}</p>}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt class="small soft">{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {record.answers.some(({ words }) => words !== '') && (
        <div>
          <h4>{t('person.held.quotes')}</h4>
          {record.answers
            .filter(({ words }) => words !== '')
            .map(({ index, words, at }) => (
              <blockquote key={index} class="quote" dir="auto">
                {words.split('\n')[0]} <span class="small soft">{timeOf(at, true)}</span>
              </blockquote>
            ))}
        </div>
      )}
      {record.recordings.length > 0 && (
        <div>
          <h4>{t('person.held.recorded')}</h4>
          <ul class="plain">
            {record.recordings.map((one) => (
              <li key={one.epoch}>{recordingLine(one)}</li>
            ))}
          </ul>
        </div>
      )}
      <details>
        <summary>{t('person.held.entries', { n: record.story.length })}</summary>
        <ol class="plain story">
          {record.story.map(({ index, at, text }) => (
            <li key={index}>
              <span class="figures soft small">{timeOf(at, true)}</span> <span dir="auto">{text}</span>
            </li>
          ))}
        </ol>
      </details>
    </article>
  );
}

function recordingLine({ openedAt, ms, others, deleted, media }: PersonRecording): string {
  if (deleted) return t('person.recording.gone', { date: dateOf(openedAt), time: timeOf(openedAt) });
  return t('person.recording', {
    date: dateOf(openedAt),
    time: timeOf(openedAt),
    span: spanOf(ms),
    media: t(`media.${media}`),
    n: others,
  });
}
