import type { ComponentChildren } from 'preact';
import type { LogId } from '../../model/id.ts';
import type { RecordedPerson } from '../../model/record.ts';
import { Pages } from '../controls/pages.tsx';
import { personHref } from '../person/href.ts';
import { stateIcons } from '../style/consent-icon.ts';
import { Icon } from '../style/icon.tsx';
import { timeOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import type { RecordsIntents } from './intents.ts';
import type { Giving } from './jobs.ts';
import { ReceiptOffer } from './receipt-offer.tsx';

const AT_ONCE = 50;

interface AnswersProps {
  readonly log: LogId;
  readonly participants: readonly RecordedPerson[];
  readonly giving: Giving;
  readonly intents: RecordsIntents;
}

/** Who was there and what each answered, with the words and the entry of the log that holds them. */
export function Answers({ log, participants, giving, intents }: AnswersProps) {
  return (
    <section class="block" aria-labelledby="answers-title">
      <h3 id="answers-title">{t('records.people')}</h3>
      {participants.some(({ receipt, self }) => receipt && !self) && <p class="small soft">{t('receipt.why')}</p>}
      <Pages
        all={participants}
        size={AT_ONCE}
        list={t('records.people')}
        draw={(part) => (
          <ul class="answers divided">
            {part.map((person) => (
              <Person key={person.participant} person={person}>
                {!person.self && (
                  <p class="small">
                    <a href={personHref(log, person.participant)}>
                      {t('person.open', { name: person.name === '' ? t('name.erased') : nameOf(person.name) })}
                    </a>
                  </p>
                )}
                {!person.self && person.receipt && (
                  <ReceiptOffer log={log} person={person} due={person.receipt} giving={giving} intents={intents} />
                )}
              </Person>
            ))}
          </ul>
        )}
      />
    </section>
  );
}

function Person({ person, children }: { readonly person: RecordedPerson; readonly children: ComponentChildren }) {
  return (
    <li class={`person ${person.state}`}>
      <span class="badge">
        <Icon name={stateIcons[person.state]} />
      </span>
      <div>
        <p>
          <b>
            <bdi>{person.name === '' ? t('name.erased') : nameOf(person.name)}</bdi>
          </b>
          {person.self && <span class="soft"> ({t('name.you')})</span>}{' '}
          <span class="small soft">{presence(person)}</span>
        </p>
        {person.answers.length === 0 && <p class="soft">{t('records.noAnswer')}</p>}
        {person.answers.map((answer) => (
          <div key={answer.index} class="given-answer">
            <p>
              {t('records.answerLine', {
                answer: t(`records.answer.${answer.answer}`),
                time: timeOf(answer.at, true),
              })}
              {answer.channel !== 'chat' && `, ${t(`channel.${answer.channel}`)}`}{' '}
              <span class={`grade ${answer.grade}`}>{t(`grade.${answer.grade}`)}</span>{' '}
              <span class="small soft">{t('records.entry', { index: String(answer.index) })}</span>
            </p>
            {answer.purposes.length > 0 && (
              <p class="small soft">
                {answer.purposes.map((purpose) => t(`purpose.${purpose}`)).join(', ')} · {t(`media.${answer.media}`)}
              </p>
            )}
            {answer.words !== '' && (
              <blockquote class="quote" dir="auto">
                {answer.words}
              </blockquote>
            )}
          </div>
        ))}
        {children}
      </div>
    </li>
  );
}

function presence({ joinedAt, leftAt }: RecordedPerson): string {
  const from = timeOf(joinedAt);
  return leftAt === null ? t('records.fromOn', { from }) : t('records.fromTo', { from, to: timeOf(leftAt) });
}
