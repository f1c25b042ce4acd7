import type { FailureCode } from '../../model/failure.ts';
import type { LogId } from '../../model/id.ts';
import type { MaybeSame, MissingNotes } from '../../model/person.ts';
import type { VaultDoing, VaultView } from '../../model/vault.ts';
import { FailureWord } from '../controls/word.tsx';
import type { Saving } from '../records/jobs.ts';
import { Icon } from '../style/icon.tsx';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import { Deeds } from './deeds.tsx';
import { GiveCopy } from './give-copy.tsx';
import { Held } from './held.tsx';
import type { Doing, PersonIntents, ShownPerson } from './intents.ts';
import { Left } from './left.tsx';
import { Requests } from './requests.tsx';
import { Same } from './same.tsx';

export interface PersonProps {
  /** The one whose page it is first, then the same person in other meetings; null: not read yet. */
  readonly people: readonly ShownPerson[] | null;
  /** Other meetings with somebody of the same name. */
  readonly maybe: readonly MaybeSame[];
  readonly chosen: ReadonlySet<LogId>;
  /** Other meetings are still being looked through. */
  readonly looking: { readonly done: number; readonly total: number } | null;
  readonly saving: Saving;
  /** What is not in the copy that was made last. */
  readonly missing: readonly MissingNotes[];
  /** null: not read yet. */
  readonly vault: VaultView | null;
  readonly unlocking: VaultDoing;
  readonly doing: Doing;
  readonly failure: FailureCode | null;
  /** ms UTC */
  readonly now: number;
  readonly intents: PersonIntents;
}

/** Everything that is held about one person, and what they may ask for. */
export function Person(props: PersonProps) {
  const { people, failure } = props;
  const first = people?.[0]?.record;
  return (
    <main class="person-page">
      <header class="top">
        <Icon name="people" size={28} />
        <h1>{first ? <bdi>{first.name === '' ? t('name.erased') : nameOf(first.name)}</bdi> : t('person.title')}</h1>
      </header>
      {failure && <FailureWord code={failure} />}
      {!first && !failure && <p class="soft">{t('app.loading')}</p>}
      {first?.self && <p class="word-only">{t('person.host')}</p>}
      {people && first && !first.self && (
        <>
          <Same {...props} people={people} />
          <Requests {...props} people={people} />
          <Held people={people} />
          <Left {...props} people={people} />
          <GiveCopy {...props} people={people} />
          <Deeds {...props} people={people} />
        </>
      )}
    </main>
  );
}
