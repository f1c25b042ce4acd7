import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { buildExtension } from './build.ts';

/**
 * npm run zip: the package for the Chrome Web Store. Built twice it is byte for byte the same: files in name order, one fixed date,
 * no attributes of this machine. The date is the oldest that the zip format can hold.
 */
const FIXED = new Date(1980, 0, 1);

buildExtension();
const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8')) as { version: string };

const files: Zippable = {};
const paths = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative('dist', join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('.vite/'))
  .sort();
for (const path of paths)
  files[path] = [new Uint8Array(readFileSync(join('dist', path))), { mtime: FIXED, level: 9, os: 0, attrs: 0 }];

const zipped = zipSync(files);
mkdirSync('out', { recursive: true });
const name = `out/ask-to-record-${manifest.version}.zip`;
writeFileSync(name, zipped);
process.stdout.write(
  `${name}: ${paths.length} files, ${zipped.length} bytes, sha256 ${createHash('sha256').update(zipped).digest('hex')}\n`,
);
