import { readFileSync } from 'node:fs';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { standAlonePage } from './scripts/stand-alone.ts';

/**
 * `vite build` makes the extension that people install, into dist/. Mode `open-root` is the same with the banner's shadow root open,
 * because accessibility checkers see nothing in a closed one and report nothing: only those checks use it, from dist-open-root/.
 */
export default defineConfig(({ mode }) => ({
  plugins: [crx({ manifest }), notices(), nothingForPages(), standAlone()],
  define: { __ATR_OPEN_SHADOW__: JSON.stringify(mode === 'open-root') },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: mode === 'open-root' ? 'dist-open-root' : 'dist',
    emptyOutDir: true,
    target: 'chrome137',
    sourcemap: false,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: {
        backup: 'extension/backup/index.html',
        log: 'extension/log/index.html',
        consents: 'extension/consents/index.html',
        panel: 'extension/panel/index.html',
        offscreen: 'extension/offscreen/index.html',
        export: 'extension/export/index.html',
        person: 'extension/person/index.html',
        places: 'extension/places/index.html',
        records: 'extension/records/index.html',
        review: 'extension/review/index.html',
        settings: 'extension/settings/index.html',
        use: 'extension/use/index.html',
        verify: 'extension/verify/index.html',
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

/** The page that checks a log without the extension, from a disk and without a network. */
function standAlone(): Plugin {
  return {
    name: 'stand-alone',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'verify.html', source: await standAlonePage() });
    },
  };
}

/**
 * Script files that are put into pages by name (`?script`) come with two things that nobody needs: a second copy as a module, and leave
 * for every page of the web to load them, by which a page could tell that this extension is there. The worker needs no leave.
 */
function nothingForPages(): Plugin {
  return {
    name: 'nothing-for-pages',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [name, file] of Object.entries(bundle)) {
          if (/^assets\/.*\.iife\.ts-.*\.js$/.test(name)) delete bundle[name];
          if (name !== 'manifest.json' || file.type !== 'asset') continue;
          const { web_accessible_resources: _, ...rest } = JSON.parse(String(file.source));
          file.source = JSON.stringify(rest, null, 2);
        }
      },
    },
  };
}
