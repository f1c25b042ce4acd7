import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import type { Place } from '../src/policy/place.ts';
import { ASIA_PACIFIC } from '../src/policy/places/asia-pacific.ts';
import { CANADA } from '../src/policy/places/canada.ts';
import { ELSEWHERE } from '../src/policy/places/elsewhere.ts';
import { EUROPE } from '../src/policy/places/europe.ts';
import { UNITED_STATES } from '../src/policy/places/united-states.ts';
import { UNKNOWN } from '../src/policy/places/unknown.ts';

/**
 * Builds the page that checks a log without the extension (extension/verify/stand-alone.tsx): one HTML file that loads nothing. Its content security
 * policy allows this very script and style, the worker that is made of the same script, and no address of any network.
 */
export async function standAlonePage(): Promise<string> {
  const root = resolve(import.meta.dirname, '..');
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [rulesAlone()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'es2024',
      modulePreload: false,
      reportCompressedSize: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: resolve(root, 'extension/verify/stand-alone.tsx'),
        output: { format: 'iife' },
      },
    },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const scripts = outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : []));
  const styles = outputs.flatMap((one) =>
    one.fileName.endsWith('.css') && one.type === 'asset' ? [String(one.source)] : [],
  );
  if (scripts.length !== 1 || styles.length !== 1)
    throw new Error('the stand-alone page is not one script and one style');
  // Inside of a page these would end the script, or begin a comment in it.
  const script = (scripts[0] ?? '').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').trim();
  return page(script, (styles[0] ?? '').trim());
}

const PLACES: Readonly<Record<string, readonly [string, Place | readonly Place[]]>> = {
  'asia-pacific': ['ASIA_PACIFIC', ASIA_PACIFIC],
  canada: ['CANADA', CANADA],
  elsewhere: ['ELSEWHERE', ELSEWHERE],
  europe: ['EUROPE', EUROPE],
  'united-states': ['UNITED_STATES', UNITED_STATES],
  unknown: ['UNKNOWN', UNKNOWN],
};

/** What people read about a place and no rule rests on: a third of the page, which shows none of it. */
const PROSE = new Set<string>([
  'name',
  'label',
  'profileLaw',
  'minors',
  'employees',
  'childConsentAge',
  'penalty',
  'penaltyDetail',
  'source',
  'seen',
  'confidence',
  'reviewed',
  'detail',
  'note',
] satisfies (keyof Place)[]);

/** The rules of the places without their prose, so that the page stays small; a place that is not listed here breaks the build. */
function rulesAlone(): Plugin {
  return {
    name: 'rules-alone',
    load(id) {
      const file = /\/src\/policy\/places\/([a-z-]+)\.ts$/.exec(id.replaceAll('\\', '/'))?.[1];
      if (file === undefined) return null;
      const found = PLACES[file];
      if (!found) throw new Error(`scripts/stand-alone.ts does not know the places of ${file}`);
      const [name, places] = found;
      const bare = (key: string, value: unknown) => (PROSE.has(key) ? undefined : key === 'statutes' ? [] : value);
      return `export const ${name} = ${JSON.stringify(places, bare)};`;
    },
  };
}

function page(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Check a consent log · Ask to Record</title>
<style>${style}</style>
</head>
<body>
<div id="root"></div>
<noscript>This page checks a consent log on your own computer, and needs JavaScript for it.</noscript>
<script id="program">${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
