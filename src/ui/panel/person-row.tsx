import { useId, useRef, useState } from 'preact/hooks';
import type { PanelView, PersonView } from '../../model/panel.ts';
import type { PlaceRow } from '../../model/place-row.ts';
import { stateIcons } from '../style/consent-icon.ts';
import { Icon } from '../style/icon.tsx';
import { timeOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { Implied } from './implied.tsx';
import type { PanelIntents } from './intents.ts';
import { PersonActions } from './person-actions.tsx';
import { PersonLaw } from './person-law.tsx';

interface PersonRowProps {
  readonly person: PersonView;
  readonly view: PanelView;
  readonly places: readonly PlaceRow[];
  readonly intents: PanelIntents;
}

/** One person: name, answer, how strong its proof is; all else opens below. */
export function PersonRow({ person, view, places, intents }: PersonRowProps) {
  const details = useId();
  const line = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  // On a page that shows nobody, oneself has no name either.
  const unnamed = person.self && person.name === '';
  const name = unnamed ? t('name.self') : nameOf(person.name);
  const other = view.people.find((row) => row.participant === person.sameAs);
  const answer = t(`consent.${person.state}`, { agreed: person.agreed, people: person.people });
  // A question that is open inside the details takes the Escape key first.
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !open) return;
    setOpen(false);
    line.current?.focus();
  };
  return (
    <li class={`person ${person.state} ${person.present ? '' : 'gone'}`} onKeyDown={keys}>
      <button
        type="button"
        class="line"
        ref={line}
        aria-expanded={open}
        aria-controls={details}
        onClick={() => setOpen(!open)}
      >
        <span class="badge">
          <Icon name={stateIcons[person.state]} />
        </span>
        <span class="who">
          <span class="name">
            <bdi>{name}</bdi>
            {person.self && !unnamed && <span class="soft"> ({t('name.you')})</span>}
            {person.confusable && <Icon name="warning" size={16} class="warn" />}
          </span>
          <span class="answer">
            <span>
              {person.present ? '' : `${t('people.gone')} · `}
              {other ? t('person.sameAs', { name: nameOf(other.name) }) : answer}
            </span>
            {!other && person.grade && <span class={`grade ${person.grade}`}>{t(`grade.${person.grade}`)}</span>}
            {!other && person.present && person.implied && <Implied until={person.implied.until} />}
            {person.circumstances.minor && <span>{t('person.minor')}</span>}
            {person.circumstances.phone && <span>{t('person.phone')}</span>}
            {!other && person.people > 1 && person.state !== 'partly-given' && (
              <span>{t('person.many', { n: person.people })}</span>
            )}
          </span>
        </span>
        <Icon name="chevron" size={18} class="chevron" />
      </button>
      <div id={details} class="details">
        {open && (
          <>
            {person.confusable && <p class="warn">{t('person.confusable')}</p>}
            {person.channel && person.answeredAt !== null && (
              <p class="small">
                {t('person.at', { channel: t(`channel.${person.channel}`), time: timeOf(person.answeredAt) })}
              </p>
            )}
            {person.words !== '' && (
              <blockquote class="quote" dir="auto" aria-label={t('person.words')}>
                {person.words}
              </blockquote>
            )}
            {person.grade && !person.self && <p class="small soft">{t(`grade.${person.grade}.why`)}</p>}
            {person.self && person.state === 'given' && <p class="small soft">{t('person.self')}</p>}
            {!person.stable && !person.self && <p class="small soft">{t('person.unstable')}</p>}
            {person.present && !other && (
              <>
                <PersonActions person={person} view={view} intents={intents} leave={() => line.current?.focus()} />
                {view.requirement && (
                  <PersonLaw
                    person={person}
                    view={view}
                    places={places}
                    intents={intents}
                    leave={() => line.current?.focus()}
                  />
                )}
              </>
            )}
          </>
        )}
      </div>
    </li>
  );
}
