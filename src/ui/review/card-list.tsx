import { useState } from 'preact/hooks';
import { type FilledCard, type Review, scoresOf } from '../../model/review.ts';
import { totalOf } from '../../model/score.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { CardForm } from './card-form.tsx';
import { percentWords, scoreWords } from './score-words.ts';
import { WrittenBy } from './written-by.tsx';

type Written = Pick<FilledCard, 'card' | 'scores' | 'agent' | 'text'>;

interface CardListProps {
  readonly filled: readonly Review<FilledCard>[];
  readonly keep: (before: Review<FilledCard>, written: Written) => Promise<boolean>;
  readonly remove: (review: Review) => void;
}

export function CardList({ filled, keep, remove }: CardListProps) {
  const [edited, edit] = useState<string | null>(null);
  return (
    <ul class="filled">
      {filled.map((review) => (
        <li key={review.id} class="filled-card" data-review={review.id}>
          {edited === review.id ? (
            <CardForm
              cards={[]}
              filled={review.body}
              agent={review.body.agent}
              keep={(written) => keep(review, written)}
              back={() => edit(null)}
            />
          ) : (
            <>
              <Filled body={review.body} />
              <div class="actions">
                <button type="button" class="button plain tight" onClick={() => edit(review.id)}>
                  {t('review.change')}
                </button>
                <button type="button" class="button plain tight" onClick={() => remove(review)}>
                  {t('review.remove')}
                </button>
              </div>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Filled({ body }: { readonly body: FilledCard }) {
  const { card, scores, agent, text } = body;
  return (
    <>
      <h5>
        <bdi>{card.name}</bdi> · <bdi>{nameOf(agent)}</bdi> · {percentWords(totalOf(card, scoresOf(body)))}
      </h5>
      <dl class="scores">
        {card.criteria.map(({ name, scale, weight }, at) => (
          <div key={name}>
            <dt>
              <bdi>{name}</bdi> {weight > 1 && <span class="small soft">{t('review.weight', { n: weight })}</span>}
            </dt>
            <dd>{scoreWords(scale, scores[at] ?? null)}</dd>
          </div>
        ))}
      </dl>
      {text !== '' && (
        <p class="noted-text" dir="auto">
          {text}
        </p>
      )}
      <WrittenBy body={body} />
    </>
  );
}
