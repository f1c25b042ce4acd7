import { answerPayload } from '../consent/signature.ts';
import { rootOf, type State } from '../consent/state.ts';
import type { AnswerKind } from '../model/answer.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import type { EntryOf } from '../model/entry.ts';
import { fromBase64url } from '../model/id.ts';
import { PEOPLE_MAX } from '../model/tag.ts';
import type { Judged } from './codes.ts';

type Answered = EntryOf<'answered'>;

/** What is wrong with an answer, by the state of the meeting before it. Its signature is another matter. */
export function answerFaults(state: State, answer: Answered): Judged[] {
  const faults: Judged[] = [];
  const asked = state.asks.get(answer.ask);
  const offered = new Set(asked?.purposes.map(({ purpose }) => purpose));
  const within = answer.purposes.every((purpose) => offered.has(purpose)) && answer.media === asked?.media;
  if (!asked || asked.notice.hash !== answer.notice || !within) faults.push('answer-ask');
  const person = state.people.get(answer.participant);
  if (!person) faults.push('answer-person');
  if (!isGradeRight(answer)) faults.push('answer-grade');
  const bound = answer.signed && state.keys.get(answer.signed.key);
  if (answer.signed && bound && !isNext(state, answer, bound, answer.signed.counter)) faults.push('signature-reused');
  return faults;
}

/** signed: with a signature. attested: by the host's word. implied: nobody said a word, in the form that says so. chat: their own. */
export function isGradeRight({ grade, signed, by, form }: Answered): boolean {
  const implied = form === 'implied-by-continuing-after-notice';
  if (grade === 'signed') return signed !== null && by === 'participant' && !implied;
  if (signed !== null) return false;
  if (grade === 'chat') return by === 'participant' && !implied;
  return by === 'host' && implied === (grade === 'implied');
}

/** A key is one person's, and its counter only rises: else the signature is a copy of one that was given before. */
function isNext(
  state: State,
  answer: Answered,
  bound: { participant: Answered['participant']; counter: number },
  counter: number,
): boolean {
  return rootOf(state, bound.participant) === rootOf(state, answer.participant) && counter > bound.counter;
}

/**
 * Whether an answer is what its key signed. The entry does not hold all that was signed: how many people they said to be, and of a no,
 * whether it was called a refusal or a withdrawal. These are few, and are tried, the likely first.
 */
export function isSigned(state: State, answer: Answered, verify: VerifyEd25519): Promise<boolean> {
  return isSignedAs(answer, state.people.get(answer.participant)?.people ?? 1, verify);
}

/** counted: how many people there were behind their tile, as far as it is known. */
export async function isSignedAs(answer: Answered, counted: number, verify: VerifyEd25519): Promise<boolean> {
  const { signed } = answer;
  const [key, sig] = [fromBase64url(signed?.key ?? ''), fromBase64url(signed?.sig ?? '')];
  if (!signed || !key || !sig) return false;
  const { ask, purposes, media } = answer;
  // The text that this person's banner showed them, in their language; older entries name only the one of the meeting.
  const notices = answer.shown?.map(({ hash }) => hash) ?? [answer.notice];
  const counts = new Set([counted, 1, ...Array.from({ length: PEOPLE_MAX }, (_, i) => i + 1)]);
  for (const people of counts) {
    for (const notice of notices) {
      for (const said of calledOf(answer.answer)) {
        const { person } = answer;
        const fields = { ask, notice, answer: said, purposes, media, person, people, counter: signed.counter };
        if (await verify(key, sig, answerPayload(fields))) return true;
      }
    }
  }
  return false;
}

function calledOf(answer: AnswerKind): AnswerKind[] {
  if (answer === 'consented') return ['consented'];
  return answer === 'refused' ? ['refused', 'withdrawn'] : ['withdrawn', 'refused'];
}
