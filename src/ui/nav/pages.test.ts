import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PAGES, pageHref } from './pages.ts';

const at = (path: string) => new URL(`../../../${path}`, import.meta.url);

it.each(PAGES)('the link to %s leads to a page that is in the build and has the navigation', (page) => {
  expect(pageHref(page)).toBe(`/extension/${page}/index.html`);
  expect(existsSync(at(`extension/${page}/index.html`))).toBe(true);
  expect(readFileSync(at('vite.config.ts'), 'utf8')).toContain(`'extension/${page}/index.html'`);
  expect(readFileSync(at(`extension/${page}/main.tsx`), 'utf8')).toContain(`<Nav here="${page}"`);
});
