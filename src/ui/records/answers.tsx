import type { RecordedPerson } from '../../model/record.ts';
import { Pages } from '../controls/pages.tsx';
import { stateIcons } from '../style/consent-icon.ts';
import { Icon } from '../style/icon.tsx';
import { timeOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

const AT_ONCE = 50;

/** Who was there and what each answered, with the words and the entry of the log that holds them. */
export function Answers({ participants }: { readonly participants: readonly RecordedPerson[] }) {
  return (
    <section class="block" aria-labelledby="answers-title">
      <h3 id="answers-title">{t('records.people')}</h3>
      <Pages
        all={participants}
        size={AT_ONCE}
        list={t('records.people')}
        draw={(part) => (
          <ul class="answers divided">
            {part.map((person) => (
              <Person key={person.participant} person={person} />
            ))}
          </ul>
        )}
      />
    </section>
  );
}

function Person({ person }: { readonly person: RecordedPerson }) {
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
      </div>
    </li>
  );
}

function presence({ joinedAt, leftAt }: RecordedPerson): string {
  const from = timeOf(joinedAt);
  return leftAt === null ? t('records.fromOn', { from }) : t('records.fromTo', { from, to: timeOf(leftAt) });
}
