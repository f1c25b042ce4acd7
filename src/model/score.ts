/**
 * A score card as a team defines it, and what it comes to. Names tell cards apart, and criteria within a card: whoever renames one
 * begins a new one. A filled card carries its definition with it, so that no later change of the settings changes what was scored.
 */
export interface ScoreCard {
  readonly name: string;
  readonly criteria: readonly Criterion[];
}

/** weight: whole, 1..WEIGHT_MAX: how much it counts beside the others of its card. */
export interface Criterion {
  readonly name: string;
  readonly scale: Scale;
  readonly weight: number;
}

export const SCALES = ['yes-no', '1-3', '1-5', '1-10'] as const;
export type Scale = (typeof SCALES)[number];

/** Smallest and largest score, both whole; no is 0 and yes is 1. */
export const BOUNDS: Readonly<Record<Scale, readonly [min: number, max: number]>> = {
  'yes-no': [0, 1],
  '1-3': [1, 3],
  '1-5': [1, 5],
  '1-10': [1, 10],
};

export const CARDS_MAX = 10;
export const CRITERIA_MAX = 20;
export const CARD_NAME_MAX = 80;
export const WEIGHT_MAX = 100;

/** By the name of a criterion; null or missing: not scored. */
export type Scores = Readonly<Record<string, number | null>>;

export function isScore(scale: Scale, score: number): boolean {
  const [min, max] = BOUNDS[scale];
  return Number.isInteger(score) && score >= min && score <= max;
}

/** 0..1: the smallest score of a scale is nothing, the largest is all of it. null: not scored. */
export function shareOf(criterion: Criterion, scores: Scores): number | null {
  const score = Object.hasOwn(scores, criterion.name) ? (scores[criterion.name] ?? null) : null;
  if (score === null || !isScore(criterion.scale, score)) return null;
  const [min, max] = BOUNDS[criterion.scale];
  return (score - min) / (max - min);
}

/** 0..1: the mean of what was scored, each by its weight. What was not scored counts neither for nor against. null: nothing was. */
export function totalOf({ criteria }: ScoreCard, scores: Scores): number | null {
  let sum = 0;
  let weights = 0;
  for (const criterion of criteria) {
    const share = shareOf(criterion, scores);
    if (share === null) continue;
    sum += share * criterion.weight;
    weights += criterion.weight;
  }
  return weights === 0 ? null : sum / weights;
}

/** A small card to begin with. */
export const FIRST_CARD: ScoreCard = {
  name: 'Call',
  criteria: [
    { name: 'Adherence to the script', scale: '1-5', weight: 1 },
    { name: 'Tone', scale: '1-5', weight: 1 },
    { name: 'Resolution', scale: 'yes-no', weight: 2 },
  ],
};
