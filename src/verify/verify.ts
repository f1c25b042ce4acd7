import { BUNDLE_FAULTS } from '../log/bundle.ts';
import { type CheckedExport, type CheckedLog, checkedExport } from '../log/check.ts';
import { keyOf } from '../log/check-signed.ts';
import { readDisclosure } from '../log/commitment.ts';
import { fingerprintOf } from '../log/fingerprint.ts';
import { timeOf } from '../log/leaf.ts';
import { rootAt } from '../log/merkle.ts';
import { part, type Step, UNTOLD } from '../log/step.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import type { Logged } from '../model/entry.ts';
import { base64url } from '../model/id.ts';
import { piecesOf } from '../model/piece.ts';
import type { Verdict } from '../model/verified.ts';
import { ALONG, type Code, JUDGED, type Judged } from './codes.ts';
import type { GivenSigned } from './device-log.ts';
import { judgeLog } from './judge.ts';
import { check, type Line, limit } from './line.ts';
import { GRADE_MEANINGS } from './meanings.ts';
import { namesIn } from './names.ts';

export interface Verification {
  readonly verdict: Verdict;
  readonly lines: readonly Line[];
  /** SHA-256 of the last chunk of each segment and copy that is told of: what a media file is compared with. */
  readonly lastHashes: ReadonlySet<string>;
  /** SHA-256 of each recording that was saved as a file. */
  readonly saved: ReadonlySet<string>;
  /** The logs in it, for what others kept of them. */
  readonly given: readonly GivenSigned[];
}

/**
 * Verifies the text of a JSON export, offline: what src/log/check.ts checks, and then whether the story is one of consent. Never throws for
 * what is in the text.
 */
export async function verifyExport(text: string, verify: VerifyEd25519, step = UNTOLD): Promise<Verification> {
  const checked = await checkedExport(text, verify, part(step, 0, CHECKED));
  const lines: Line[] = checked.findings.map(({ code, log, index, ok }) =>
    check(code, ok ? 'holds' : 'fails', log, index),
  );
  const unreadable = lines.some((line) => line.what === 'check' && line.result === 'fails' && isOutside(line.code));
  if (unreadable) return { verdict: 'unreadable', lines, lastHashes: new Set(), saved: new Set(), given: [] };
  const lastHashes = new Set<string>();
  const saved = new Set<string>();
  const total = checked.logs.reduce((sum, { hashes }) => sum + hashes.length, 0);
  let before = CHECKED;
  for (const log of checked.logs) {
    const after = before + (1 - CHECKED) * (log.hashes.length / Math.max(total, 1));
    lines.push(...(await judged(log, verify, lastHashes, saved, part(step, before, after))));
    before = after;
  }
  lines.push(...(await aboutWhole(checked)));
  const bad = lines.some((line) => line.what === 'check' && line.result === 'fails');
  const key = checked.bundle && keyOf(checked.bundle);
  const given = checked.logs.map(({ bundled, hashes }) => ({
    log: bundled.log,
    hashes,
    key,
    checkpoints: bundled.checkpoints ?? [],
  }));
  return { verdict: bad ? 'invalid' : 'valid', lines, lastHashes, saved, given };
}

/** Of the work on a file, what comes before anything is judged. */
const CHECKED = 0.6;

function isOutside(code: Code): boolean {
  return BUNDLE_FAULTS.some((fault) => fault === code);
}

/** What is said of files that are given along is said of those: see media.ts and witness.ts. */
const OF_A_LOG = JUDGED.filter((code) => !ALONG.some((other) => other === code));

async function judged(
  checkedLog: CheckedLog,
  verify: VerifyEd25519,
  lastHashes: Set<string>,
  saved: Set<string>,
  step: Step,
): Promise<Line[]> {
  const { bundled, findings, leaves, tree } = checkedLog;
  const { log } = bundled;
  if (findings.some(({ ok }) => !ok)) return OF_A_LOG.map((code) => check(code, 'not-checked', log, null));
  const entries = [...leaves.values()].map((leaf): Logged => {
    return { index: leaf.index, at: timeOf(leaf), seen: leaf.seen, entry: leaf.entry };
  });
  const { faults, limits, answers } = await judgeLog(entries, verify, step);
  const { wrong, erased } = await noticeFaults(checkedLog);
  const all: { code: Judged; index: number | null }[] = [
    ...faults,
    ...wrong.map((index) => ({ code: 'notice' as const, index })),
  ];
  const failed = new Set(all.map(({ code }) => code));
  for (const hash of lastHashesOf(entries)) lastHashes.add(hash);
  for (const { entry } of entries) {
    if (entry.kind === 'copy-made' && entry.lastHash) lastHashes.add(entry.lastHash);
    if (entry.kind === 'exported' && entry.file) saved.add(entry.file);
  }
  const lines = all.map(({ code, index }) => check(code, 'fails', log, index));
  // Given up in the middle, what was not found says nothing.
  const rest = failed.has('judge-limits') ? 'not-checked' : 'holds';
  for (const code of OF_A_LOG) if (!failed.has(code)) lines.push(check(code, rest, log, null));
  const nameOf = namesIn(checkedLog);
  for (const { index, answer } of answers) {
    const { participant, answer: said, purposes, media, grade } = answer;
    const time = leaves.get(index)?.time ?? '';
    const name = nameOf(participant, index);
    const means = GRADE_MEANINGS[grade];
    lines.push({ what: 'answer', log, index, time, participant, name, answer: said, purposes, media, grade, means });
  }
  if (answers.some(({ answer }) => answer.grade !== 'signed')) lines.push(limit('forged-from-the-start', log));
  if (answers.length > 0) lines.push(limit('who-was-at-the-keyboard', log));
  if (erased) lines.push(limit('words-erased', log));
  lines.push(...limits.map((code) => limit(code, log)));
  const root = `${bundled.size} ${base64url(await rootAt(tree))}`;
  const first = leaves.get(0);
  if (first) lines.push({ what: 'fact', fact: 'meeting', log, value: `${first.time} ${bundled.platform}` });
  lines.push({ what: 'fact', fact: 'root', log, value: root });
  return lines;
}

/** Of what is left: after a cut that of each piece, and no longer that of the whole. */
function lastHashesOf(entries: readonly Logged[]): readonly string[] {
  const cut = piecesOf(entries);
  return entries.flatMap(({ entry }) => {
    if (entry.kind !== 'segment-sealed' || !entry.lastHash) return [];
    const { cuts, pieces } = cut.get(entry.epoch) ?? { cuts: 0, pieces: [] };
    return cuts > 0 ? pieces.map(({ lastHash }) => lastHash) : [entry.lastHash];
  });
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
