import type { Demand, Evidence, GroundKind, SpecialCase } from '../model/requirement.ts';
import type { Place } from './place.ts';
import type { Counted } from './where.ts';

/** What a rule rests on, so that a reader can judge it. */
export interface Authority {
  readonly statutes: readonly string[];
  readonly source: string;
  readonly seen: Place['seen'];
  readonly confidence: Place['confidence'];
  /** YYYY-MM-DD; null: nothing to review. */
  readonly reviewed: string | null;
}

export interface Ground extends Authority {
  readonly because: GroundKind;
  readonly asks: Demand;
  /** Of whom it is true; empty where it is of the meeting or of the controller alone. */
  readonly who: readonly string[];
  readonly controller: boolean;
  readonly known: readonly Evidence[];
  /** Code and name of the place whose rule it is. */
  readonly place: string | null;
  readonly name: string | null;
  readonly special: SpecialCase | null;
  readonly unlisted: readonly string[];
  /** What the research says beside it, in English. */
  readonly detail: string | null;
}

/** One link of the chain. */
export interface Reason extends Ground {
  /** Which part of the answer is as strict as this reason asks: taken away, others may still ask the same. */
  readonly decides: readonly ('rule' | 'form')[];
}

const OF_NO_PLACE = {
  place: null,
  name: null,
  special: null,
  known: [],
  unlisted: [],
  detail: null,
  controller: false,
};

/** A ground that is of the meeting and of no place. */
export function ofMeeting(because: GroundKind, asks: Demand, authority: Authority, who: readonly string[]): Ground {
  return { ...OF_NO_PLACE, because, asks, who, ...authority };
}

/** A ground that is a place's. */
export function ofPlace(
  because: GroundKind,
  asks: Demand,
  { who, controller, known, unlisted, place }: Counted,
): Ground {
  const { statutes, source, seen, confidence, reviewed } = place;
  const detail = [place.detail, place.note].filter((text) => text !== undefined).join(' ') || null;
  return {
    because,
    asks,
    who,
    controller,
    known,
    place: place.code,
    name: place.name,
    special: null,
    unlisted,
    statutes,
    source,
    seen,
    confidence,
    reviewed,
    detail,
  };
}
