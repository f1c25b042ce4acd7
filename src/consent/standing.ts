import type { ConsentState } from '../model/answer.ts';
import type { ParticipantKey } from '../model/id.ts';
import { ANSWER_FORMS, type AnswerForm, RULES, type Rule } from '../model/requirement.ts';
import { covers } from '../policy/floor.ts';
import { formAskedOf } from './requirement.ts';
import { type AskedState, answerKey, type LiveAnswer, type Person, rowsOf, type State } from './state.ts';

/** Where one person stands with the ask in force. */
export interface Standing {
  readonly participant: ParticipantKey;
  readonly state: ConsentState;
  /** People behind the tile, and the live, covering yeses among them. */
  readonly people: number;
  readonly yeses: readonly LiveAnswer[];
  /** What each of these answers must be at least. */
  readonly needs: AnswerForm;
  /** They said yes to what is asked, but not in the form that is asked for now. */
  readonly tooWeak: boolean;
  /** The newest answer that decides the state, or null. */
  readonly answer: LiveAnswer | null;
}

/** Of all rows that are one person: any no counts, any yes of any row counts for its person behind the tile. */
export function standingOf(state: State, person: Person): Standing {
  const rows = rowsOf(state, person.participant);
  const people = Math.max(...rows.map((row) => row.people), 1);
  const found = rows.flatMap((row) => answersOf(state, row.participant));
  const needs = formAskedOf(state, person);
  const rule = state.requirement?.rule ?? 'one-party';
  const base = { participant: person.participant, people, needs, tooWeak: false };
  const asked = state.ask;
  if (!asked) return { ...base, state: 'unasked', yeses: [], answer: newest(found.map((f) => f.answer)) };

  const no = newest(
    found.filter((f) => f.answer.answer !== 'consented' && f.answer.ask === asked.id).map((f) => f.answer),
  );
  if (no) return { ...base, state: no.answer === 'refused' ? 'refused' : 'withdrawn', yeses: [], answer: no };

  const byPerson = new Map<number, LiveAnswer>();
  for (const f of found)
    if (f.answer.answer === 'consented' && covers(f.answer, asked) && isBinding(f.answer, needs, rule))
      byPerson.set(f.person, f.answer);
  const yeses = [...byPerson.values()].sort((a, b) => a.index - b.index);
  const answer = newest(yeses);
  if (yeses.length >= people) return { ...base, state: 'given', yeses, answer };
  if (yeses.length > 0) return { ...base, state: 'partly-given', yeses, answer };
  const tooWeak = found.some((f) => f.answer.answer === 'consented' && covers(f.answer, asked));
  if (found.some((f) => f.answer.answer === 'consented'))
    return { ...base, tooWeak, state: 'expired', yeses, answer: newest(found.map((f) => f.answer)) };
  return { ...base, state: withoutAnswer(state, rows, asked), yeses, answer: null };
}

/**
 * Whoever was merely told, and went on, has not agreed to what asks for their agreement now: going on once more would not tell a yes from not
 * having noticed the difference. Words of their own are a yes under every rule.
 */
function isBinding(answer: LiveAnswer, needs: AnswerForm, rule: Rule): boolean {
  if (ANSWER_FORMS.indexOf(answer.form) < ANSWER_FORMS.indexOf(needs)) return false;
  return answer.form !== 'implied-by-continuing-after-notice' || RULES.indexOf(answer.rule) >= RULES.indexOf(rule);
}

function withoutAnswer(state: State, rows: readonly Person[], asked: AskedState): ConsentState {
  const keys = new Set(rows.map((row) => row.participant));
  for (const doubt of state.doubts.values()) if (doubt.participant && keys.has(doubt.participant)) return 'doubtful';
  return rows.some((row) => row.shown.has(asked.id)) ? 'requested' : 'unasked';
}

/** Of the people who are behind the tile now: a yes of a third one who went away again counts for nobody. */
function answersOf(state: State, participant: ParticipantKey): { person: number; answer: LiveAnswer }[] {
  const people = state.people.get(participant)?.people ?? 1;
  return Array.from({ length: people }, (_, i) => i + 1).flatMap((person) => {
    const answer = state.answers.get(answerKey(participant, person));
    return answer ? [{ person, answer }] : [];
  });
}

function newest(answers: readonly LiveAnswer[]): LiveAnswer | null {
  return answers.reduce<LiveAnswer | null>((best, a) => (!best || a.index > best.index ? a : best), null);
}
