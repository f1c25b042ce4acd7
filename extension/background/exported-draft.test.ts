import { describe, expect, it } from 'vitest';
import { blankDirectory } from '../../src/consent/directory.ts';
import { fold } from '../../src/consent/fold.ts';
import { HOST, joined } from '../../src/log/testdata/meeting.ts';
import { exportedDraft } from './exported-draft.ts';

const { draft, at } = joined(HOST, 'Héctor', 1, true);
const state = fold([{ index: 0, at, seen: '', entry: draft.entry }]);
const known = () => {
  const directory = blankDirectory();
  directory.people.set(HOST, { site: null, name: 'Héctor' });
  return directory;
};
const zip = {
  format: 'zip',
  parts: ['report', 'json'],
  names: 'pseudonyms',
  lock: 'recipients',
  filtered: true,
  whom: 'the auditor\nage1abc',
} as const;
const message = () => ({ ...zip, parts: [...zip.parts] });

describe('the entry of an export', () => {
  it('says what left, with whose names, locked by what; for whom is a disclosure of the host', () => {
    expect(exportedDraft(message(), { state, directory: known() })).toEqual({
      entry: {
        kind: 'exported',
        format: 'zip',
        parts: ['report', 'json'],
        names: 'pseudonyms',
        lock: 'recipients',
        filtered: true,
      },
      subject: HOST,
      disclosures: { text: 'the auditor\nage1abc' },
    });
  });

  it('leaves out what is not there', () => {
    const plain = { ...message(), format: 'csv' as const, parts: [], lock: null, filtered: false, whom: '' };
    expect(exportedDraft(plain, { state, directory: known() })).toEqual({
      entry: { kind: 'exported', format: 'csv', names: 'pseudonyms' },
      subject: null,
      disclosures: {},
    });
  });

  it.each<[string, Partial<{ state: typeof state; directory: ReturnType<typeof blankDirectory> }>, string]>([
    ['whose names were erased', { directory: blankDirectory() }, 'the auditor'],
    ['without a host', { state: fold([]) }, 'the auditor'],
    ['for somebody who cannot be spelt', {}, 'a\ud800'],
  ])('of a log %s holds no word of whom it is for', (_name, change, whom) => {
    const { disclosures, subject } = exportedDraft({ ...message(), whom }, { state, directory: known(), ...change });
    expect([disclosures, subject]).toEqual([{}, null]);
  });
});
