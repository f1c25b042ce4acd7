import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { figure } from './figure.ts';
import type { Measure } from './measure.ts';

const MOST_BYTES = 20_000;
const FOLDER = 'dist/extension/content/sites';

/** What every meeting tab of a site loads, banner included; one figure a site. */
export const size: Measure = {
  name: 'size',
  async run() {
    return readdirSync(FOLDER).map((file) => {
      const bytes = gzipSync(readFileSync(`${FOLDER}/${file}`), { level: 9 }).length;
      const site = file.replace(/\..*$/, '');
      return figure(`content script with banner for ${site}, gzip`, 'bytes', [bytes], null, { most: MOST_BYTES });
    });
  },
};
