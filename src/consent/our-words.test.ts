import { describe, expect, test } from 'vitest';
import { WORDINGS } from './notices/registry.ts';
import { ourTexts, withoutOurs } from './our-words.ts';
import { plain } from './phrases/plain.ts';

const LATIN = { latin: true, unspaced: false };
const QUALITY = {
  purposes: [{ purpose: 'quality' as const, required: true }],
  media: 'sound' as const,
  keepDays: 30,
  proofDays: 400,
};
const CHOICE = {
  purposes: [
    { purpose: 'training' as const, required: true },
    { purpose: 'notes' as const, required: false },
  ],
  media: 'sound+picture' as const,
  keepDays: 31,
  proofDays: 401,
};
const NAME = '\ue000';
const said = (text: string, script = LATIN) => withoutOurs(plain(text, script), script).replace(/ +/g, ' ');

describe.each(WORDINGS.map((wording) => [wording.language, wording] as const))('our own words in %s', (_, wording) => {
  const texts = ourTexts(wording);

  test('what is posted when it begins and ends is ours, whole and sentence by sentence', () => {
    expect(texts).toContain(wording.on);
    expect(texts).toContain(wording.end);
    for (const off of Object.values(wording.off)) expect(texts).toContain(off);
    for (const sentence of wording.on.split(/(?<=[.。।])\s*/u)) expect(texts).toContain(sentence);
  });

  test('what the host attests is ours from the name on: no name of anybody is', () => {
    for (const how of ['aloud', 'paper'] as const) {
      const post = wording.attested(NAME, NAME, how);
      expect(texts).toContain(post.slice(post.lastIndexOf(NAME) + 1));
    }
    expect(texts.filter((text) => text.includes(NAME))).toEqual([]);
  });

  test('of a notice it is what stands in every one, and how to answer', () => {
    const terms = (keepDays: number, proofDays: number) => ({ ...QUALITY, keepDays, proofDays });
    const [short, long] = [wording.notice(terms(30, 400)), wording.notice(terms(31, 401))];
    expect(texts).toEqual(expect.arrayContaining([...short.slice(-1).flat()]));
    const answer = new Set(short.slice(-1).flat());
    const changing = short.flat().filter((sentence) => !long.flat().includes(sentence) && !answer.has(sentence));
    expect(changing.length).toBeGreaterThan(0);
    expect(changing.filter((sentence) => texts.includes(sentence))).toEqual([]);
    const other = wording.notice(CHOICE);
    for (const sentence of other.slice(-1).flat()) expect(texts).toContain(sentence);
    const common = short.flat().filter((sentence) => other.flat().includes(sentence));
    expect(texts).toEqual(expect.arrayContaining(common));
    const answers = new Set([...answer, ...other.slice(-1).flat()]);
    const its = other.flat().filter((sentence) => !common.includes(sentence) && !answers.has(sentence));
    expect(its.filter((sentence) => texts.includes(sentence))).toEqual([]);
  });
});

describe('a quote of ours', () => {
  const [english] = WORDINGS.filter(({ language }) => language === 'en');

  test('is nothing that somebody says', () => {
    expect(said(english?.on ?? '')).toBe(' ');
    expect(said(`${english?.end} no thanks`)).toBe(' no thanks ');
  });

  test('is taken out the longer one first, so that no half of it is left', () => {
    for (const wording of WORDINGS) for (const text of ourTexts(wording)) expect(said(text).trim(), text).toBe('');
  });

  test('is read in each way of writing by its own letters', () => {
    const japanese = WORDINGS.find(({ language }) => language === 'ja');
    const script = { latin: false, unspaced: true };
    expect(said(japanese?.on ?? '', script).trim()).toBe('');
    expect(said(japanese?.end ?? '', script).trim()).toBe('');
    // Written otherwise, and read after the Latin way was: it has its own list.
    for (const language of ['ar', 'hi']) {
      const wording = WORDINGS.find((one) => one.language === language);
      const own = { latin: false, unspaced: false };
      for (const text of wording ? ourTexts(wording) : []) expect(said(text, own).trim(), text).toBe('');
    }
  });
});
