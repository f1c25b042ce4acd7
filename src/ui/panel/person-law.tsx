import { useState } from 'preact/hooks';
import type { PanelView, PersonView } from '../../model/panel.ts';
import type { PlaceRow } from '../../model/place-row.ts';
import { lists } from '../words/formats.ts';
import { t } from '../words/speak.ts';
import { GuardianAnswer } from './guardian-answer.tsx';
import type { PanelIntents } from './intents.ts';
import { nameFor, PlaceChoice } from './place-choice.tsx';

interface PersonLawProps {
  readonly person: PersonView;
  readonly view: PanelView;
  readonly places: readonly PlaceRow[];
  readonly intents: PanelIntents;
  /** Something that had the focus goes away. */
  readonly leave: () => void;
}

/** What the law asks about one person: where they are, and what else makes the rule stricter. What the host says can only raise it. */
export function PersonLaw({ person, view, places, intents, leave }: PersonLawProps) {
  const [placing, place] = useState<'at' | 'lives' | null>(null);
  const { minor, employee, phone, places: codes, known, residence } = person.circumstances;
  const own = person.self || known === 'host' ? codes : [];
  const back = () => {
    place(null);
    leave();
  };
  const done = (at: readonly string[], lives: string | null) => {
    back();
    intents.statePlace(person.participant, at, lives);
  };
  const describe = (change: Partial<Record<'minor' | 'employee' | 'phone', boolean>>) =>
    intents.describe(person.participant, { minor, employee, phone, ...change });
  return (
    <div class="person-law">
      <p class="small">{whereOf(person, places)}</p>
      {known === 'met-before' && (
        <ForgetPlace forget={(forgotten) => intents.forgetPlace(person.participant, forgotten)} leave={leave} />
      )}
      {residence !== null && <p class="small">{t('person.lives', { place: nameFor(residence, places) })}</p>}
      {placing === 'at' && (
        <PlaceChoice
          places={places}
          first={own}
          truth={t(person.self ? 'person.where.truth.you' : 'person.where.truth')}
          done={(chosen) => done(chosen, residence)}
          back={back}
        />
      )}
      {placing === 'lives' && (
        <PlaceChoice
          places={places}
          first={residence === null ? [] : [residence]}
          most={1}
          truth={t('person.lives.truth')}
          done={([lives = null]) => done(own, lives)}
          back={back}
        />
      )}
      {placing === null && (
        <div class="actions">
          <button type="button" class="button plain tight" onClick={() => place('at')}>
            {t(person.self ? 'person.where.do.you' : 'person.where.do')}
          </button>
          {/* Where they live adds a law beside that of where they are: while that is unknown, the strictest counts anyway. */}
          {(codes.length > 0 || residence !== null) && (
            <button type="button" class="button plain tight" onClick={() => place('lives')}>
              {t(person.self ? 'person.lives.do.you' : 'person.lives.do')}
            </button>
          )}
        </div>
      )}
      {!person.self && (
        <div class="checks">
          <Check label={t('person.minor')} on={minor} change={(on) => describe({ minor: on })} />
          <Check label={t('person.employee')} on={employee} change={(on) => describe({ employee: on })} />
          <Check label={t('person.phone')} on={phone} change={(on) => describe({ phone: on })} />
        </div>
      )}
      {phone && <p class="small soft">{t('person.phone.why')}</p>}
      {person.guardian !== 'none' && (
        <GuardianAnswer
          person={person}
          script={view.script}
          asked={view.ask !== null}
          answer={(answer, how) => intents.guardian(person.participant, answer, how)}
          leave={leave}
        />
      )}
    </div>
  );
}

/** They let this computer remember it; the host need not. */
function ForgetPlace({
  forget,
  leave,
}: {
  readonly forget: (forgotten: () => void) => void;
  readonly leave: () => void;
}) {
  const [forgotten, done] = useState(false);
  const press = () =>
    forget(() => {
      done(true);
      leave();
    });
  return (
    <>
      {!forgotten && (
        <button type="button" class="button plain tight" onClick={press}>
          {t('person.where.forget')}
        </button>
      )}
      <p class="small soft" aria-live="polite">
        {forgotten ? t('person.where.forgotten') : ''}
      </p>
    </>
  );
}

/** "Where: Germany (they said it themselves)". */
function whereOf({ circumstances: { places: codes, known }, self }: PersonView, places: readonly PlaceRow[]): string {
  if (codes.length === 0 || known === null) return t('person.where.unknown');
  const names = lists({ type: 'disjunction' }).format(codes.map((code) => nameFor(code, places)));
  const sure = known === 'declared' || known === 'settings' || known === 'met-before';
  const how = t('person.where.how', { how: t(self && known === 'declared' ? 'evidence.host' : `evidence.${known}`) });
  return `${t(sure ? 'person.where' : 'person.where.perhaps', { places: names })} ${how}`;
}

interface CheckProps {
  readonly label: string;
  readonly on: boolean;
  readonly change: (on: boolean) => void;
}

function Check({ label, on, change }: CheckProps) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={(event) => change(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
