import type { ParticipantKey } from '../../model/id.ts';
import type { PersonView } from '../../model/panel.ts';
import { type Demand, FORMS, type ReasonView, type RequirementView, RULES } from '../../model/requirement.ts';
import { namesOf } from '../words/name.ts';
import { type Key, t } from '../words/speak.ts';

type People = readonly PersonView[];

/** Names in one sentence: more would bury the answer. */
const NAMED = 3;

/** "Everyone must agree explicitly, because Ana is in Germany (StGB § 201)." Where the product asks for more than the law: that, and both. */
export function answerOf(requirement: RequirementView, people: People): string {
  const { reasons, law, floor } = requirement;
  const deciding = reasons.filter(({ decides }) => decides.length > 0);
  const chosen = deciding[0]?.because === 'stricter-chosen' && !stricter(requirement, deciding[0].asks);
  if (floor === 'legal-minimum' || chosen || !stricter(requirement, law))
    return sentence(requirement, deciding[0], people);
  const lawful = deciding.find(({ because }) => because !== 'stricter-chosen');
  return `${t('law.floor')} ${t('law.floor.less', { sentence: sentence(law, lawful, people) })}`;
}

function sentence(demand: Demand, reason: ReasonView | undefined, people: People): string {
  const nothing = reason === undefined || (demand.rule === 'one-party' && demand.form === 'none');
  const because = nothing ? t('law.nothing') : becauseOf(reason, people);
  return t('law.because', { answer: demandOf(demand), because });
}

/** "Everyone must agree explicitly". */
export function demandOf({ rule, form }: Demand): string {
  return t(`law.answer.${rule}.${form}`);
}

/** The second half of the sentence, without its full stop. */
export function becauseOf(reason: ReasonView, people: People): string {
  return t(keyOf(reason, people), {
    n: reason.who.length,
    names: namesIn(reason.who, people),
    place: nameOfPlace(reason.name),
    cited: citeOf(reason),
    when: reason.special ? t(`special.${reason.special}`) : '',
  });
}

function keyOf({ because, who, known, controller }: ReasonView, people: People): Key {
  const nobody = who.length === 0 && controller;
  const you = who.length === 1 && people.some((person) => person.self && person.participant === who[0]);
  switch (because) {
    case 'law':
      if (nobody) return 'because.law.controller';
      if (!known.some((kind) => OWN_WORD.has(kind))) return 'because.law.perhaps';
      return you ? 'because.law.you' : 'because.law';
    case 'place-unknown':
      if (nobody) return 'because.place-unknown.controller';
      return you ? 'because.place-unknown.you' : 'because.place-unknown';
    case 'part-of-country-unknown':
      return nobody ? 'because.part-of-country-unknown.controller' : 'because.part-of-country-unknown';
    default:
      return `because.${because}`;
  }
}

/** What somebody said of themselves; everything else is a hint. */
const OWN_WORD: ReadonlySet<string> = new Set(['declared', 'settings', 'met-before']);

/** "Ana, Ben and 12 others". */
export function namesIn(who: readonly ParticipantKey[], people: People): string {
  const found = who.map((key) => people.find(({ participant }) => participant === key));
  return namesOf(
    found.map((person) => (person?.self ? t('name.you') : (person?.name ?? ''))),
    NAMED,
  );
}

/** The names of places are English, and so is this: those that stand with an article in a sentence. */
const WITH_ARTICLE =
  /^(United |Netherlands|Philippines|Dominican Republic|District of|Northern Territory|Australian Capital)/;

/** "Canada", not "Canada (federal; or province not known)": what is not known the sentence says itself. */
export function nameOfPlace(name: string | null): string {
  const plain = (name ?? '').replace(/ \(.*$/, '');
  return WITH_ARTICLE.test(plain) ? `the ${plain}` : plain;
}

/** " (StGB § 201)", or nothing where the product's own rule decides: that is no statute. */
function citeOf({ statutes: [first] }: ReasonView): string {
  return first === undefined || first.startsWith('product policy') ? '' : ` (${first})`;
}

function stricter(one: Demand, than: Demand): boolean {
  return RULES.indexOf(one.rule) > RULES.indexOf(than.rule) || FORMS.indexOf(one.form) > FORMS.indexOf(than.form);
}
