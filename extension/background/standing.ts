import { ANY_PAGE } from '../../src/platforms/registry.ts';
import type { MeetingTab } from './meeting.ts';

/**
 * Which of a tab's documents stands for it: a call may be in a frame of a page that has a script of ours too. Whoever is in a call comes
 * first, and what an adapter knows before what only looks like a call; then the page around before its frames. While nobody is in a call
 * whoever stood for the tab goes on doing so: it may be a call that has just been left.
 *
 * @param pages the newest document of each frame that has said where it is
 */
export function standing(pages: readonly MeetingTab[], before: MeetingTab | undefined): MeetingTab | null {
  const [best] = pages.filter(({ place }) => place === 'call').toSorted((a, b) => rank(b) - rank(a));
  if (best) return before?.place === 'call' && pages.includes(before) && rank(before) >= rank(best) ? before : best;
  if (before && pages.includes(before)) return before;
  return pages.find(({ frame }) => frame === 0) ?? pages[0] ?? null;
}

function rank({ platform, frame }: MeetingTab): number {
  return (platform === ANY_PAGE.id ? 0 : 2) + (frame === 0 ? 1 : 0);
}
