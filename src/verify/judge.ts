import canonicalize from 'canonicalize';
import { advance } from '../consent/fold.ts';
import { gate, sameBasis } from '../consent/gate.ts';
import { judge } from '../consent/judge.ts';
import { requirementDue } from '../consent/requirement.ts';
import { blankState, type State } from '../consent/state.ts';
import { UNTOLD } from '../log/step.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import type { Entry, EntryOf, Logged } from '../model/entry.ts';
import { base64url, type EpochId } from '../model/id.ts';
import { PEOPLE_MAX } from '../model/tag.ts';
import { PACK } from '../policy/pack.ts';
import { answerFaults, isSigned } from './answers.ts';
import type { Judged, Limit } from './codes.ts';
import { Cover } from './cover.ts';
import { Segments } from './segments.ts';

/** index: the entry's place. */
export interface JudgedFault {
  readonly code: Judged;
  readonly index: number | null;
}

export interface Judgement {
  readonly faults: readonly JudgedFault[];
  readonly limits: readonly Limit[];
  readonly answers: readonly { readonly index: number; readonly answer: EntryOf<'answered'> }[];
}

/** Steps of work that are spent on one log: a meeting of a hundred people and a day takes a tenth; a made-up one must not take for ever. */
const STEPS_MAX = 50_000_000;
/** Entries after which it is told how far it is. */
const TELL = 500;
/** After so many faults the log is what it is. */
const FAULTS_MAX = 200;

/**
 * Judges what the log of one meeting tells, entry by entry, in its order. Every entry was read and stands in its place: anything else is
 * found by src/log/check.ts, and then there is nothing to judge.
 */
export async function judgeLog(entries: readonly Logged[], verify: VerifyEd25519, step = UNTOLD): Promise<Judgement> {
  const faults: JudgedFault[] = [];
  const limits = new Set<Limit>();
  const answers: { index: number; answer: EntryOf<'answered'> }[] = [];
  const state = blankState();
  const cover = new Cover();
  const segments = new Segments();
  let steps = 0;
  for (const [place, logged] of entries.entries()) {
    const { entry, index, at } = logged;
    if (place % TELL === 0) step(place / entries.length);
    steps += stepsOf(state, entry, segments.open);
    if (steps > STEPS_MAX || faults.length > FAULTS_MAX || hasCrowd(entry)) {
      faults.push({ code: 'judge-limits', index });
      break;
    }
    const found = [
      ...openingFaults(entry, index),
      ...ruleFaults(state, entry, limits),
      ...(await requirementFaults(entry)),
      ...epochFaults(state, cover, entry),
      ...segmentFaults(segments, entry, at),
    ];
    if (entry.kind === 'answered') {
      answers.push({ index, answer: entry });
      found.push(...answerFaults(state, entry));
      if (entry.signed && !(await isSigned(state, entry, verify))) found.push('signature');
    }
    for (const code of found) faults.push({ code, index });
    segments.told(entry);
    advance(state, logged);
    cover.take(logged);
    if (segments.open) segments.judged(gate(state).may === 'record', at);
  }
  if (segments.open) limits.add('still-open');
  return { faults, limits: [...limits], answers };
}

function openingFaults(entry: Entry, index: number): Judged[] {
  return (entry.kind === 'meeting-opened') === (index === 0) ? [] : ['opening'];
}

async function requirementFaults(entry: Entry): Promise<Judged[]> {
  if (entry.kind !== 'requirement-set') return [];
  const { kind: _kind, fingerprint, ...content } = entry;
  const text = new TextEncoder().encode(canonicalize(content));
  const hash = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
  return hash === fingerprint ? [] : ['requirement'];
}

/** Whether the requirement in force is the one that the rules give; only who has the rules of that version can say. */
function ruleFaults(state: State, entry: Entry, limits: Set<Limit>): Judged[] {
  if (entry.kind !== 'requirement-set' && entry.kind !== 'gate-opened') return [];
  const pack = entry.kind === 'requirement-set' ? entry.pack : state.requirement?.pack;
  if (pack !== undefined && pack !== PACK.version) {
    limits.add('other-rules');
    return [];
  }
  const due = requirementDue(state);
  if (entry.kind === 'gate-opened') return due ? ['rules'] : [];
  return due?.fingerprint === entry.fingerprint ? [] : ['rules'];
}

function epochFaults(state: State, cover: Cover, entry: Entry): Judged[] {
  if (entry.kind === 'gate-closed') return isRightClosing(state, entry) ? [] : ['epoch-end'];
  if (entry.kind !== 'gate-opened') return [];
  const faults: Judged[] = [];
  const uncovered = cover.uncovered(entry);
  if (uncovered === null || uncovered.length > 0) faults.push('epoch-cover');
  const verdict = gate(state);
  if (verdict.may !== 'record' || !sameBasis(verdict.basis, entry)) faults.push('epoch-verdict');
  return faults;
}

/** It closes for exactly the reasons that the entries before it give: one that was left out is missing among them. */
function isRightClosing(state: State, { reasons }: EntryOf<'gate-closed'>): boolean {
  const due = judge(state, () => state.epoch?.epoch as EpochId);
  return (
    due.turn === 'closes' &&
    due.entry.reasons.length === reasons.length &&
    due.entry.reasons.every((one, i) => one === reasons[i])
  );
}

function segmentFaults(segments: Segments, entry: Entry, at: number): Judged[] {
  switch (entry.kind) {
    case 'gate-opened':
      return segments.opens(entry, at);
    case 'gate-closed':
      return segments.closes(entry, at);
    case 'segment-started':
      return segments.starts(entry);
    case 'segment-sealed':
      return segments.seals(entry, at);
    case 'cut':
      return segments.cuts(entry);
    default:
      return [];
  }
}

function hasCrowd(entry: Entry): boolean {
  return entry.kind === 'people-counted' && entry.people > PEOPLE_MAX;
}

/** About how much work the next entry is, for a log that was made to be much. */
function stepsOf(state: State, entry: Entry, open: boolean): number {
  const people = state.people.size + 1;
  const kept = state.doubts.size + state.answers.size + state.keys.size + state.others.size + 1;
  const judges = open || entry.kind === 'gate-opened' || entry.kind === 'gate-closed';
  const matches = entry.kind === 'participant-matched' ? people * people : 0;
  const leaves = entry.kind === 'meeting-left' ? people : 0;
  return kept + matches + leaves + (judges ? people * (state.doubts.size + state.twins.size + 1) : 0);
}
