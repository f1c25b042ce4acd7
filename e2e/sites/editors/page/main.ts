import './policy.ts';
import { type Composer, openComposer } from './composer.ts';

/**
 * One rich editor as a meeting site has it: Enter or a button sends, and what is sent is the editor's own document, never what the page
 * looks like. The path names the editor; in a frame of the same origin with `?frame=yes`.
 */
const query = new URLSearchParams(location.search);
if (query.get('frame') === 'yes') {
  const frame = document.createElement('iframe');
  frame.id = 'inner';
  frame.src = location.pathname;
  document.body.append(frame);
} else {
  const another = document.createElement('input');
  another.id = 'another';
  const lines = document.createElement('ol');
  document.body.append(lines, another);
  const composer: Composer = {
    within: document.body,
    button: query.get('button') !== 'no',
    wakesMs: Number(query.get('wakes') ?? 0),
    limit: Number(query.get('limit') ?? Number.POSITIVE_INFINITY),
    locked: query.get('locked') === 'yes',
    send(text) {
      if (query.get('refuse') === 'yes') return false;
      const line = document.createElement('li');
      line.textContent = text;
      lines.append(line);
      return true;
    },
  };
  void openComposer(location.pathname.slice(1), composer);
}
