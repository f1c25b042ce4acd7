import { resolve } from 'node:path';
import { build, preview } from 'vite';

/** The content security policy under which the extension's own pages live. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'";

export interface Gallery {
  readonly base: string;
  close(): Promise<void>;
}

/** Builds the gallery as the extension's pages are built, and serves it. */
export async function serveGallery(): Promise<Gallery> {
  const configFile = resolve(import.meta.dirname, 'vite.config.ts');
  await build({ configFile });
  const server = await preview({ configFile, preview: { port: 0, headers: { 'Content-Security-Policy': POLICY } } });
  return { base: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
