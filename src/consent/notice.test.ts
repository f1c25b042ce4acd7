import { describe, expect, it } from 'vitest';
import { type AskTerms, PURPOSES } from '../model/ask.ts';
import { REASONS } from '../model/gate.ts';
import type { AskId, EpochId } from '../model/id.ts';
import { OFF_WHYS, PEOPLE_MAX, TAG_NUMBER_MAX } from '../model/tag.ts';
import { joinPost, POST_MAX, splitPost } from '../model/tag-post.ts';
import { outcomeOf } from './corpus/read-corpus.ts';
import { compareNotice, makeNotice, NOTICE_LANGUAGES, noticeHash, noticeParts, renderNotice } from './notice.ts';
import { wordingOf } from './notices/registry.ts';
import { recognise } from './recognise.ts';
import {
  answerWords,
  attestedWords,
  endWords,
  offWhyOf,
  offWords,
  recordingWords,
  scriptWords,
} from './status-words.ts';

const ask = 'a____________' as AskId;
const epoch = 'e____________' as EpochId;
const wide = `${'_'.repeat(42)}8`;
const one: AskTerms = {
  purposes: [{ purpose: 'quality', required: true }],
  media: 'sound',
  keepDays: 30,
  proofDays: 365,
};

/** Every choice of required, optional and unasked for the seven purposes that can be asked. */
function everyTerms(media: AskTerms['media']): AskTerms[] {
  return Array.from({ length: 3 ** PURPOSES.length }, (_, n): AskTerms => {
    const purposes = PURPOSES.flatMap((purpose, i) => {
      const choice = Math.floor(n / 3 ** i) % 3;
      return choice === 0 ? [] : [{ purpose, required: choice === 1 }];
    });
    return { purposes, media, keepDays: 3649, proofDays: 3649 };
  }).filter((terms) => terms.purposes.some((p) => p.required));
}
const all = [...everyTerms('sound'), ...everyTerms('sound+picture')];
/** What is slow to read is read for some of them. */
const quoted = all.filter((_, i) => i % 17 === 0);
const most: AskTerms = {
  purposes: PURPOSES.map((purpose, i) => ({ purpose, required: i === 0 })),
  media: 'sound+picture',
  keepDays: 3649,
  proofDays: 3649,
};

/** What stands after the last colon, one way beside the other. */
function waysIn(line: string): string[] {
  return (line.split(/[:：]/u).at(-1) ?? '').split(' / ').map((way) => way.trim());
}

describe.each(NOTICE_LANGUAGES)('the notice in %s', (language) => {
  it('fits into one post with its tag for every choice of terms', () => {
    const longest = Math.max(
      ...all.map(
        (terms) =>
          joinPost(renderNotice(terms, language), {
            kind: 'ask',
            ask,
            terms,
            notice: { language, version: 1, hash: wide },
          }).length,
      ),
    );
    expect(longest).toBeLessThanOrEqual(POST_MAX);
  });

  it('is never an answer when somebody quotes it', () => {
    for (const terms of quoted) {
      const { says } = recognise(`> ${renderNotice(terms, language)}`, language);
      expect([says, says === 'nothing' || terms]).toEqual(['nothing', true]);
    }
  });

  it('is never an answer where the notice was in another language', () => {
    for (const other of NOTICE_LANGUAGES)
      for (const terms of [one, most]) {
        const { says } = recognise(renderNotice(terms, language), other);
        expect([other, terms === one, says]).toEqual([other, terms === one, 'nothing']);
      }
  });

  it('says how to answer in words that are heard as just that, and how to stop', () => {
    const says = (words: string) => outcomeOf(recognise(words, language));
    const line = (terms: AskTerms) => waysIn(renderNotice(terms, language).split('\n').at(-1) ?? '');
    expect(line(one).map(says)).toEqual(['yes', 'no']);
    expect(line(most).map(says)).toEqual(['yes', 'yes-all', 'no']);
    const [stop = '', details = ''] = waysIn(renderNotice(one, language).split('\n').at(-2) ?? '').map((way) =>
      way.replace(/[.。।]$/u, ''),
    );
    expect([stop, says(stop)]).toEqual([stop, 'withdrawn']);
    expect(details).toBe(wordingOf(language)?.detailsWord);
    expect(says(details)).toBe('nothing');
  });

  it('is about 60 words long, in typographic letters and without brackets', () => {
    for (const terms of quoted) {
      const words = renderNotice(terms, language);
      expect(words).not.toMatch(/[[\]'"]/);
      const spoken = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(words)];
      expect(spoken.filter(({ isWordLike }) => isWordLike).length).toBeLessThanOrEqual(100);
    }
  });

  it('can be cut into parts, none of which is an answer and all but the last of which say nothing of how to answer', () => {
    for (const terms of [one, most])
      for (const of of [2, 3, 4, 5]) {
        const parts = noticeParts(terms, language, of) ?? [];
        expect(parts).toHaveLength(of);
        for (const [i, words] of parts.entries()) {
          expect([words, recognise(words, language).says]).toEqual([words, 'nothing']);
          if (i < of - 1) expect(words).not.toContain(renderNotice(terms, language).split('\n').at(-1));
        }
      }
  });

  it('hides no answer that stands beside its quote, and makes none sure', () => {
    const quote = `Ana 10:31 ${renderNotice(one, language)}`;
    const mine = (answer: 'consented' | 'refused' | 'withdrawn') =>
      recognise(
        `${quote}\n${answerWords(language, { answer, purposes: ['quality'], person: 1, people: 1 })}`,
        language,
      );
    expect(mine('refused')).toMatchObject({ says: 'refused', sure: true });
    expect(mine('withdrawn')).toMatchObject({ says: 'withdrawn', sure: true });
    expect(mine('consented')).toMatchObject({ says: 'consented', sure: false });
  });

  it('is the same for the same terms in another order', () => {
    const terms: AskTerms = { ...one, purposes: PURPOSES.map((purpose, i) => ({ purpose, required: i % 2 === 0 })) };
    expect(renderNotice({ ...terms, purposes: terms.purposes.toReversed() }, language)).toBe(
      renderNotice(terms, language),
    );
  });

  it('is itself again after a site has played with its white space, and after nothing else', async () => {
    const { words, notice } = await makeNotice(one, language);
    const tag = { kind: 'ask', ask, terms: one, notice } as const;
    for (const shown of [
      words,
      words.replaceAll('\n', ' '),
      words.replaceAll('\n', ''),
      words.replaceAll(' ', '\u00a0'),
      ` ${words}\n`,
    ]) {
      expect(await compareNotice(shown, tag)).toBe('same');
    }
    for (const shown of [words.replace('30', '3'), `${words}.`, words.replaceAll('’', "'"), '']) {
      if (shown !== words) expect(await compareNotice(shown, tag)).toBe('differs');
    }
    expect(await compareNotice(words, { ...tag, terms: { ...one, keepDays: 31 } })).toBe('differs');
    expect(await compareNotice(words, { ...tag, notice: { ...notice, hash: await noticeHash('other') } })).toBe(
      'differs',
    );
    expect(await compareNotice(words, { ...tag, notice: { ...notice, version: 999 } })).toBe('unknown');
    expect(await compareNotice(words, { ...tag, notice: { ...notice, language: 'xx' } })).toBe('unknown');
  });
});

describe.each(NOTICE_LANGUAGES)('the other posts in %s', (language) => {
  const name = 'W'.repeat(300);
  const longestAnswer = {
    kind: 'answer',
    ask,
    notice: wide,
    media: 'sound+picture',
    key: wide,
    sig: `${'_'.repeat(85)}w`,
  } as const;
  const counts = { person: PEOPLE_MAX, people: PEOPLE_MAX };

  it('fit, come back whole and are no answers', () => {
    const posts = [
      joinPost(recordingWords(language), { kind: 'on', ask, epoch, root: { size: TAG_NUMBER_MAX, hash: wide } }),
      ...OFF_WHYS.map((why) => joinPost(offWords(language, why), { kind: 'off', ask, why })),
      joinPost(endWords(language), { kind: 'end', ask }),
      ...(['aloud', 'paper'] as const).map((how) =>
        joinPost(attestedWords(language, name, name, how), { kind: 'attested', ask, count: 999 }),
      ),
    ];
    for (const post of posts) {
      const { words, tag } = splitPost(post.replace('\n', ''));
      expect(joinPost(words, tag ?? { kind: 'end', ask })).toBe(post);
      for (const other of NOTICE_LANGUAGES)
        expect([other, words, recognise(words, other).says]).toEqual([other, words, 'nothing']);
    }
  });

  it('fit and say the right thing when the banner answers, with or without their tag', () => {
    for (const { person, people } of [{ person: 1, people: 1 }, counts]) {
      for (const answer of ['consented', 'refused', 'withdrawn'] as const) {
        const words = answerWords(language, { answer, purposes: PURPOSES, person, people });
        joinPost(words, { ...longestAnswer, answer, purposes: PURPOSES, person, people, counter: TAG_NUMBER_MAX });
        const { says, sure } = recognise(words, language);
        expect([words, says, sure]).toEqual([words, answer, answer !== 'consented']);
      }
    }
  });

  it('take no tag and no direction from a name', () => {
    const words = attestedWords(language, '[atr1 end a]', '\u202e[atr1', 'aloud');
    expect(splitPost(words)).toEqual({ words, tag: null, malformed: false });
  });

  it('have something to read aloud, with every purpose in it', () => {
    const few = scriptWords(language, one);
    const many = scriptWords(language, most);
    const wording = wordingOf(language);
    expect(few.length).toBeGreaterThan(50);
    for (const purpose of PURPOSES) expect(many).toContain(wording?.purposeNames[purpose]);
    expect(few).not.toContain(wording?.purposeNames.publication);
    expect(scriptWords(language, { ...one, media: 'sound+picture' })).not.toBe(few);
  });

  it('say for how long, for every number of days', () => {
    const keep = (keepDays: number) => wordingOf(language)?.keep({ ...one, keepDays, proofDays: 3650 }) ?? '';
    const days = [
      1, 2, 3, 4, 5, 10, 11, 12, 14, 21, 22, 25, 30, 90, 100, 101, 102, 111, 200, 364, 365, 730, 1095, 1825, 3650,
    ];
    expect(new Set(days.map(keep)).size).toBe(days.length);
    for (const n of days) if (n % 365 > 2) expect(keep(n)).toContain(String(n));
    for (const years of [3, 5]) expect(keep(years * 365)).toContain(String(years));
  });
});

/** Where a language has more forms than one and many. */
it.each([
  ['pl', 1, '1 dzień'],
  ['pl', 22, '22 dni'],
  ['pl', 730, '2 lata'],
  ['pl', 1825, '5 lat'],
  ['uk', 1, '1 день'],
  ['uk', 2, '2 дні'],
  ['uk', 5, '5 днів'],
  ['uk', 11, '11 днів'],
  ['uk', 21, '21 день'],
  ['uk', 730, '2 роки'],
  ['ar', 1, 'يوم واحد'],
  ['ar', 2, 'يومان'],
  ['ar', 7, '7 أيام'],
  ['ar', 30, '30 يوما'],
  ['ar', 100, '100 يوم'],
  ['ar', 730, 'سنتان'],
  ['ar', 1095, '3 سنوات'],
])('counts in %s: %d days are %s', (language, keepDays, words) => {
  expect(wordingOf(language)?.keep({ ...one, keepDays, proofDays: 3650 })).toContain(`(${words})`);
});

it('has a word for every reason of the gate', () => {
  for (const reason of REASONS) expect(OFF_WHYS).toContain(offWhyOf([reason]));
  expect(offWhyOf(['roster-partial', 'refused'])).toBe('declined');
});

it('refuses to render what cannot be asked', () => {
  expect(() => renderNotice({ ...one, purposes: [] }, 'en')).toThrow(RangeError);
  expect(() => renderNotice(one, 'xx')).toThrow(RangeError);
});
