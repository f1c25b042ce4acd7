import type { PersonView } from '../../model/panel.ts';
import { Word } from '../controls/word.tsx';
import { namesOf } from '../words/name.ts';
import { t } from '../words/speak.ts';

/** Somebody else's recorder may be here. A name is no proof of it: the host looks. */
export function NoteTakers({ people }: { readonly people: readonly PersonView[] }) {
  const names = people.filter(({ present, noteTaker }) => present && noteTaker).map(({ name }) => name);
  if (names.length === 0) return null;
  return <Word says={t('note-takers', { n: names.length, names: namesOf(names) })} next={t('note-takers.next')} />;
}
