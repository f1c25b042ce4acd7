import { readFileSync } from 'node:fs';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

/**
 * `vite build` makes the extension that people install, into dist/. Mode `open-root` is the same with the banner's shadow root open,
 * because accessibility checkers see nothing in a closed one and report nothing: only those checks use it, from dist-open-root/.
 */
export default defineConfig(({ mode }) => ({
  plugins: [crx({ manifest }), notices()],
  define: { __ATR_OPEN_SHADOW__: JSON.stringify(mode === 'open-root') },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: mode === 'open-root' ? 'dist-open-root' : 'dist',
    emptyOutDir: true,
    target: 'chrome132',
    sourcemap: false,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: {
        panel: 'extension/panel/index.html',
        offscreen: 'extension/offscreen/index.html',
        records: 'extension/records/index.html',
        welcome: 'extension/welcome/index.html',
      },
    },
  },
}));

/** Licences ask to be given along with every copy, so they are in the package too. */
function notices(): Plugin {
  return {
    name: 'notices',
    generateBundle() {
      for (const fileName of ['LICENSE', 'THIRD-PARTY-NOTICES.md']) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName, 'utf8') });
      }
    },
  };
}
