import { existsSync, readFileSync } from 'node:fs';
import { readCase } from '../case.ts';
import type { Meeting } from '../meeting.ts';
import { type Requirement, requirementOf } from '../requirement.ts';

/** A case as it is written down, with the answer that it must have. */
export interface WrittenCase {
  readonly id: string;
  readonly title: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

/** The research's own, as copied here; ours, each with what it rests on; and the research's as it stands now, where it lies beside us. */
const FILES = ['src/policy/testdata/worked-cases.json', 'src/policy/testdata/own-cases.json'];
const BESIDE = '../shared/facts/jurisdiction-cases.json';

export function writtenCases(): { readonly file: string; readonly cases: readonly WrittenCase[] }[] {
  return [...FILES, ...(existsSync(BESIDE) ? [BESIDE] : [])].map((file) => ({
    file,
    cases: JSON.parse(readFileSync(file, 'utf8')) as WrittenCase[],
  }));
}

/** A meeting from the least that a case needs: a host in Texas who records sound, and what is said otherwise. */
export function meeting(said: Record<string, unknown> = {}, ...others: Record<string, unknown>[]): Meeting {
  const host = { id: 'host', at: ['US-TX'], role: 'recorder' };
  const read = readCase({ participants: [host, ...others], media: ['audio'], ...said });
  if (!read.ok) throw new Error(`${read.code} at ${read.at}`);
  return read.value;
}

/** What such a meeting needs. */
export function required(said: Record<string, unknown> = {}, ...others: Record<string, unknown>[]): Requirement {
  return requirementOf(meeting(said, ...others));
}
