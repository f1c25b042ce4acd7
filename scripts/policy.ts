import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { BASES, EVIDENCE } from '../src/model/requirement.ts';
import { readCase } from '../src/policy/case.ts';
import { PACK } from '../src/policy/pack.ts';
import { requirementOf } from '../src/policy/requirement.ts';
import type { BadCase, CaseProblem } from '../src/policy/written.ts';

/**
 * npm run policy -- FILE.json (or -, for standard input): what the law asks for one case, or for each of a list in its order, as JSON. The product's floor
 * is not in it. Bad input: one sentence on standard error, nothing on standard output, exit code 1.
 */
const SENTENCES: Readonly<Record<CaseProblem, string>> = {
  'not-an-object': 'must be an object in braces',
  'not-a-list': 'must be a list in brackets',
  'empty-list': 'is empty, and with nobody or nothing in it there is no answer',
  'not-words': 'must be words in quotation marks',
  'not-yes-or-no': 'must be true or false',
  'not-an-age': 'must be a number of years from 0 to 150',
  'id-twice': 'is the id of somebody before, too: give each participant one of their own',
  'unknown-basis': `is none of ${BASES.join(', ')}`,
  'unknown-evidence': `is none of ${EVIDENCE.join(', ')}`,
  misspelt: 'is spelt almost like a field that counts: spell it as the README does',
};

/** What is wrong, for a person who writes cases. */
export class BadInput extends Error {}

/** The answers to one case or to a list of them, from JSON. */
export function answersTo(json: string): unknown {
  let read: unknown;
  try {
    read = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BadInput(`That is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (!Array.isArray(read)) return answerTo(read, 'The case');
  return read.map((one: unknown, n) => answerTo(one, `Case ${n + 1}${nameOf(one)}`));
}

function answerTo(from: unknown, called: string): unknown {
  const read = readCase(from);
  if (!read.ok) throw new BadInput(sentence(called, read));
  const { rule, form, mustConsent, mustBeInformed, noticeProfiles, flags, standing, reasons } = requirementOf(
    read.value,
  );
  // How the rules stand goes with each reason, so that nobody reads one alone for more than it is.
  const told = reasons.map((reason) => ({ standing: standing.kind, ...reason }));
  return { rule, form, mustConsent, mustBeInformed, noticeProfiles, flags, reasons: told };
}

function sentence(called: string, { code, at }: BadCase): string {
  return at === '' ? `${called} ${SENTENCES[code]}.` : `${called}: ${at} ${SENTENCES[code]}.`;
}

function nameOf(one: unknown): string {
  const id = typeof one === 'object' && one !== null && 'id' in one ? one.id : undefined;
  return typeof id === 'string' ? ` (${id.slice(0, 40)})` : '';
}

async function main(args: readonly string[]): Promise<void> {
  const [file] = args;
  if (file === undefined || args.length > 1)
    throw new BadInput(
      'Name one file with a case or a list of cases: npm run policy -- FILE.json, or - to read standard input.',
    );
  const answers = answersTo(file === '-' ? await text(process.stdin) : contentOf(file));
  process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`);
  process.stderr.write(
    `Research, not legal advice: rules of ${PACK.reviewed}, version ${PACK.version}, advisory until your counsel has read them.\n`,
  );
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadInput(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(process.argv.slice(2)).catch((error: unknown) => {
    if (!(error instanceof BadInput)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
