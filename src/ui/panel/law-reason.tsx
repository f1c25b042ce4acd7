import type { PersonView } from '../../model/panel.ts';
import type { ReasonView } from '../../model/requirement.ts';
import { Source } from '../law/source.tsx';
import { dayOf } from '../words/amount.ts';
import { lists } from '../words/formats.ts';
import { t } from '../words/speak.ts';
import { becauseOf, demandOf, nameOfPlace } from './law-sentence.ts';

interface LawReasonProps {
  readonly reason: ReasonView;
  readonly people: readonly PersonView[];
  readonly openPlaces: (code: string | null) => void;
}

/** One link of the chain: what is so, what it asks for, and what that rests on. */
export function LawReason({ reason, people, openPlaces }: LawReasonProps) {
  const { because, asks, decides, known, unlisted, statutes, place, name } = reason;
  const decided = because === 'announcement' ? null : decidesOf(decides);
  return (
    <li class={decided ? 'decides' : ''}>
      <p>
        <b>{sentence(becauseOf(reason, people))}</b>
      </p>
      <p>
        {because === 'announcement' ? t('chain.announce') : t('chain.asks', { answer: demandOf(asks) })}
        {decided && ` ${decided}`}
      </p>
      {known.length > 0 && (
        <p class="soft">
          {t('chain.known', { how: lists({ type: 'unit' }).format(known.map((kind) => t(`evidence.${kind}`))) })}
        </p>
      )}
      {unlisted.length > 0 && (
        <p class="soft">
          <bdi>{t('chain.unlisted', { codes: unlisted.join(', ') })}</bdi>
        </p>
      )}
      {statutes.length > 0 && (
        <p>
          {t('chain.statutes')}: {statutes.join('; ')}
        </p>
      )}
      <p>
        {t('chain.source')}: <Source source={reason.source} />
      </p>
      <p class="soft">
        {t('places.confidence')}: {t(`confidence.${reason.confidence}`)}; {t(`seen.${reason.seen}`)}
        {reason.reviewed !== null && `; ${t('law.reviewed', { date: dayOf(reason.reviewed) })}`}
      </p>
      {reason.detail !== null && <p class="soft">{reason.detail}</p>}
      {place !== null && (
        <button type="button" class="button plain tight" onClick={() => openPlaces(place)}>
          {t('chain.place', { place: nameOfPlace(name) })}
        </button>
      )}
    </li>
  );
}

function decidesOf(decides: ReasonView['decides']): string | null {
  const [one] = decides;
  if (one === undefined) return null;
  return t(decides.length > 1 ? 'chain.decides' : `chain.decides.${one}`);
}

/** "because Ana is in Germany" as a sentence of its own. */
function sentence(clause: string): string {
  return `${clause.charAt(0).toLocaleUpperCase()}${clause.slice(1)}.`;
}
