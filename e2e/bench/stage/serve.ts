import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface ServedStage {
  /** With a host name that our content script knows, or one that it does not. */
  url(host: 'sandbox.localhost' | 'elsewhere.localhost'): string;
  close(): void;
}

/** Serves the stage as one page at every address of a port of its own. */
export async function serveStage(): Promise<ServedStage> {
  const output = await build({
    configFile: false,
    root: fileURLToPath(new URL('./page', import.meta.url)),
    logLevel: 'error',
    build: { write: false, target: 'es2024', modulePreload: false },
  });
  const files = [output].flat().flatMap((one) => ('output' in one ? one.output : []));
  const script = files.find((file) => file.type === 'chunk');
  const page = files.find((file) => file.fileName === 'index.html');
  if (script?.type !== 'chunk' || page?.type !== 'asset') throw new Error('The stage could not be built.');
  const server = createServer((request, response) => {
    const isScript = request.url?.endsWith('.js');
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script.code : page.source);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (host) => `http://${host}:${port}/room/stage`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
