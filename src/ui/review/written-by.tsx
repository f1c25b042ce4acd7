import type { ReviewBody } from '../../model/review.ts';
import { dateOf, timeOf } from '../words/amount.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

/** Who wrote it, by their own word, and when. */
export function WrittenBy({ body: { by, at } }: { readonly body: ReviewBody }) {
  const when = `${dateOf(at)}, ${timeOf(at)}`;
  return <p class="small soft">{by === '' ? when : t('review.by', { name: nameOf(by), when })}</p>;
}
