import type { FailureCode } from '../../model/failure.ts';
import { FailureWord, Word } from '../controls/word.tsx';
import { en } from '../words/en.ts';
import { type Key, t } from '../words/speak.ts';

/** A failure as this page says it: where the common sentence is about the panel or the meeting, it has its own. */
export function Failed({ code }: { readonly code: FailureCode }) {
  const own = `records.failure.${code}`;
  if (!(own in en)) return <FailureWord code={code} />;
  return <Word says={t(own as Key)} next={t(`${own}.next` as Key)} />;
}
