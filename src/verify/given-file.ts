import { readBundle } from '../log/bundle.ts';
import { isReceiptText, readReceipt } from '../log/receipt.ts';
import { type Step, UNTOLD } from '../log/step.ts';
import type { VerifyEd25519 } from '../model/ed25519.ts';
import type { GivenFile, MyConsent } from '../model/my-consent.ts';
import type { Line } from './line.ts';
import { verifyReceipt } from './receipt.ts';
import { answerInReceipt, receiptsAgree, rootInLog, rootInReceipt } from './receipt-along.ts';
import { verifyExport } from './verify.ts';

/** What a host gave, before it is known whose it is. asks: of the questions that it tells of. */
export interface LookedAt {
  readonly kind: GivenFile['kind'];
  readonly verdict: 'valid' | 'invalid' | 'unreadable';
  readonly fingerprint: string | null;
  /** What it is compared with what is kept of one consent. */
  readonly against: (kept: MyConsent) => Promise<GivenFile['compared']>;
  /** Whether it tells of this question. */
  readonly isAbout: (ask: string) => boolean;
}

/** What was found of a file, for each consent that it is about. text: of a receipt, to be kept; an export can be as large as a disk. */
export interface Compared extends Pick<LookedAt, 'kind' | 'verdict' | 'fingerprint'> {
  readonly text: string | null;
  readonly about: readonly {
    readonly row: Pick<MyConsent, 'meeting' | 'ask'>;
    readonly compared: GivenFile['compared'];
  }[];
}

/** Checks a file, finds out whose it is, and compares it with what is kept of those. rows: all that is kept. */
export async function compareFile(
  text: string,
  rows: readonly MyConsent[],
  verify: VerifyEd25519,
  step = UNTOLD,
): Promise<Compared> {
  const { kind, verdict, fingerprint, isAbout, against } = await lookAt(text, verify, step);
  const about = [];
  // Of what cannot be read nobody knows what it is about.
  for (const row of verdict === 'unreadable' ? [] : rows.filter(({ ask }) => isAbout(ask)))
    about.push({ row: { meeting: row.meeting, ask: row.ask }, compared: await against(row) });
  return { kind, verdict, fingerprint, text: kind === 'receipt' ? text : null, about };
}

/** Checks a receipt or an export for somebody who has kept something of the same meeting. Never throws for what is in it. */
export async function lookAt(text: string, verify: VerifyEd25519, step = UNTOLD): Promise<LookedAt> {
  return isReceiptText(text) ? lookAtReceipt(text, verify, step) : lookAtExport(text, verify, step);
}

async function lookAtReceipt(text: string, verify: VerifyEd25519, step: Step): Promise<LookedAt> {
  const { verdict, lines, receipt } = await verifyReceipt(text, verify, step);
  return {
    kind: 'receipt',
    verdict,
    fingerprint: fingerprintIn(lines),
    isAbout: (ask) => receipt?.entries.some(({ leaf }) => leaf.includes(`"ask":"${ask}"`)) ?? false,
    async against({ roots, answers, ask, given }) {
      if (!receipt) return 'nothing';
      const last = answers.at(-1);
      const found = [
        ...roots.map((root) => rootInReceipt(receipt, root)),
        last ? answerInReceipt(receipt, { ask, answer: last.answer, at: last.at }) : null,
      ];
      for (const earlier of given) {
        const read = earlier.text === null || earlier.verdict !== 'valid' ? null : readReceipt(earlier.text);
        if (read?.ok) found.push(...receiptsAgree(read.receipt, receipt));
      }
      return summed(found);
    },
  };
}

async function lookAtExport(text: string, verify: VerifyEd25519, step: Step): Promise<LookedAt> {
  const { verdict, lines, given } = await verifyExport(text, verify, step);
  const read = readBundle(text);
  const logsOf = (ask: string) =>
    read.ok ? read.bundle.logs.filter(({ leaves }) => leaves.some((leaf) => leaf.includes(`"ask":"${ask}"`))) : [];
  return {
    kind: 'export',
    verdict,
    fingerprint: fingerprintIn(lines),
    isAbout: (ask) => logsOf(ask).length > 0,
    async against({ roots, ask }) {
      const found: (Line | null)[] = [];
      for (const { log } of logsOf(ask)) {
        const whole = given.find((one) => one.log === log);
        for (const root of whole ? roots : []) found.push(whole ? await rootInLog(whole, root) : null);
      }
      return summed(found);
    },
  };
}

function fingerprintIn(lines: readonly Line[]): string | null {
  const fact = lines.find((line) => line.what === 'fact' && line.fact === 'fingerprint');
  return fact?.what === 'fact' ? fact.value : null;
}

/** The worst of them: another log weighs more than a part that is missing. */
function summed(found: readonly (Line | null)[]): GivenFile['compared'] {
  const checks = found.flatMap((line) => (line?.what === 'check' ? [line] : []));
  const failed = checks.filter(({ result }) => result === 'fails');
  if (failed.some(({ code }) => code === 'witness')) return 'fork';
  if (failed.length > 0) return 'left-out';
  return checks.length > 0 ? 'same' : 'nothing';
}
