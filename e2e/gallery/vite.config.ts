import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const project = resolve(import.meta.dirname, '../..');

/** The gallery is built like the extension's pages, so that it can be served under the same content security policy. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: resolve(project, 'public'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  logLevel: 'warn',
  build: {
    outDir: resolve(project, 'out/gallery-site'),
    emptyOutDir: true,
    target: 'chrome137',
    modulePreload: false,
  },
});
