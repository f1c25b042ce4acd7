import { describe, expect, test } from 'vitest';
import { WORDINGS } from '../consent/notices/registry.ts';
import { offWhyOf } from '../consent/status-words.ts';
import { en } from '../ui/words/en.ts';
import { ANSWERS, CHANNELS, CONSENT_STATES, GRADES } from './answer.ts';
import { type AskTerms, MEDIA, PURPOSES, termsProblem } from './ask.ts';
import { SEND_OUTCOMES } from './chat.ts';
import { entrySchema } from './entry.ts';
import { FAILURES } from './failure.ts';
import { REASONS } from './gate.ts';
import { SEAL_CAUSES } from './observation.ts';
import { TROUBLES } from './panel.ts';
import { MUTES } from './roster.ts';
import { OFF_WHYS } from './tag.ts';

/**
 * Whatever can happen has words. The model's unions are closed, and each of their members that can come upon a screen or into a chat
 * needs its sentence; one that was forgotten would show there as `undefined`.
 */
const doubts = entrySchema.options.flatMap((option) =>
  option.entries.kind.literal === 'doubted' && 'reason' in option.entries ? option.entries.reason.options : [],
);

const SCREENS: readonly [string, readonly string[], readonly string[]][] = [
  ['why the gate is shut', REASONS, ['reason.*', 'reason.*.next', 'gap.*']],
  ['why a segment ended', SEAL_CAUSES, ['seal.*']],
  ['what could not be done', FAILURES, ['failure.*', 'failure.*.next']],
  ['what goes wrong in capture', TROUBLES, ['trouble.*', 'trouble.*.next']],
  ['where somebody stands', CONSENT_STATES, ['consent.*']],
  ['how strong an answer is', GRADES, ['grade.*', 'grade.*.why']],
  ['how an answer came', CHANNELS, ['channel.*']],
  ['what somebody answered', ANSWERS, ['records.answer.*', 'doubt.did.*', 'doubt.yes.*']],
  ['why the host is asked', doubts, ['doubt.why.*']],
  ['what a recording is for', PURPOSES, ['purpose.*', 'purpose.*.long']],
  ['what is recorded', MEDIA, ['media.*']],
  ['the host’s microphone', MUTES, ['microphone.*']],
  ['a message that did not arrive', SEND_OUTCOMES.filter((outcome) => outcome !== 'echoed'), ['unsent.*']],
];

function textOf(key: string): string {
  const text: unknown = new Map<string, unknown>(Object.entries(en)).get(key);
  if (typeof text === 'object' && text !== null) return Object.values(text).join('');
  return typeof text === 'string' ? text : '';
}

describe('every word on a screen', () => {
  test.each(SCREENS)('%s', (_name, members, patterns) => {
    expect(members.length).toBeGreaterThan(1);
    const keys = patterns.flatMap((pattern) => members.map((member) => pattern.replace('*', member)));
    expect(keys.filter((key) => textOf(key).trim() === '')).toEqual([]);
  });

  test('a sentence for what is no longer in the model is a sentence too many', () => {
    const left = SCREENS.flatMap(([, members, patterns]) =>
      patterns.flatMap((pattern) => {
        const [before = '', after = ''] = pattern.split('*');
        if (!['reason.', 'gap.', 'seal.', 'failure.', 'trouble.', 'consent.', 'grade.', 'doubt.why.'].includes(before))
          return [];
        return Object.keys(en)
          .filter((key) => key.startsWith(before) && key.endsWith(after))
          .map((key) => ({ key, member: key.slice(before.length, key.length - after.length) }))
          .filter(({ member }) => !member.includes('.') && !members.includes(member) && member !== 'other');
      }),
    );
    expect(left).toEqual([]);
  });

  test('why terms cannot be asked', () => {
    const base: AskTerms = {
      purposes: [{ purpose: 'notes', required: true }],
      media: 'sound',
      keepDays: 1,
      proofDays: 1,
    };
    const problems = [
      { ...base, purposes: [] },
      { ...base, purposes: [{ purpose: 'notes' as const, required: false }] },
      { ...base, purposes: [...base.purposes, ...base.purposes] },
      { ...base, proofDays: 0 },
    ].map(termsProblem);
    expect(problems).toEqual(['no-purpose', 'no-required-purpose', 'twice', 'period']);
    expect(problems.filter((problem) => textOf(`terms.${problem}`) === '')).toEqual([]);
  });
});

describe('every word in a chat', () => {
  test.each(WORDINGS.map((wording) => [wording.language, wording] as const))('%s', (_language, wording) => {
    const words: readonly Readonly<Record<string, string>>[] = [wording.purposeNames, wording.purposeWhys];
    for (const names of words) expect(PURPOSES.filter((purpose) => !names[purpose]?.trim())).toEqual([]);
    expect(MEDIA.filter((media) => !wording.what[media].trim())).toEqual([]);
    expect(OFF_WHYS.filter((why) => !wording.off[why].trim())).toEqual([]);
  });

  test('every reason alone is told as something of its own, not as a fault that it is not', () => {
    const faults = REASONS.filter((reason) => offWhyOf([reason]) === 'fault');
    expect(faults).toEqual(['not-armed', 'capture-failed']);
    expect(offWhyOf(['waiting', 'withdrawn'])).toBe('declined');
  });
});
