/**
 * Our own pages, as the navigation at the top lists them. The name is the folder under extension/ and the end of the key of its words
 * (`nav.…` in src/ui/words/nav-en.ts). A page that is not in the build yet has no line: nothing may lead nowhere (pages.test.ts).
 * Whoever lands a page adds its line where the order wants it: records, review, log, use, consents, verify, settings. What is reached from one of
 * these only (exports, places, welcome) has none.
 */
export const PAGES = ['records', 'review', 'log', 'use', 'consents', 'verify', 'settings'] as const;
export type PageName = (typeof PAGES)[number];

/** Address of a page of ours, for a link: it is the same from each of them. */
export function pageHref(page: PageName): string {
  return `/extension/${page}/index.html`;
}
