import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { answersTo, BadInput } from './policy.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'atr-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CASES = 'src/policy/testdata/worked-cases.json';
const cases = JSON.parse(readFileSync(CASES, 'utf8')) as { id: string; expect: object }[];
const KEYS = ['rule', 'form', 'mustConsent', 'mustBeInformed', 'noticeProfiles', 'flags', 'reasons'];
const host = { id: 'host', at: ['US-TX'], role: 'recorder' };

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/policy.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function fileOf(text: string): string {
  const file = path.join(folder, 'case.json');
  writeFileSync(file, text);
  return file;
}

describe('npm run policy', () => {
  test('a list in, a list out, in the same order, with the keys of expect and reasons', () => {
    const { status, stdout, stderr } = run([CASES]);
    const answers = JSON.parse(stdout) as object[];
    expect(status).toBe(0);
    expect(answers).toMatchObject(cases.map((written) => written.expect));
    expect(answers).toHaveLength(cases.length);
    for (const answer of answers) expect(Object.keys(answer)).toEqual(KEYS);
    expect(stderr).toBe(
      'Research, not legal advice: rules of 2026-11-23, version 1, advisory until your counsel has read them.\n',
    );
  });

  test('one case in, one answer out, from standard input', () => {
    const { status, stdout } = run(['-'], JSON.stringify(cases[1]));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject(cases[1]?.expect ?? {});
  });

  test.each<[string, () => ReturnType<typeof run>, RegExp]>([
    ['no file', () => run([]), /^Name one file with a case .*\n$/],
    ['two files', () => run([CASES, CASES]), /^Name one file with a case .*\n$/],
    [
      'a file that is not there',
      () => run([path.join(folder, 'no.json')]),
      /^.*no\.json cannot be read: ENOENT.*\.\n$/,
    ],
    ['a folder', () => run([folder]), /^.* cannot be read: EISDIR.*\.\n$/],
    ['no JSON', () => run([fileOf('rule: all-party')]), /^That is not JSON: .*\.\n$/],
    ['nothing', () => run(['-']), /^That is not JSON: .*\.\n$/],
    ['a bad case', () => run([fileOf('{"participants": []}')]), /^The case: participants is empty, .*\.\n$/],
  ])('%s: one sentence, nothing on standard output, exit code 1', (_, ran, sentence) => {
    const { status, stdout, stderr } = ran();
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
  });
});

describe('what is wrong is said of the case and the field', () => {
  const said = (from: unknown) => {
    try {
      return answersTo(JSON.stringify(from));
    } catch (error) {
      if (error instanceof BadInput) return error.message;
      throw error;
    }
  };
  const bad = { ...cases[0], lawfulBasis: 'because' };

  test.each<[unknown, string]>([
    ['US-TX', 'The case must be an object in braces.'],
    [{ participants: [host] }, 'The case: media must be a list in brackets.'],
    [
      bad,
      'The case: lawfulBasis is none of consent, contract, legal-obligation, vital-interests, public-task, legitimate-interests.',
    ],
    [
      [cases[0], bad],
      'Case 2 (C01): lawfulBasis is none of consent, contract, legal-obligation, vital-interests, public-task, legitimate-interests.',
    ],
    [[cases[0], null], 'Case 2 must be an object in braces.'],
    [
      [{ id: 7, media: ['audio'], participants: [host, host] }],
      'Case 1: participants[1].id is the id of somebody before, too: give each participant one of their own.',
    ],
    [
      { participants: [{ ...host, age: 'young' }], media: ['audio'] },
      'The case: participants[0].age must be a number of years from 0 to 150.',
    ],
    [
      { participants: [host], media: ['audio'], biometric: true },
      'The case: biometric is spelt almost like a field that counts: spell it as the README does.',
    ],
  ])('%j', (from, sentence) => {
    expect(said(from)).toBe(sentence);
  });

  test('an empty list of cases has an empty list of answers, and a mark of byte order is no fault', () => {
    expect(answersTo('[]')).toEqual([]);
    expect(answersTo(`\uFEFF${JSON.stringify(cases.slice(0, 1))}`)).toMatchObject([
      { rule: 'one-party', reasons: [{ standing: 'advisory', because: 'law' }, { standing: 'advisory' }] },
    ]);
  });
});
