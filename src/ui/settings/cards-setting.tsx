import { useState } from 'preact/hooks';
import { CARDS_MAX, type ScoreCard } from '../../model/score.ts';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { CardFields } from './card-fields.tsx';
import { at, type Fields, faultOf, isLocked, set } from './fields.ts';
import { Setting } from './setting.tsx';

/** The cards that calls are scored by. What cannot be kept is shown with what is wrong, and not saved until it can. */
export function CardsSetting({ fields }: { readonly fields: Fields }) {
  const stored = at(fields, 'review.cards');
  /** null: as stored. */
  const [draft, write] = useState<readonly ScoreCard[] | null>(null);
  const [removed, remove] = useState<readonly ScoreCard[] | null>(null);
  const cards = draft ?? stored;
  const fault = draft && faultOf(fields, 'review.cards', draft);
  const change = (next: readonly ScoreCard[]) => {
    const sound = faultOf(fields, 'review.cards', next) === null;
    write(sound ? null : next);
    if (sound) set(fields, 'review.cards', next);
  };
  const drop = (place: number) => {
    remove(cards);
    change(cards.toSpliced(place, 1));
  };
  return (
    <Setting fields={fields} path="review.cards">
      <h3>{t('setting.review.cards')}</h3>
      <p class="small soft">{t('cards.why')}</p>
      {cards.length === 0 && <p class="soft">{t('cards.none')}</p>}
      {cards.map((card, place) => (
        // Its place is all that stays of a card while its name is being typed.
        <CardFields
          key={place}
          card={card}
          change={(next) => {
            remove(null);
            change(cards.toSpliced(place, 1, next));
          }}
          drop={() => drop(place)}
        />
      ))}
      <p class="problem small" aria-live="polite">
        {fault && t(`fault.${fault}`)}
      </p>
      {!isLocked(fields, 'review.cards') && (
        <div class="actions">
          {cards.length < CARDS_MAX && (
            <button
              type="button"
              class="button tight"
              onClick={() => {
                remove(null);
                change([...cards, blankCard(cards)]);
              }}
            >
              <Icon name="plus" size={16} />
              {t('cards.add')}
            </button>
          )}
          {removed && (
            <button
              type="button"
              class="button tight"
              onClick={() => {
                change(removed);
                remove(null);
              }}
            >
              <Icon name="back" size={16} />
              {t('cards.undo')}
            </button>
          )}
        </div>
      )}
    </Setting>
  );
}

/** With a name that no other has, so that it can be kept at once. */
function blankCard(cards: readonly ScoreCard[]): ScoreCard {
  const names = new Set(cards.map(({ name }) => name));
  const numbers = Array.from({ length: cards.length + 1 }, (_, at) => t('cards.new', { n: at + 1 }));
  const name = numbers.find((one) => !names.has(one)) ?? '';
  return { name, criteria: [{ name: t('cards.new.criterion', { n: 1 }), scale: '1-5', weight: 1 }] };
}
