import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';

export const ORIGIN = 'https://editors.example';

/** An unpacked extension with nothing but the content script, in a folder of its own. */
export async function buildHands(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'ask-to-record-hands-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      minify: false,
      target: 'chrome137',
      lib: { entry: 'e2e/sites/editors/hands.ts', formats: ['iife'], name: 'hands', fileName: () => 'hands.js' },
    },
  });
  const manifest = {
    manifest_version: 3,
    name: 'Hands',
    version: '1',
    content_scripts: [{ matches: [`${ORIGIN}/*`], js: ['hands.js'], run_at: 'document_idle' }],
  };
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest));
  return outDir;
}

/**
 * Has the content script write, in the world that it lives in: what the page has done to its globals does not reach it there.
 *
 * @param stopMs when it is told to stop; null: never
 */
export async function writesIn(page: Page, text: string, stopMs: number | null = null): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  try {
    const worlds: { readonly uniqueId: string; readonly name: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
    await session.send('Runtime.enable');
    for (const world of worlds.filter(({ name }) => name === 'Hands')) {
      const expression = `globalThis.writes?.(${JSON.stringify(text)}, ${stopMs})`;
      const asked = { expression, uniqueContextId: world.uniqueId, awaitPromise: true, returnByValue: true } as const;
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', asked);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      if (typeof result.value === 'boolean') return result.value;
    }
    throw new Error('the content script is not in the page');
  } finally {
    await session.detach();
  }
}
