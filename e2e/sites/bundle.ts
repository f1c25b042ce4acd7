import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** One file of a page, ready to be served. */
export interface Asset {
  readonly type: string;
  readonly body: string | Uint8Array;
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

const built = new Map<string, Promise<ReadonlyMap<string, Asset>>>();

/** A page of ours by path, built in memory once per process. folder: where its index.html is. */
export function pageAssets(folder: URL): Promise<ReadonlyMap<string, Asset>> {
  const before = built.get(folder.href);
  if (before) return before;
  const building = bundle(fileURLToPath(folder));
  built.set(folder.href, building);
  return building;
}

async function bundle(root: string): Promise<ReadonlyMap<string, Asset>> {
  const output = await build({
    configFile: false,
    root,
    base: '/',
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    worker: { format: 'es' },
    // A worker inlined as a data: URL would need a wider policy than a real meeting site has.
    build: { write: false, minify: false, target: 'es2024', assetsInlineLimit: 0, modulePreload: false },
  });
  const files = [output].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(
    files.map((file): [string, Asset] => {
      const extension = file.fileName.slice(file.fileName.lastIndexOf('.') + 1);
      const body = file.type === 'chunk' ? file.code : file.source;
      return [`/${file.fileName}`, { type: TYPES[extension] ?? 'application/octet-stream', body }];
    }),
  );
}
