import type { HeldNotes, HeldReview, NotesMissing } from '../model/person.ts';
import { BOUNDS, type Scale } from '../model/score.ts';

/** What reviewers wrote about somebody, in the copy that this person gets. */

/** As data: what may stand in canonical JSON. */
export function notesData({ opened }: HeldNotes) {
  return opened.map(({ id, epoch, is, writtenAt, ms, by, text, tags, agent, card, criteria, scores }) => ({
    id,
    part: epoch,
    is,
    at: new Date(writtenAt).toISOString(),
    ms,
    by,
    text,
    tags: [...tags],
    agent,
    card,
    criteria: criteria.map(({ name, scale, weight }) => ({ name, scale, weight })),
    scores: { ...scores },
  }));
}

/** One sentence each, to read; not escaped. spelled: a moment, ms UTC, in words. */
export function notesLines({ opened }: HeldNotes, spelled: (at: number) => string): readonly string[] {
  return opened.map((one) => `${spelled(one.writtenAt)}: ${lineOf(one)}`);
}

function lineOf({ is, ms, by, text, tags, agent, card, criteria, scores }: HeldReview): string {
  const writer = by === '' ? '' : ` by ${by}`;
  const words = text === '' ? [] : [`“${text}”`];
  if (is === 'note') {
    const tagged = tags.length === 0 ? '' : `, tagged ${tags.join(', ')}`;
    return [`a note${writer}${ms === null ? '' : `, at ${clock(ms)} of the recording`}${tagged}`, ...words].join(': ');
  }
  const given = criteria.map(({ name, scale }) => `${name}: ${scoreWords(scale, scores[name] ?? null)}`);
  const whose = agent === '' ? '' : `, of ${agent}’s call`;
  return `scores${writer} on the card “${card}”${whose}: ${[...given, ...words].join('; ')}`;
}

function scoreWords(scale: Scale, score: number | null): string {
  if (score === null) return 'not scored';
  if (scale === 'yes-no') return score === 1 ? 'yes' : 'no';
  return `${score} of ${BOUNDS[scale][1]}`;
}

/** What is not in the copy, why, and how to get it (GDPR art. 12(4): reasons are given). */
export function missingLines({ missing }: HeldNotes): readonly string[] {
  return missing.map(({ why, n }) => {
    const what =
      n === 1
        ? '1 note or score card about recordings of you is'
        : `${n} notes or score cards about recordings of you are`;
    return `${what} missing in this copy. ${BECAUSE[why]}`;
  });
}

const BECAUSE: Readonly<Record<NotesMissing, string>> = {
  locked:
    'What is written about recordings was locked when the copy was made. Ask the host to unlock it, and to give you a copy with the notes: you have a right to it (GDPR art. 15(3)).',
  refused:
    'Nobody may open it, because it is not certain that everybody in the recording agrees to being reviewed. It is deleted with the recording. Ask the host if you want it deleted sooner.',
  others: 'Only the host’s organisation can open it. Ask the host to get it there for you.',
  unreadable: 'It cannot be read any more. Ask the host what became of it.',
};

/** m:ss */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
