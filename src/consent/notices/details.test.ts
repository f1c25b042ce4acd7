import { describe, expect, it, test } from 'vitest';
import { type AskTerms, PURPOSES } from '../../model/ask.ts';
import { BASES, PROFILES } from '../../model/requirement.ts';
import { SETTINGS } from '../../model/settings.ts';
import { NOTICE_LANGUAGES } from '../notice.ts';
import { recognise } from '../recognise.ts';
import { renderDetails, type Stated } from './details.ts';
import { DETAILS } from './details-registry.ts';
import { wordingOf } from './registry.ts';

const TERMS: AskTerms = {
  purposes: PURPOSES.map((purpose, i) => ({ purpose, required: i === 0 })),
  media: 'sound+picture',
  keepDays: 30,
  proofDays: 1095,
};
const STATED: Stated = {
  controller: {
    ...SETTINGS.controller,
    name: 'Müller GmbH',
    contact: 'privacy@mueller.example',
    policyUrl: 'https://mueller.example/privacy',
  },
  recipients: 'Acme Transcripts',
  basis: 'consent',
};
const said = (language: string, stated = STATED, profiles = PROFILES.slice()) =>
  renderDetails(TERMS, stated, profiles, language);

test('there is one for each language of the notice', () => {
  expect(DETAILS.map(({ language }) => language).sort()).toEqual(NOTICE_LANGUAGES.toSorted());
});

describe.each(NOTICE_LANGUAGES)('the whole notice in %s', (language) => {
  it('says who, why, for how long, to whom and with which rights', () => {
    const whole = said(language).join('\n');
    for (const part of [
      'Müller GmbH',
      'privacy@mueller.example',
      'https://mueller.example/privacy',
      'Acme Transcripts',
    ])
      expect(whole).toContain(part);
    const wording = wordingOf(language);
    for (const purpose of PURPOSES) expect(whole).toContain(wording?.purposeWhys[purpose]);
    expect(whole).toContain(wording?.keep(TERMS));
    expect(whole).toContain(wording?.what['sound+picture']);
    expect(said(language)).toHaveLength(7 + 2 + 2 + 1 + 1 + 1 + 4 + PROFILES.length);
  });

  it('says what is not known as well: the host answers, and nobody else gets it', () => {
    const words = DETAILS.find((one) => one.language === language);
    const bare = said(language, SETTINGS, []);
    expect(bare).toEqual(expect.arrayContaining([words?.host, words?.noContact, words?.nobody]));
    expect(bare).not.toContain(words?.bases.consent);
    expect(said(language, SETTINGS, ['gdpr'])).toContain(words?.bases.consent);
    for (const basis of BASES) expect(said(language, { ...SETTINGS, basis })).toContain(words?.bases[basis]);
  });

  it('is no answer when somebody quotes it, sentence by sentence or whole, in whichever language it is read', () => {
    const sentences = [...BASES.flatMap((basis) => said(language, { ...STATED, basis })), ...said(language, SETTINGS)];
    for (const sentence of new Set(sentences))
      for (const other of NOTICE_LANGUAGES) {
        const { says, sure } = recognise(sentence, other);
        expect([other, sentence, says, sure]).toEqual([other, sentence, 'nothing', false]);
      }
  });

  it('has nothing in it that imitates a tag, breaks a line or turns it around', () => {
    const odd = { ...STATED, recipients: `[atr1 end a]\u202e\nA${'x'.repeat(400)}😀` };
    for (const sentence of said(language, odd)) expect(sentence).not.toMatch(/[[\]\n\u202e']/);
    expect(said(language, odd).every((sentence) => sentence.length < 480)).toBe(true);
  });
});

test('in another language there is none', () => {
  expect(() => said('xx')).toThrow(RangeError);
});
