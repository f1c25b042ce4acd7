import { afterEach, describe, expect, it } from 'vitest';
import { BANNER_TEXT_KEYS } from '../../model/banner.ts';
import { clockOf, daysOf, sizeOf, spanOf } from './amount.ts';
import { en as banner } from './banner/en.ts';
import { BANNER_WORDS, bannerWordsOf } from './banner/registry.ts';
import { en } from './en.ts';
import { nameOf, namesOf } from './name.ts';
import { speak, t, type Words } from './speak.ts';

afterEach(() => speak(en, 'en'));

describe('texts', () => {
  it('fill their places and follow the number', () => {
    expect(t('days.days', { n: 1 })).toBe('1 day');
    expect(t('days.days', { n: 7 })).toBe('7 days');
    expect(t('phase.waiting', { n: 2, of: 3 })).toBe('Waiting for 2 of 3');
  });

  it('take the plural forms of another language', () => {
    const polish: Words = {
      ...en,
      'days.days': { one: '{n} dzień', few: '{n} dni', many: '{n} dni', other: '{n} dnia' },
    };
    speak(polish, 'pl');
    expect(t('days.days', { n: 1 })).toBe('1 dzień');
    expect(t('days.days', { n: 5 })).toBe('5 dni');
  });

  it('do not take a name for a place', () => {
    expect(t('refuse.yes', { name: '{n}' })).toBe('{n} said no');
  });

  it.each(BANNER_WORDS)('say every text of the banner in $language, with the same places to fill', ({ texts }) => {
    expect(Object.keys(texts).sort()).toEqual([...BANNER_TEXT_KEYS].sort());
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    for (const key of BANNER_TEXT_KEYS) {
      expect(texts[key]).not.toBe('');
      expect([key, places(texts[key])]).toEqual([key, places(banner.texts[key])]);
    }
  });

  it('say in each language, in one or two sentences, why somebody is asked again', () => {
    const said = BANNER_WORDS.map(({ anew }) => anew);
    expect(new Set(said).size).toBe(BANNER_WORDS.length);
    for (const sentence of said) expect(sentence.length).toBeLessThanOrEqual(170);
  });

  it('are in the language of the browser, or of its region, or in English', () => {
    expect(bannerWordsOf('pt-BR').language).toBe('pt');
    expect(bannerWordsOf('zh-TW').language).toBe('zh');
    expect(bannerWordsOf('fi').language).toBe('en');
  });

  it('never promise what we cannot know', () => {
    const all = JSON.stringify([en, BANNER_WORDS]).toLowerCase();
    for (const word of ['compliant', 'guarantee', 'anonym', 'legally']) expect(all).not.toContain(word);
  });
});

describe('names', () => {
  it('cannot turn the sentence around them', () => {
    expect(nameOf('Bob\u202e evil')).toBe('Bob evil');
    expect(nameOf('נועה')).toBe('\u2068נועה\u2069');
    expect(nameOf('\u200f')).toBe('Someone without a name');
  });

  it('are listed up to four', () => {
    expect(namesOf(['Ana', 'Bob'])).toBe('Ana and Bob');
    expect(namesOf(['Ana', 'Bob', 'Chidi', 'Dilek', 'Elif'])).toBe('Ana, Bob, Chidi, and 2 others');
  });
});

describe('amounts', () => {
  it('are cut down, never up', () => {
    expect(clockOf(751_999)).toBe('00:12:31');
    expect(spanOf(59_400)).toBe('59 seconds');
    expect(spanOf(751_000)).toBe('12 minutes');
    expect(spanOf(4_750_000)).toBe('1 h 19 min');
    expect(spanOf(237_600_000)).toBe('66 hours');
    expect(sizeOf(142_000_000)).toBe('142 MB');
    expect(daysOf(1095)).toBe('3 years');
  });
});
