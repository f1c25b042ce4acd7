import type { Page } from 'playwright';
import { build } from 'vite';
import type { Site } from '../../src/platforms/platform.ts';

declare global {
  interface Window {
    adapter: { readonly platform: { readonly open: (page: Document) => Site } };
    site: Site;
  }
}

const built = new Map<string, Promise<string>>();

/** Puts one adapter into a page, as `window.site`: a plain browser has a real DOM, and no extension is needed to read it. */
export async function loadAdapter(page: Page, id: string): Promise<void> {
  const code = built.get(id) ?? bundle(id);
  built.set(id, code);
  await page.addScriptTag({ content: `${await code}; window.site = adapter.${id}.open(document);` });
}

/** Once a process. */
async function bundle(id: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: { entry: `src/platforms/${id}.ts`, formats: ['iife'], name: 'adapter' },
    },
  });
  const [chunk] = [output].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`no adapter ${id}`);
  return chunk.code;
}
