import { expect, test } from 'vitest';
import { requirementEntry } from '../consent/requirement.ts';
import { blankState } from '../consent/state.ts';
import * as told from '../consent/testdata/told.ts';
import { askDrafts, hostOf, lastTerms, openingDrafts } from './asking.ts';

const { ASK, HOST } = told;
const notice = { language: 'en', version: 1, hash: `hash-${ASK}` };
const yes = { key: 'k', sig: 's', counter: 1 };

test('whoever asks to record has agreed to be recorded: their signed yes to every purpose stands beside the ask', () => {
  expect(askDrafts({ ...told.TERMS, id: ASK, notice }, 'words', HOST, yes, blankState())).toEqual([
    { entry: told.asked(), subject: HOST, disclosures: { text: 'words' } },
    {
      entry: told.yes(HOST, {
        purposes: ['quality', 'training'],
        grade: 'signed',
        channel: 'panel',
        signed: yes,
      }),
      subject: null,
      disclosures: {},
    },
  ]);
});

test('the host’s own yes is in writing, under the rules that the ask itself brings', () => {
  const state = told.ruledState(told.opened, told.joined(HOST), told.settled(), told.isIn(HOST, 'DE'));
  const [, own] = askDrafts({ ...told.TERMS, id: ASK, notice }, 'words', HOST, yes, state);
  const asked = { ...told.TERMS, id: ASK, notice, index: state.size, at: 0 };
  const rules = requirementEntry({ ...state, ask: asked })?.fingerprint;
  expect(rules).toBeDefined();
  expect(own?.entry).toMatchObject({ form: 'written', requirement: rules });
});

test('terms that cannot be asked are not asked', () => {
  const ask = { ...told.TERMS, purposes: [], id: ASK, notice };
  expect(() => askDrafts(ask, 'words', HOST, yes, blankState())).toThrow(
    expect.objectContaining({ code: 'bad-terms', detail: 'no-purpose' }),
  );
});

test('to ask again is to ask for the same', () => {
  expect(lastTerms(told.stateOf(told.opened))).toBeNull();
  expect(lastTerms(told.stateOf(told.opened, told.asked()))).toEqual(told.TERMS);
});

test('a log begins with where it is and under which rules, and with the host', () => {
  const how = { platform: 'x', software: 'x', policy: 'floor/1', lagMs: 2000 };
  expect(openingDrafts(how, `${'m'.repeat(299)}😀`, HOST)).toEqual([
    { entry: told.opened, subject: HOST, disclosures: { meeting: `${'m'.repeat(299)}\ufffd` } },
    { entry: told.joined(HOST), subject: HOST, disclosures: { name: '' } },
  ]);
});

test('a log without its host is damaged', () => {
  expect(hostOf(told.stateOf(told.opened, told.joined(told.ANA), told.joined(HOST)))).toBe(HOST);
  expect(() => hostOf(told.stateOf(told.opened, told.joined(told.ANA)))).toThrow(
    expect.objectContaining({ code: 'damaged', detail: 'a log without its host' }),
  );
});
