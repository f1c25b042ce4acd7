import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { standAlonePage } from './stand-alone.ts';

describe('the page that checks a log without the extension', { timeout: 120_000 }, () => {
  let page = '';
  beforeAll(async () => {
    page = await standAlonePage();
  }, 120_000);

  it('takes at most 60 kB, packed', () => {
    expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(60_000);
  });

  it('may load nothing, and run nothing but its own script', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const script = /<script id="program">([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hash}'`,
      expect.stringMatching(/^style-src 'sha256-[^']+'$/),
      'worker-src blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).not.toMatch(/<(?:link|img|iframe|script src)\b/);
    expect(script).not.toContain('</script');
  });

  it('is the same, built twice', async () => {
    expect(await standAlonePage()).toBe(page);
  });
});
