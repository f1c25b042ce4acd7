import { useId, useState } from 'preact/hooks';
import { type FilledCard, NOTE_MAX, REVIEWER_MAX } from '../../model/review.ts';
import { type ScoreCard, totalOf } from '../../model/score.ts';
import { t } from '../words/speak.ts';
import { ScoreField } from './score-field.tsx';
import { percentWords } from './score-words.ts';

interface CardFormProps {
  /** What can be filled; the first is chosen. */
  readonly cards: readonly ScoreCard[];
  /** null: a new one. */
  readonly filled: FilledCard | null;
  /** Whose call it is, to begin with. */
  readonly agent: string;
  readonly keep: (written: Pick<FilledCard, 'card' | 'scores' | 'agent' | 'text'>) => Promise<boolean>;
  readonly back: () => void;
}

/** A score card for the whole call. What was not scored counts neither for nor against. */
export function CardForm({ cards, filled, agent: host, keep, back }: CardFormProps) {
  const field = useId();
  const [place, turn] = useState(0);
  const card = filled?.card ?? cards[place];
  const [scores, score] = useState<FilledCard['scores']>(filled?.scores ?? []);
  const [agent, name] = useState(filled?.agent ?? host);
  const [text, write] = useState(filled?.text ?? '');
  const [busy, work] = useState(false);
  if (!card) return null;
  const each = card.criteria.map((_, at) => scores[at] ?? null);
  const total = totalOf(card, Object.fromEntries(card.criteria.map((one, at) => [one.name, each[at] ?? null])));
  const over = text.length - NOTE_MAX;
  const nobody = agent.trim() === '';
  const wrong = over > 0 || total === null || nobody || agent.length > REVIEWER_MAX;
  const save = async () => {
    if (busy || wrong) return;
    work(true);
    const kept = await keep({ card, scores: each, agent: agent.trim(), text: text.trim() });
    work(false);
    if (kept) back();
  };
  return (
    <form
      class="card-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {!filled && cards.length > 1 && (
        <label class="field">
          <span>{t('review.card.which')}</span>
          <select
            class="select"
            value={`${place}`}
            onChange={(event) => {
              turn(Number(event.currentTarget.value));
              score([]);
            }}
          >
            {cards.map((one, at) => (
              <option key={one.name} value={`${at}`}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>{t('review.agent')}</span>
        <input
          class="text"
          type="text"
          autocomplete="off"
          value={agent}
          maxLength={REVIEWER_MAX}
          onInput={(event) => name(event.currentTarget.value)}
        />
      </label>
      {card.criteria.map((criterion, at) => (
        <ScoreField
          key={criterion.name}
          criterion={criterion}
          score={each[at] ?? null}
          set={(next) => score(each.toSpliced(at, 1, next))}
        />
      ))}
      <div class="field">
        <label for={field}>{t('review.comment')}</label>
        <textarea
          class="text"
          id={field}
          rows={2}
          value={text}
          aria-describedby={`${field}-over`}
          aria-invalid={over > 0}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <p class="problem small" id={`${field}-over`} aria-live="polite">
          {over > 0 && t('review.note.over', { n: over, max: NOTE_MAX })}
        </p>
      </div>
      <p class="total" role="status">
        {t('review.total', { total: percentWords(total) })}
      </p>
      <div class="actions">
        <button type="submit" class="button" aria-disabled={busy || wrong}>
          {t(filled ? 'review.keep' : 'review.card.add')}
        </button>
        <button type="button" class="button" onClick={back}>
          {t('do.cancel')}
        </button>
      </div>
      {(total === null || nobody) && <p class="small soft">{t(nobody ? 'review.card.nobody' : 'review.card.empty')}</p>}
    </form>
  );
}
