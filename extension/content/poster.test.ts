import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChatLine, SendOutcome } from '../../src/model/chat.ts';
import type { PostId } from '../../src/model/id.ts';
import type { Site } from '../../src/platforms/platform.ts';
import { Poster } from './poster.ts';

/** A page whose chat takes what `takes` says, and shows what `shows` says. */
function page(
  takes: (text: string) => boolean,
  shows: (text: string) => boolean = () => true,
  limit: number | null = 200,
) {
  const lines: ChatLine[] = [];
  const told: [string, SendOutcome][] = [];
  const wrote: string[] = [];
  const say = (text: string, self: boolean) =>
    lines.push({ id: null, sender: { id: null, name: null, self }, text, edited: false });
  const site = {
    chat: () => lines,
    write: async (text: string) => {
      wrote.push(text);
      if (takes(text) && shows(text)) say(text.replaceAll('\n', ' '), true);
      return takes(text);
    },
  } as unknown as Site;
  const poster = new Poster(site, limit, (post, outcome) => told.push([post, outcome]), new AbortController().signal);
  return { told, wrote, say, post: (id: string, ...parts: string[]) => poster.post(id as PostId, parts) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settled = () => vi.advanceTimersByTimeAsync(60_000);

test('a message in parts has arrived when every part is seen, in order', async () => {
  const { told, wrote, post } = page(() => true);
  post('m1', 'one', 'two\ntag', 'three');
  await settled();
  expect(wrote).toEqual(['one', 'two\ntag', 'three']);
  expect(told).toEqual([['m1', 'echoed']]);
});

test('after a part that was refused, or is not seen, the rest is not sent', async () => {
  const refused = page((text) => text !== 'two');
  refused.post('m1', 'one', 'two', 'three');
  await settled();
  expect([refused.wrote, refused.told]).toEqual([['one', 'two'], [['m1', 'refused']]]);
  const unseen = page(
    () => true,
    (text) => text !== 'two',
  );
  unseen.post('m1', 'one', 'two', 'three');
  await settled();
  expect([unseen.wrote, unseen.told]).toEqual([['one', 'two'], [['m1', 'unsure']]]);
});

test('what is too long for the site, or for a site without a chat, is not even tried', async () => {
  const { told, wrote, post } = page(() => true);
  post('m1', 'x'.repeat(201));
  await settled();
  const none = page(() => true, undefined, null);
  none.post('m1', 'x');
  await settled();
  expect([wrote, told, none.wrote, none.told]).toEqual([[], [['m1', 'refused']], [], [['m1', 'refused']]]);
});

test('the same words of somebody else, or of before, are no echo', async () => {
  const { told, say, post } = page(
    () => true,
    () => false,
  );
  say('May we?', true);
  post('m1', 'May we?');
  await vi.advanceTimersByTimeAsync(1000);
  say('May we?', false);
  await settled();
  expect(told).toEqual([['m1', 'unsure']]);
});

test.each([
  ['cut short', 'unsure', 'May we record thi'],
  ['with one word masked', 'unsure', 'May we ****** this?\ntag'],
  ['with a quotation put before it', 'unsure', '> before\nMay we record this?\ntag'],
  ['with its white space changed', 'echoed', ' May\u00a0we  record this? tag '],
] as const)('an echo %s is %s', async (_how, outcome, shown) => {
  const { told, say, post } = page(
    () => true,
    () => false,
  );
  post('m1', 'May we record this?\ntag');
  await vi.advanceTimersByTimeAsync(1000);
  say(shown, true);
  await settled();
  expect(told).toEqual([['m1', outcome]]);
});

test('asked for twice it is written once, and its outcome told again', async () => {
  const { told, wrote, post } = page(() => true);
  post('m1', 'one');
  post('m1', 'one');
  await settled();
  post('m1', 'one');
  expect(wrote).toEqual(['one']);
  expect(told).toEqual([
    ['m1', 'echoed'],
    ['m1', 'echoed'],
  ]);
});
