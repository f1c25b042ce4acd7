import { describe, expect, test } from 'vitest';
import { OwnLines } from './own-lines.ts';

const line = (label: string | null, text: string) => ({ label, text });
const nobody = new Set<string>();
const YOU = new Set(['You']);

function learned(label: string | null, text = 'May we record?'): OwnLines {
  const own = new OwnLines(YOU);
  own.expect(text, []);
  own.learn([line(label, text)]);
  return own;
}

describe('one’s own lines', () => {
  test('are known by the label that stands at the first line with our very words, in any language', () => {
    const own = learned('أنت');
    expect(own.judge(line('أنت', 'stop recording'), [], nobody)).toBe('own');
    expect(own.judge(line('Cem', 'I agree'), [], nobody)).toBe('other');
  });

  test('are learned from words that somebody said before only when they stand there once more', () => {
    const own = new OwnLines(YOU);
    const before = [line('Mallory', 'Recording stopped.')];
    own.expect('Recording stopped.', before);
    own.learn(before);
    expect(own.judge(line('Mallory', 'I do not agree'), before, nobody)).toBe('other');
    own.learn([...before, line('Ich', 'Recording\nstopped.')]);
    expect(own.judge(line('Ich', 'hello'), before, nobody)).toBe('own');
    expect(own.judge(line('Mallory', 'I do not agree'), before, nobody)).toBe('other');
  });

  test('may have no sender, once that was seen, and while somebody else’s have one', () => {
    const own = learned('');
    const cem = line('Cem', 'hello');
    expect(own.judge(line('', 'stop recording'), [cem], nobody)).toBe('own');
    expect(own.judge(line('', 'I do not agree'), [line('', 'hello')], nobody)).toBe('unclear');
    expect(learned('Ich').judge(line('', 'I do not agree'), [cem], nobody)).toBe('unclear');
  });

  test('are nobody’s where the place of the sender is not found, but for the words that we wrote', () => {
    const own = learned(null);
    expect(own.judge(line(null, 'May we  record?'), [], nobody)).toBe('own');
    expect(own.judge(line(null, 'I agree'), [], nobody)).toBe('unclear');
  });

  test('are nobody’s when somebody else in the call has that very name', () => {
    expect(learned('Ich').judge(line('Ich', 'I agree'), [], new Set(['Ich']))).toBe('unclear');
    expect(new OwnLines(YOU).judge(line('You', 'I agree'), [], new Set(['You']))).toBe('unclear');
  });

  test('have one’s name on a site that says no "You", and somebody called "You" is somebody', () => {
    const own = new OwnLines(nobody);
    expect(own.judge(line('Ada', 'hello'), [], nobody)).toBe('other');
    own.named('Ada');
    expect(own.judge(line('Ada', 'hello'), [], nobody)).toBe('own');
    expect(own.judge(line('You', 'I agree'), [], nobody)).toBe('other');
  });
});
