import { describe, expect, it } from 'vitest';
import { ANSWERS, CHANNELS, GRADES } from '../../model/answer.ts';
import { PURPOSES } from '../../model/ask.ts';
import { entrySchema } from '../../model/entry.ts';
import { FAILURES } from '../../model/failure.ts';
import { REASONS } from '../../model/gate.ts';
import { SEAL_CAUSES } from '../../model/observation.ts';
import { LOSSES, SENSES, TROUBLES } from '../../model/panel.ts';
import { BASES, EVIDENCE, FLAGS, FORMS, GROUNDS, NOT_MINIMUM, RULES, SPECIAL_CASES } from '../../model/requirement.ts';
import { COMPOSERS, WARNINGS } from '../../model/roster.ts';
import { FILE_FAULTS } from '../../model/setting-file.ts';
import { SETTING_FAULTS, SETTING_PATHS } from '../../model/settings.ts';
import { PHASES } from '../panel/phase.ts';
import { en } from './en.ts';
import type { Text } from './speak.ts';

/** Whoever adds a code to a closed union is told here what the screens cannot say yet. */
const words: Readonly<Record<string, Text>> = en;

function forms(key: string): string[] {
  const text = words[key];
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** Something that goes wrong is said in a sentence, and then what to do, which is not the same sentence. */
function lacks(key: string): string[] {
  const faults: string[] = [];
  for (const part of [key, `${key}.next`]) {
    const said = forms(part);
    if (said.length === 0) faults.push(`${part}: nothing is said`);
    for (const text of said) if (!/^\S.{3,}[.!?]$/.test(text)) faults.push(`${part}: no sentence`);
  }
  if (faults.length === 0 && forms(key)[0] === forms(`${key}.next`)[0]) faults.push(`${key}: no next step`);
  return faults;
}

const doubtReasons = entrySchema.options
  .map(({ entries }) => entries)
  .flatMap((entry) => (entry.kind.literal === 'doubted' && 'reason' in entry ? entry.reason.options : []));

describe('a sentence and a next step', () => {
  it.each([
    ['failure', FAILURES],
    ['reason', REASONS],
    ['trouble', TROUBLES],
    ['lost', LOSSES],
    ['warning', WARNINGS],
    ['flag', [...FLAGS, 'special-category']],
    ['file', [...FILE_FAULTS, 'clash']],
    ['composer', COMPOSERS.filter((composer) => composer !== 'ready')],
  ] as const)('for every %s', (kind, codes) => {
    expect(codes.flatMap((code) => lacks(`${kind}.${code}`))).toEqual([]);
  });

  it('for what only the records page says', () => {
    const own = Object.keys(words).filter((key) => /^records\.failure\.[\w-]+$/.test(key));
    expect(own.length).toBeGreaterThan(0);
    expect([...own, 'records.log-damaged'].flatMap(lacks)).toEqual([]);
    for (const key of own) expect(FAILURES).toContain(key.replace('records.failure.', ''));
  });

  it('for no code that is gone', () => {
    const known: Readonly<Record<string, readonly string[]>> = {
      failure: FAILURES,
      reason: REASONS,
      trouble: TROUBLES,
      lost: LOSSES,
      sense: SENSES,
      warning: WARNINGS,
      flag: [...FLAGS, 'special-category'],
      file: [...FILE_FAULTS, 'clash'],
      fault: ['line', ...SETTING_FAULTS],
      basis: BASES,
      setting: SETTING_PATHS.flatMap((path) => [path, `${path}.why`]),
      evidence: EVIDENCE,
      special: SPECIAL_CASES,
      minimum: ['not', ...NOT_MINIMUM],
      composer: COMPOSERS,
      seal: SEAL_CAUSES,
      gap: REASONS,
      'doubt.why': doubtReasons,
    };
    const gone = Object.entries(known).flatMap(([kind, codes]) =>
      Object.keys(words).filter(
        (key) => key.startsWith(`${kind}.`) && !codes.includes(key.slice(kind.length + 1).replace(/\.next$/, '')),
      ),
    );
    expect(gone).toEqual([]);
  });
});

describe('a text for every', () => {
  it.each([
    ['setting', 'setting', SETTING_PATHS],
    ['fault of a setting', 'fault', SETTING_FAULTS],
    ['legal ground', 'basis', BASES],
    ['reason against the legal minimum', 'floor.not', NOT_MINIMUM],
    ['end of a recorded stretch', 'seal', SEAL_CAUSES],
    ['gap between two', 'gap', REASONS],
    ['doubt, with the reason', 'doubt.why', doubtReasons],
    ['state of the panel', 'phase', PHASES],
    ['line below it', 'phase', PHASES.map((phase) => `${phase}.more`)],
    ['thing that a page lets us do', 'sense', SENSES],
    ['answer', 'records.answer', ANSWERS],
    ['grade', 'grade', GRADES],
    ['channel', 'channel', CHANNELS],
    ['purpose', 'purpose', PURPOSES],
    ['rule', 'rule', RULES],
    ['form', 'form', FORMS],
    ['answer of the law', 'law.answer', RULES.flatMap((rule) => FORMS.map((form) => `${rule}.${form}`))],
    ['reason of the law', 'because', GROUNDS],
    ['way to know a place', 'evidence', EVIDENCE],
    ['case in which a place asks for more', 'special', SPECIAL_CASES],
    ['reason against the legal minimum', 'minimum', NOT_MINIMUM],
  ] as const)('%s', (_, kind, codes) => {
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => forms(`${kind}.${code}`).length === 0)).toEqual([]);
  });
});
