import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The real offscreen document with the smallest worker, as an unpacked extension in `outDir`. */
export async function buildCaptureExtension(outDir: string): Promise<void> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome137',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: {
          offscreen: join(root, 'extension/offscreen/index.html'),
          worker: join(root, 'e2e/capture/extension/worker.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
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
