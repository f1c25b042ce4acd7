import { describe, expect, it } from 'vitest';
import { escaped, isolated, isolatedName, table } from './html.ts';

const own = (text: string) => `\u2068${text}\u2069`;

it('what is written is text, and no markup, whatever is in it', () => {
  expect(escaped(`<a href="x" title='y'>&</a>`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;');
  expect(escaped('a\tb\nc\rd')).toBe('a\tb\nc\rd');
  expect(escaped('a\0b\x1bc\x85d\ud800')).toBe('a\ufffdb\ufffdc\ufffdd\ufffd');
});

describe('somebody’s words', () => {
  it('turn nothing around them, and are none where nothing is left', () => {
    expect(isolated('\u202eana\u200f')).toBe(own('ana'));
    expect(isolated('')).toBe('');
    expect(isolated('\u202e\u2066')).toBe('');
  });

  it('are cut behind 200 letters when they are a name, and not before', () => {
    expect(isolatedName('😀'.repeat(200))).toBe(own('😀'.repeat(200)));
    expect(isolatedName(`${'😀'.repeat(200)}x`)).toBe(own(`${'😀'.repeat(200)}…`));
  });
});

it('a table says of each cell which column it is of, and escapes both', () => {
  expect(
    table(
      ['<i>', 'b'],
      [
        ['1', '&'],
        ['2', '3'],
      ],
    ),
  ).toBe(
    '<table><thead><tr><th scope="col">&lt;i&gt;</th><th scope="col">b</th></tr></thead><tbody>\n' +
      '<tr><td data-of="&lt;i&gt;">1</td><td data-of="b">&amp;</td></tr>\n' +
      '<tr><td data-of="&lt;i&gt;">2</td><td data-of="b">3</td></tr>\n' +
      '</tbody></table>\n',
  );
});
