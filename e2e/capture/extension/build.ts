import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The real offscreen document with the smallest worker, as an unpacked extension in `outDir`. */
export async function buildCaptureExtension(outDir: string): Promise<void> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const made = (input: Record<string, string>, worker: boolean) =>
    build({
      configFile: false,
      root,
      publicDir: false,
      logLevel: 'error',
      build: {
        outDir,
        emptyOutDir: !worker,
        target: 'chrome137',
        minify: false,
        modulePreload: false,
        // A service worker loads nothing later: what opens a key is in this one from the start.
        rolldownOptions: { input, output: { entryFileNames: '[name].js', ...(worker && { codeSplitting: false }) } },
      },
    });
  await made({ offscreen: join(root, 'extension/offscreen/index.html') }, false);
  await made({ worker: join(root, 'e2e/capture/extension/worker.ts') }, true);
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, 'page.html'), '<!doctype html><title>Page</title>');
  const manifest = {
    manifest_version: 3,
    name: 'Capture bench',
    version: '1',
    action: {},
    background: { service_worker: 'worker.js', type: 'module' },
    permissions: ['activeTab', 'offscreen', 'tabCapture', 'unlimitedStorage'],
  };
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest));
}
