import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AFTERWARDS } from '../model/afterwards.ts';
import { ANSWERS, CHANNELS, GRADES } from '../model/answer.ts';
import { MEDIA, PURPOSES } from '../model/ask.ts';
import { SEND_OUTCOMES } from '../model/chat.ts';
import { DISCLOSED_FIELDS, leafSchema } from '../model/entry.ts';
import { REASONS } from '../model/gate.ts';
import { ARM_LOSSES, SEAL_CAUSES, SETTLEMENTS } from '../model/observation.ts';
import {
  BASES,
  DUTIES,
  EVIDENCE,
  FLAGS,
  FLOORS,
  FORMS,
  GROUNDS,
  NOT_MINIMUM,
  PROFILES,
  RULES,
  SPECIAL_CASES,
} from '../model/requirement.ts';
import { COMPLETENESS, ROSTER_SOURCES } from '../model/roster.ts';
import { BUNDLE_FORMAT } from './bundle.ts';
import { CHECKS } from './check.ts';
import { EVERY_KIND } from './testdata/every-kind.ts';

const format = readFileSync(new URL('./FORMAT.md', import.meta.url), 'utf8');
const section = (number: number) => format.split(/^## /m)[number] ?? '';
const codes = (text: string) => new Set([...text.matchAll(/`([^`]+)`/g)].map((found) => found[1]));

describe('FORMAT.md names', () => {
  it.each(Object.keys(leafSchema.entries))('the leaf member %s', (member) => {
    expect(section(2)).toContain(`| \`${member}\` |`);
  });

  it.each(DISCLOSED_FIELDS)('the field %s', (field) => expect(section(4)).toContain(`| \`${field}\` |`));

  it.each(Object.values(EVERY_KIND))('the kind $kind and its members', (entry) => {
    const row = section(5)
      .split('\n')
      .find((line) => codes(line.split('|')[1] ?? '').has(entry.kind));
    expect(row).toBeDefined();
    for (const member of Object.keys(entry)) if (member !== 'kind') expect(codes(row ?? '')).toContain(member);
  });

  it('every value of the closed lists', () => {
    const lists = [
      ANSWERS,
      CHANNELS,
      GRADES,
      MEDIA,
      PURPOSES,
      SEND_OUTCOMES,
      REASONS,
      ARM_LOSSES,
      SEAL_CAUSES,
      SETTLEMENTS,
      COMPLETENESS,
      ROSTER_SOURCES,
      RULES,
      FORMS,
      EVIDENCE,
      BASES,
      DUTIES,
      NOT_MINIMUM,
      SPECIAL_CASES,
      GROUNDS,
      FLAGS,
      PROFILES,
      FLOORS,
    ];
    const named = codes(section(5));
    expect(lists.flat().filter((value) => !named.has(value))).toEqual([]);
  });

  it('what is done with the records afterwards, from which no time is counted', () => {
    const list =
      /and not of what was done with its records afterwards:(.*?)\. A later ask/s.exec(section(5))?.[1] ?? '';
    expect(codes(list)).toEqual(AFTERWARDS);
  });

  it.each(CHECKS)('the check %s', (check) => expect(section(7)).toContain(`| \`${check}\` |`));

  it('the export', () => expect(section(6)).toContain(`"format": "${BUNDLE_FORMAT}"`));
});
