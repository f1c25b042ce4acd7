import type { ComponentChildren } from 'preact';
import type { PlaceRow } from '../../model/place-row.ts';
import { Source } from '../law/source.tsx';
import { dayOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';

interface PlaceEntryProps {
  readonly row: PlaceRow;
  readonly open: boolean;
}

/** One place: what it asks in a line, and below it everything that the line rests on. */
export function PlaceEntry({ row, open }: PlaceEntryProps) {
  return (
    <li id={row.code} class={`place ${row.rule}`}>
      <details open={open}>
        <summary>
          <span class="place-name">
            {row.name} <span class="soft code">{[row.code, ...row.aliases].join(', ')}</span>
          </span>
          <span class="asks">
            <b>{t(`rule.${row.rule}`)}</b>
            <span class="soft"> · {t(`form.${row.form}`)}</span>
          </span>
        </summary>
        <dl class="facts">
          {row.soundOnly && (
            <Fact name={t('places.rule')}>{t('places.soundOnly', { rule: t(`rule.${row.soundOnly}`) })}</Fact>
          )}
          {row.announcement && (
            <Fact name={t('places.announcement')}>{t(`places.announcement.${row.announcement}`)}</Fact>
          )}
          {row.special.length > 0 && (
            <Fact name={t('places.special')}>
              <ul>
                {row.special.map(({ when, form, statutes }) => (
                  <li key={when}>
                    {t('places.special.one', { when: t(`special.${when}`), form: t(`form.${form}`) })}
                    <Statutes all={statutes} />
                  </li>
                ))}
              </ul>
            </Fact>
          )}
          <Fact name={t('places.statutes')}>
            <Statutes all={row.statutes} />
          </Fact>
          {row.profileLaw && <Fact name={t('places.data')}>{row.profileLaw}</Fact>}
          {row.minors && <Fact name={t('places.minors')}>{row.minors}</Fact>}
          {row.employees && <Fact name={t('places.employees')}>{row.employees}</Fact>}
          <Fact name={t('places.penalty')}>
            {t(`places.penalty.${row.penalty}`)}
            {row.penaltyDetail && `: ${row.penaltyDetail}`}
          </Fact>
          {row.notes.length > 0 && (
            <Fact name={t('places.notes')}>
              {row.notes.map((note) => (
                <p key={note}>{note}</p>
              ))}
            </Fact>
          )}
          <Fact name={t('places.confidence')}>{`${t(`confidence.${row.confidence}`)}; ${t(`seen.${row.seen}`)}`}</Fact>
          <Fact name={t('places.source')}>
            <Source source={row.source} />
          </Fact>
          <Fact name={t('places.date')}>{dayOf(row.reviewed)}</Fact>
        </dl>
        <a class="small" href={`#${row.code}`}>
          {t('places.link')}
          <span class="unseen">: {row.name}</span>
        </a>
      </details>
    </li>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Statutes({ all }: { readonly all: readonly string[] }) {
  return (
    <ul>
      {all.map((statute) => (
        <li key={statute}>{statute}</li>
      ))}
    </ul>
  );
}
