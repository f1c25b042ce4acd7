import { BUNDLE_FAULTS } from '../log/bundle.ts';
import { type CheckedExport, type CheckedLog, checkedExport } from '../log/check.ts';
import { keyOf } from '../log/check-signed.ts';
import { readDisclosure } from '../log/commitment.ts';
import { fingerprintOf } from '../log/fingerprint.ts';
import { timeOf } from '../log/leaf.ts';
import { rootAt, treeOf } from '../log/merkle.ts';
import type { AnswerKind, Grade } from '../model/answer.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import type { Logged } from '../model/entry.ts';
import { base64url } from '../model/id.ts';
import { ALONG, type Code, JUDGED, type Judged, type Limit } from './codes.ts';
import { judgeLog } from './judge.ts';
import { GRADE_MEANINGS, LIMIT_MEANINGS, MEANINGS } from './meanings.ts';
import type { Given } from './witness.ts';

/**
 * One line of what was found. check: held, did not hold, or could not be made, because the log is not the one that was written. answer: one
 * answer and how strong its evidence is. limit: what nobody can know from the file. fact: to be compared by people.
 */
export type Line =
  | {
      readonly what: 'check';
      readonly code: Code;
      readonly result: 'holds' | 'fails' | 'not-checked';
      readonly log: string | null;
      readonly index: number | null;
      readonly means: string;
    }
  | {
      readonly what: 'answer';
      readonly log: string;
      readonly index: number;
      readonly participant: string;
      readonly answer: AnswerKind;
      readonly grade: Grade;
      readonly means: string;
    }
  | { readonly what: 'limit'; readonly code: Limit; readonly log: string | null; readonly means: string }
  | {
      readonly what: 'fact';
      readonly fact: 'root' | 'fingerprint';
      readonly log: string | null;
      readonly value: string;
    };

export interface Verification {
  readonly verdict: 'valid' | 'invalid' | 'unreadable';
  readonly lines: readonly Line[];
  /** SHA-256 of the last chunk of each segment that is told of: what a media file is compared with. */
  readonly lastHashes: ReadonlySet<string>;
  /** The logs in it, for what others kept of them. */
  readonly given: readonly Given[];
}

/**
 * Verifies the text of a JSON export, offline: what src/log/check.ts checks, and then whether the story is one of consent. Never throws for
 * what is in the text.
 */
export async function verifyExport(text: string, verify: VerifyEd25519): Promise<Verification> {
  const checked = await checkedExport(text, verify);
  const lines: Line[] = checked.findings.map(({ code, log, index, ok }) =>
    check(code, ok ? 'holds' : 'fails', log, index),
  );
  const unreadable = lines.some((line) => line.what === 'check' && line.result === 'fails' && isOutside(line.code));
  if (unreadable) return { verdict: 'unreadable', lines, lastHashes: new Set(), given: [] };
  const lastHashes = new Set<string>();
  for (const log of checked.logs) lines.push(...(await judged(log, verify, lastHashes)));
  lines.push(...(await aboutWhole(checked)));
  const bad = lines.some((line) => line.what === 'check' && line.result === 'fails');
  const key = checked.bundle && keyOf(checked.bundle);
  const given = checked.logs.map(({ bundled, hashes }) => ({ log: bundled.log, hashes, key }));
  return { verdict: bad ? 'invalid' : 'valid', lines, lastHashes, given };
}

const NOT_JUDGED = 'This was not looked at: the log is not the one that was written, so what it tells proves nothing.';
const NO_MEDIA = 'This was not looked at: no recording was given along.';

export function check(
  code: Code,
  result: 'holds' | 'fails' | 'not-checked',
  log: string | null,
  index: number | null,
): Line {
  const means = result === 'not-checked' ? (code === 'media' ? NO_MEDIA : NOT_JUDGED) : MEANINGS[code][result];
  return { what: 'check', code, result, log, index, means };
}

export function limit(code: Limit, log: string | null): Line {
  return { what: 'limit', code, log, means: LIMIT_MEANINGS[code] };
}

function isOutside(code: Code): boolean {
  return BUNDLE_FAULTS.some((fault) => fault === code);
}

/** What is said of files that are given along is said of those: see media.ts and witness.ts. */
const OF_A_LOG = JUDGED.filter((code) => !ALONG.some((other) => other === code));

async function judged(checkedLog: CheckedLog, verify: VerifyEd25519, lastHashes: Set<string>): Promise<Line[]> {
  const { bundled, findings, leaves, hashes } = checkedLog;
  const { log } = bundled;
  if (findings.some(({ ok }) => !ok)) return OF_A_LOG.map((code) => check(code, 'not-checked', log, null));
  const entries = [...leaves.values()].map((leaf): Logged => {
    return { index: leaf.index, at: timeOf(leaf), seen: leaf.seen, entry: leaf.entry };
  });
  const { faults, limits, answers } = await judgeLog(entries, verify);
  const { wrong, erased } = await noticeFaults(checkedLog);
  const all: { code: Judged; index: number | null }[] = [
    ...faults,
    ...wrong.map((index) => ({ code: 'notice' as const, index })),
  ];
  const failed = new Set(all.map(({ code }) => code));
  for (const { entry } of entries)
    if (entry.kind === 'segment-sealed' && entry.lastHash) lastHashes.add(entry.lastHash);
  const lines = all.map(({ code, index }) => check(code, 'fails', log, index));
  // Given up in the middle, what was not found says nothing.
  const rest = failed.has('judge-limits') ? 'not-checked' : 'holds';
  for (const code of OF_A_LOG) if (!failed.has(code)) lines.push(check(code, rest, log, null));
  for (const { index, answer } of answers) {
    const { participant, answer: said, grade } = answer;
    lines.push({ what: 'answer', log, index, participant, answer: said, grade, means: GRADE_MEANINGS[grade] });
  }
  if (answers.some(({ answer }) => answer.grade !== 'signed')) lines.push(limit('forged-from-the-start', log));
  if (answers.length > 0) lines.push(limit('who-was-at-the-keyboard', log));
  if (erased) lines.push(limit('words-erased', log));
  lines.push(...limits.map((code) => limit(code, log)));
  lines.push({
    what: 'fact',
    fact: 'root',
    log,
    value: `${bundled.size} ${base64url(await rootAt(await treeOf(hashes)))}`,
  });
  return lines;
}

/** Entries whose words, where they are there, are not the ones that were answered to; and whether any were erased. */
async function noticeFaults({ bundled, leaves }: CheckedLog): Promise<{ wrong: number[]; erased: boolean }> {
  const wrong: number[] = [];
  let sealed = 0;
  for (const leaf of leaves.values()) sealed += Object.keys(leaf.sealed).length;
  for (const { index, field, disclosure } of bundled.disclosures) {
    const entry = leaves.get(index)?.entry;
    if (entry?.kind !== 'asked' || field !== 'text') continue;
    const words = new TextEncoder().encode(readDisclosure(disclosure)?.value ?? '');
    const hash = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', words)));
    if (hash !== entry.notice.hash) wrong.push(index);
  }
  return { wrong, erased: sealed > bundled.disclosures.length };
}

async function aboutWhole({ bundle }: CheckedExport): Promise<Line[]> {
  if (!bundle) return [];
  const key = keyOf(bundle);
  const signed =
    key !== null && bundle.seal !== undefined && bundle.logs.every(({ checkpoints }) => checkpoints?.length);
  const lines: Line[] = [limit('tail-cut', null), limit('clock', null)];
  if (!signed) lines.push(limit('not-signed', null));
  if (key) {
    lines.push(limit('whose-key', null));
    lines.push({ what: 'fact', fact: 'fingerprint', log: null, value: await fingerprintOf(key) });
  }
  return lines;
}
