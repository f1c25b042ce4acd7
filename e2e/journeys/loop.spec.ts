import { expect, test } from '@playwright/test';
import { playStory } from '../tour/story.ts';

/** The main job, whole: what npm start plays, with the recording read back frame by frame and tone by tone. */
test('nothing is in the file but what everybody had agreed to', async () => {
  test.setTimeout(240_000);
  const lines: string[] = [];
  const summary = await playStory('out/test/story', (line) => lines.push(line), { headless: true });
  expect(summary.problems, lines.join('\n')).toEqual([]);
  expect(summary.recording.seeks).toBe(true);
  expect(summary.recording.width).toBeGreaterThan(600);
});
