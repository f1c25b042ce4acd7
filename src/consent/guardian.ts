import { requiredPurposes } from '../model/ask.ts';
import { ANSWER_FORMS, type Guardian } from '../model/requirement.ts';
import { covers } from '../policy/floor.ts';
import { circumstancesOf } from './person.ts';
import { formAskedOf } from './requirement.ts';
import { type Person, rowsOf, type State } from './state.ts';

/** Where somebody's guardian stands with the ask in force. What they agreed to lives as long as an answer does, and must be as binding. */
export function guardianOf(state: State, person: Person): Guardian {
  if (!circumstancesOf(state, person).minor) return 'none';
  const { ask } = state;
  const answers = rowsOf(state, person.participant).flatMap(({ guardian }) => guardian ?? []);
  if (!ask) return 'needed';
  if (answers.some(({ answer, ask: about }) => answer === 'refused' && about === ask.id)) return 'refused';
  const asked = ANSWER_FORMS.indexOf(formAskedOf(state, person));
  const given = answers.some(({ answer, ask: about, channel }) => {
    const terms = state.asks.get(about);
    const form = channel === 'paper' ? 'written' : 'explicit';
    if (answer !== 'consented' || !terms || ANSWER_FORMS.indexOf(form) < asked) return false;
    return covers({ ...terms, purposes: requiredPurposes(terms) }, ask);
  });
  return given ? 'given' : 'needed';
}
