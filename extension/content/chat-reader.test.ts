import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { contentToWorker } from '../../src/messages/content-to-worker.ts';
import type { ChatLine } from '../../src/model/chat.ts';
import { NAME_MAX, TEXT_MAX } from '../../src/model/roster.ts';
import { ChatReader, type FreshLine, fingerprint } from './chat-reader.ts';

const line = (text: string, id: string | null = null, more: Partial<ChatLine> = {}): ChatLine => ({
  id,
  sender: { id: null, name: 'Ana', self: false },
  text,
  edited: false,
  ...more,
});
const from = (name: string, text: string) => line(text, null, { sender: { id: null, name, self: false } });
const told = (found: readonly FreshLine[]) => found.map((fresh) => fresh.line.text);
const keys = (found: readonly FreshLine[]) => found.map((fresh) => fresh.key);

/** A reader that has seen an empty chat, so that what it reads now is live. */
function begun(...before: readonly (readonly ChatLine[])[]): ChatReader {
  const reader = new ChatReader();
  reader.read([], false);
  for (const lines of before) reader.read(lines, false);
  return reader;
}

describe('what was there before', () => {
  test('the first reading is replayed, the next one is live', () => {
    const reader = new ChatReader();
    expect(reader.read([line('old', 'a')], false).map((fresh) => fresh.replayed)).toEqual([true]);
    expect(reader.read([line('old', 'a'), line('new', 'b')], false)).toMatchObject([
      { line: { text: 'new' }, replayed: false },
    ]);
  });

  test('history that the site plays after we came in is replayed too', () => {
    expect(begun().read([line('I agree', 'a')], true)).toMatchObject([{ replayed: true }]);
  });

  test('an empty chat is a reading: what comes after it is live', () => {
    expect(begun().read([line('I agree', 'a')], false)).toMatchObject([{ replayed: false }]);
  });

  test.each([
    ['with ids', [line('I agree', 'a'), line('hi', 'b'), line('I agree', 'c')]],
    ['without ids', [line('I agree'), line('hi'), line('I agree'), from('Ben', 'I agree')]],
  ])('a reload finds the same keys again, %s', (_name, lines) => {
    const live = begun();
    const seen = lines.flatMap((_, i) => keys(live.read(lines.slice(0, i + 1), false)));
    expect(keys(new ChatReader().read(lines, false))).toEqual(seen);
    expect(new Set(seen).size).toBe(lines.length);
  });
});

describe('when the site says when a line was written', () => {
  const at = (text: string, writtenAt: number | null) => ({ ...line(text, text), writtenAt });
  const known = [at('hello', 100_000), at('question', 160_000)];
  const found = (...lines: ReturnType<typeof at>[]) =>
    begun(known)
      .read([...known, ...lines], false)
      .map(({ line: { text }, replayed }) => [text, replayed]);

  test('one from before what was read long ago is history, wherever it turns up', () => {
    expect(found(at('I agree', 130_000), at('yes', 170_000))).toEqual([
      ['I agree', true],
      ['yes', false],
    ]);
  });
  test('a moment’s disorder, and a line of which the site does not say it, are live', () => {
    expect(found(at('I agree', 159_000), at('yes', null))).toEqual([
      ['I agree', false],
      ['yes', false],
    ]);
  });
  test('of a line that was known before, new words are new whatever its time', () => {
    const changed = { ...at('hello', 100_000), text: 'stop recording' };
    expect(begun(known).read([changed, known[1] ?? changed], false)).toMatchObject([
      { line: { text: 'stop recording', edited: true }, replayed: false },
    ]);
  });
  test('nothing of it goes to the worker', () => {
    expect(begun().read(known, false)[0]?.line).toEqual(line('hello', 'hello'));
  });
});

describe('a line is told once', () => {
  test('however often and wherever the page shows it', () => {
    const lines = [line('one', 'a'), line('two', 'b'), from('Ben', 'two')];
    const reader = begun(lines);
    expect(reader.read(lines, false)).toEqual([]);
    expect(reader.read([...lines].reverse(), false)).toEqual([]);
    expect(told(reader.read([line('three', 'c'), ...lines], false))).toEqual(['three']);
  });

  test('in the order of the list', () => {
    expect(told(begun().read([line('1', 'a'), line('2', 'b'), line('3', 'c')], false))).toEqual(['1', '2', '3']);
  });

  test('the same words twice are two lines, with ids and without', () => {
    expect(new Set(keys(begun().read([line('stop', 'a'), line('stop', 'b')], false))).size).toBe(2);
    expect(new Set(keys(begun().read([line('stop'), line('stop')], false))).size).toBe(2);
    expect(told(begun([line('stop')]).read([line('stop'), line('hm'), line('stop')], false))).toEqual(['hm', 'stop']);
  });

  test('the same words of somebody else are another line', () => {
    expect(told(begun([from('Ana', 'stop')]).read([from('Ana', 'stop'), from('Ben', 'stop')], false))).toEqual([
      'stop',
    ]);
  });

  test('a sender’s name cannot be made to look like sender and words of another', () => {
    const one = line('b', null, { sender: { id: null, name: 'x\u0000a', self: false } });
    const other = line('a\u0000b', null, { sender: { id: null, name: 'x', self: false } });
    expect(keys(begun().read([one], false))).not.toEqual(keys(begun().read([other], false)));
  });
});

describe('an edit', () => {
  test('with ids is told as one, whether or not the site says so', () => {
    const reader = begun([line('see you', 'a')]);
    expect(reader.read([line('I agree', 'a')], false)).toMatchObject([{ line: { text: 'I agree', edited: true } }]);
    const said = begun([line('see you', 'a')]).read([line('I agree', 'a', { edited: true })], false);
    expect(said).toMatchObject([{ line: { edited: true }, replayed: false }]);
  });

  test('without ids is told as one when sender and all other lines stay', () => {
    const before = [from('Ben', 'hi'), from('Ana', 'see you')];
    const found = begun(before).read([from('Ben', 'hi'), from('Ana', 'I agree')], false);
    expect(found).toMatchObject([{ line: { text: 'I agree', edited: true } }]);
    const middle = begun([...before, from('Ben', 'bye')]).read(
      [from('Ben', 'hi'), from('Ana', 'I agree'), from('Ben', 'bye')],
      false,
    );
    expect(middle).toMatchObject([{ line: { text: 'I agree', edited: true } }]);
  });

  test('without ids a new line at the end is no edit', () => {
    const found = begun([from('Ana', 'hi')]).read([from('Ana', 'hi'), from('Ana', 'I agree')], false);
    expect(found).toMatchObject([{ line: { text: 'I agree', edited: false } }]);
  });

  test('and another edit are told one after the other', () => {
    const reader = begun([line('I agree', 'a')]);
    expect(told(reader.read([line('hm', 'a')], false))).toEqual(['hm']);
    expect(told(reader.read([line('I do not agree', 'a')], false))).toEqual(['I do not agree']);
  });

  test('back to what it said at first is told: a no that was changed and changed back is a no', () => {
    const reader = begun([line('I do not agree', 'a')], [line('I agree', 'a')]);
    const found = reader.read([line('I do not agree', 'a')], false);
    expect(found).toMatchObject([{ line: { text: 'I do not agree', edited: true } }]);
  });
});

describe('a chat that is wiped, or that shows only its newest lines', () => {
  test('with ids, lines that come back are not told again, and a new one is', () => {
    const reader = begun([line('stop', 'a')], []);
    expect(reader.read([line('stop', 'a')], false)).toEqual([]);
    expect(told(reader.read([line('stop', 'b')], false))).toEqual(['stop']);
  });

  test('without ids, words that are there again after a wipe are told, as a question: a second “stop” must not be lost', () => {
    const reader = begun([line('stop recording')], []);
    expect(reader.read([line('stop recording')], false)).toMatchObject([
      { line: { text: 'stop recording' }, replayed: true },
    ]);
  });

  test('without ids, the same words are told although the first ones have scrolled out of the list', () => {
    const reader = begun([line('stop recording'), line('1')], [line('1'), line('2')]);
    expect(told(reader.read([line('2'), line('stop recording')], false))).toEqual(['stop recording']);
  });
});

describe('whatever a page shows', () => {
  test('texts and names of 10,000 characters are cut to what the worker takes', () => {
    const sender = { id: 'i'.repeat(10_000), name: 'n'.repeat(10_000), self: false };
    const [fresh] = begun().read([{ ...line('x'.repeat(10_000), 'm'.repeat(10_000)), sender }], false);
    expect(fresh?.line.text).toHaveLength(TEXT_MAX);
    expect(fresh?.line.sender.name).toHaveLength(NAME_MAX);
    expect(fresh?.key.length).toBeLessThanOrEqual(300);
  });

  test('two long texts that differ after the cut are still one line, and nothing is told twice', () => {
    const long = 'x'.repeat(TEXT_MAX);
    expect(begun([line(`${long}a`, 'm')]).read([line(`${long}b`, 'm')], false)).toEqual([]);
  });

  test('the worker takes every line that we bring: one bad line must not cost the batch that it is in', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('\ud800'));
    const maybe = fc.option(text);
    const lines = fc.array(
      fc.record({
        id: maybe,
        sender: fc.record({ id: maybe, name: maybe, self: fc.boolean() }),
        text,
        edited: fc.boolean(),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(lines, (shown) => {
        const observations = begun()
          .read(shown, false)
          .map((fresh) => ({ what: 'chat', at: 1, ...fresh }));
        expect(v.safeParse(contentToWorker, { say: 'observed', observations }).issues ?? []).toEqual([]);
      }),
    );
  });
});

test('a fingerprint is short, and other for other texts', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(fingerprint(a) === fingerprint(b)).toBe(a === b);
      expect(fingerprint(a)).toMatch(/^[0-9a-z]{1,11}$/);
    }),
  );
});
