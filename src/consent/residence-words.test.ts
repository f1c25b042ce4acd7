import { describe, expect, test } from 'vitest';
import { PLACES } from '../policy/places.ts';
import { PLACE_LANGUAGES } from './place-frames.ts';
import { placeNames } from './place-names.ts';
import { placeSaid } from './place-words.ts';
import { recognise } from './recognise.ts';
import { RESIDENCE_LABELS, residencePost, residenceSaid } from './residence-words.ts';

const countries = new Map(
  PLACE_LANGUAGES.map((language) => [language, new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })]),
);
const names = placeNames((language, code) => countries.get(language)?.of(code));
const said = (text: string) => residenceSaid(text, names)?.places.join() ?? null;

describe('where somebody says that they live', () => {
  test.each([
    ['en', 'I live in Germany', 'DE'],
    ['en', "I'm a resident of California.", 'US-CA'],
    ['en', 'I am resident in the United Kingdom', 'GB'],
    ['es', 'Vivo en Francia', 'FR'],
    ['fr', 'J’habite en Allemagne', 'DE'],
    ['fr', 'je vis au Canada', 'CA'],
    ['de', 'Ich wohne in der Schweiz', 'CH'],
    ['it', 'Abito in Spagna', 'ES'],
    ['pt', 'Moro no Brasil', 'BR'],
    ['nl', 'Ik woon in België', 'BE'],
    ['sv', 'Jag bor i Danmark', 'DK'],
    ['da', 'Jeg bor i Sverige', 'SE'],
    ['pl', 'Mieszkam w Niemczech', 'DE'],
    ['tr', 'Almanya’da yaşıyorum', 'DE'],
    ['uk', 'Я живу в Німеччині', 'DE'],
    ['ar', 'أعيش في ألمانيا', 'DE'],
    ['hi', 'मैं जर्मनी में रहता हूँ', 'DE'],
    ['zh', '我住在德国', 'DE'],
    ['ja', '私はドイツに住んでいます', 'DE'],
  ])('%s: %s → %s, which says neither where they are nor anything to an ask', (language, text, code) => {
    expect(said(text)).toBe(code);
    expect(placeSaid(text, names)).toBeNull();
    expect(recognise(text, language).says).toBe('nothing');
  });

  test.each([
    'I lived in Germany',
    'Do you live in Germany?',
    'He lives in Germany',
    'I live in Georgia',
    'I live in a house',
    'I do not live in Germany',
    'I live in Germany and agree',
    '"I live in Germany"',
    'I am in Germany',
  ])('%s: nothing', (text) => {
    expect(said(text)).toBeNull();
  });

  test.each(Object.keys(RESIDENCE_LABELS))('our banner’s own line is understood for every place, in %s', (language) => {
    const lost = PLACES.filter(({ code }) => code !== 'XX').filter(({ code, name }) => {
      const spelled = [countries.get(language)?.of(code.slice(0, 2)) ?? '', name.replace(/ \(.*$/, '')];
      const post = residencePost(language, code, spelled, names) ?? residencePost('en', code, spelled, names);
      return post === null || said(post) !== code;
    });
    expect(lost.map(({ code }) => code)).toEqual([]);
  });
});

describe('our banner’s line', () => {
  test('has a label of its own in every language, by which it is understood', () => {
    expect(Object.keys(RESIDENCE_LABELS).sort()).toEqual([...PLACE_LANGUAGES].sort());
    expect(new Set(Object.values(RESIDENCE_LABELS)).size).toBe(PLACE_LANGUAGES.length);
    for (const label of Object.values(RESIDENCE_LABELS)) expect(label.length).toBeGreaterThan(3);
  });

  test('is in the base language, and in English where we have none', () => {
    expect(residencePost('de-AT', 'DE', ['Deutschland'], names)).toBe('Mein Wohnsitz: Deutschland (DE)');
    expect(residencePost('fi', 'DE', ['Germany'], names)).toBe('My residence: Germany (DE)');
    expect(residencePost('en', 'DE', ['Atlantis'], names)).toBeNull();
  });

  test('says where they live, which adds a law, and never where they are', () => {
    expect(residenceSaid('My residence: Germany (DE)', names)).toEqual({ places: ['DE'], remember: null, lives: true });
  });

  test('is nothing in a message that is more than that', () => {
    expect(residenceSaid('I live in Germany\nand agree', names)).toBeNull();
    expect(residenceSaid('I live in Germany?', names)).toBeNull();
  });
});
