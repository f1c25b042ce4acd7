import type { State } from '../consent/state.ts';
import { LOSSES, SENSES, type SelfTest, type Sense, type SenseView } from '../model/panel.ts';
import type { Mute, Place } from '../model/roster.ts';

/** What is known of a site, as the table of platforms has it. */
export interface Known {
  readonly grade: number | null;
  readonly how: 'dom' | 'api' | 'host' | null;
  readonly seen: string | null;
}

/** A page as the worker knows it. */
export interface Tested {
  readonly software: string;
  readonly platform: string;
  readonly place: Place;
  readonly mute: Mute;
  /** The page was read whole, chat and all, at its last word; null before its first. */
  readonly readable: boolean | null;
  /** null before there is a log. */
  readonly state: State | null;
  readonly known: Readonly<Record<Sense, Known>>;
}

/** What works on this page now. `worked` is what did in this meeting before; what works now is added to it. */
export function selfTest(tested: Tested, worked: Set<Sense>): SelfTest {
  const senses = SENSES.map((sense): SenseView => ({ sense, now: now(sense, tested) }));
  for (const { sense, now } of senses) if (now === 'works') worked.add(sense);
  const fails = new Set(senses.flatMap(({ sense, now }) => (now === 'fails' ? sense : [])));
  const lost = LOSSES.filter((sense) => fails.has(sense) && worked.has(sense));
  return { senses, lost, report: report(tested, senses, lost) };
}

function now(sense: Sense, { known, place, mute, readable, state }: Tested): SenseView['now'] {
  const { how } = known[sense];
  if (how === 'host') return 'by-host';
  if (how === null) return 'fails';
  if (sense === 'call') return place === 'call' ? 'works' : 'fails';
  if (sense === 'mute') return mute === 'unknown' ? 'unknown' : 'works';
  if (!state?.inCall) return 'unknown';
  const { roster, watching } = state;
  switch (sense) {
    case 'people':
      if (!roster) return 'unknown';
      // Where a list was read once and its panel closed since, as many are known as the site counts.
      return roster.completeness === 'complete' || roster.rows === roster.counter ? 'works' : 'fails';
    case 'count':
      return roster ? (roster.counter === null ? 'fails' : 'works') : 'unknown';
    case 'chat-read':
      return readable === null ? 'unknown' : readable && watching ? 'works' : 'fails';
    case 'chat-write': {
      const outcome = [...state.posts.values()].findLast((post) => post.outcome !== null)?.outcome;
      return outcome === 'echoed' ? 'works' : outcome === 'refused' ? 'fails' : 'unknown';
    }
    default:
      return sense satisfies never;
  }
}

const MARKS = { works: 'yes', fails: 'NO', unknown: '?', 'by-host': 'by the host' } as const;

/** In English, for whoever mends the adapter: counts, codes and grades. */
function report(
  { software, platform, place, state, known }: Tested,
  senses: readonly SenseView[],
  lost: readonly Sense[],
) {
  const lines = [`${software}, self-test`, `platform ${platform}, ${place}`];
  for (const { sense, now } of senses) {
    const { how, grade, seen } = known[sense];
    lines.push(`${sense}: ${MARKS[now]}${how === null ? '' : ` (${how}, grade ${grade ?? '-'}, seen ${seen ?? '-'})`}`);
  }
  if (lost.length > 0) lines.push(`worked before: ${lost.join(', ')}`);
  if (state) {
    const { roster, confirmed, posts } = state;
    lines.push(
      roster
        ? `list: ${roster.source}, ${roster.completeness}, ${roster.rows} rows, counter ${roster.counter ?? '-'}, confirmed ${confirmed ? 'yes' : 'no'}`
        : 'list: not read',
      `messages: ${[...posts.values()].map(({ says, outcome }) => `${says} ${outcome ?? 'under way'}`).join(', ') || 'none'}`,
      `watched: ${state.watching ? 'yes' : 'no'}`,
    );
  }
  return lines.join('\n');
}
