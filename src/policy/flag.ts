import { FLAGS, type Flag } from '../model/requirement.ts';

export function inOrder(flags: ReadonlySet<Flag>): Flag[] {
  return FLAGS.filter((flag) => flags.has(flag));
}
