import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright';
import { build } from 'vite';
import { findChromium } from '../../browser/find.ts';
import { launchWithExtension } from '../../browser/launch.ts';
import { extensionId } from '../../browser/targets.ts';
import type { Inside } from './inside.ts';

declare global {
  var inside: Inside;
}

/** A browser with the built extension, and its records page with the bench's own code evaluated in it: the real origin and storage. */
export async function enter(): Promise<{
  readonly context: BrowserContext;
  readonly page: Page;
  readonly code: string;
}> {
  const code = await bundled();
  const context = await launchWithExtension({
    executablePath: findChromium(),
    extensionDir: 'dist',
    headless: true,
  });
  const id = await extensionId(context);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${id}/extension/records/index.html`);
  await page.evaluate(code);
  return { context, page, code };
}

/** One script without imports, since evaluating knows no modules. */
export async function bundled(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: { entry: fileURLToPath(new URL('./inside.ts', import.meta.url)), formats: ['iife'], name: 'bench' },
    },
  });
  const files = [output].flat().flatMap((one) => ('output' in one ? one.output : []));
  const script = files.find((file) => file.type === 'chunk');
  if (script?.type !== 'chunk') throw new Error('The code to be measured could not be built.');
  return script.code;
}
