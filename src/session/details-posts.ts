import { renderDetails, type Stated } from '../consent/notices/details.ts';
import { wordingOf } from '../consent/notices/registry.ts';
import type { Wording } from '../consent/notices/wording.ts';
import type { AskedState, State } from '../consent/state.ts';
import { Failure } from '../model/failure.ts';
import { joinPost } from '../model/tag-post.ts';

/** Room for what stands before and after the words of a post: which one of how many it is, and its tag. */
const AROUND = 60;

/**
 * The whole notice in as many posts as it takes, each of which holds whole sentences and says which one it is. limit: of the site's
 * messages, in UTF-16 units.
 */
export function detailsPosts(
  { requirement }: State,
  asked: AskedState,
  stated: Stated,
  language: string,
  limit: number,
): string[] {
  const wording = wordingOf(language);
  if (!wording) throw new Failure('unexpected', `details in ${language}`);
  const room = Math.max(limit - AROUND - head(wording, 88, 99).length, AROUND);
  const groups = packed(renderDetails(asked, stated, requirement?.profiles ?? [], wording.language), room);
  return groups.map((words, i) => {
    const [part, of] = [i + 1, groups.length];
    const tag = { kind: 'details', ask: asked.id, part, of } as const;
    return joinPost(`${head(wording, part, of)} ${words}`, tag, Number.POSITIVE_INFINITY);
  });
}

function head({ detailsWord }: Wording, part: number, of: number): string {
  return `${detailsWord} ${part}/${of}:`;
}

/** Sentences in order, as many together as there is room for; one that is too long for any post is cut between its words. */
function packed(sentences: readonly string[], room: number): string[] {
  const groups: string[] = [];
  for (const piece of sentences.flatMap((sentence) => pieces(sentence, room))) {
    const last = groups.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= room) groups[groups.length - 1] = `${last} ${piece}`;
    else groups.push(piece);
  }
  return groups;
}

function pieces(sentence: string, room: number): string[] {
  if (sentence.length <= room) return [sentence];
  const gap = sentence.lastIndexOf(' ', room);
  const at = gap > 0 ? gap : room;
  return [sentence.slice(0, at).toWellFormed(), ...pieces(sentence.slice(at).trim(), room)];
}
