import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

/**
 * The walls between the folders, over the real import graph. Imports run one way, so that each folder can be read, tested and trusted
 * alone; a failure says which import goes through which wall, and why the wall stands.
 */
interface Import {
  /** '' for the file itself, else what it imports: a path in the project, or a package's name. */
  readonly to: string;
  readonly line: number;
  /** Erased by the compiler: no code comes with it. */
  readonly type: boolean;
}
interface Source {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Browser-extension globals that it names, with their lines. */
  readonly globals: readonly string[];
}

const LOCAL = /^(?:src|extension)\//;
const isTest = (path: string) => /\.test\.tsx?$|\/testdata\/|\/corpus\//.test(path);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
    .map((file) => join(file.parentPath, file.name));
}

function read(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const add = (request: string, at: number, type: boolean) => {
    // The name of a file that the build makes of a script: its code does not come along.
    if (/\?script\b/.test(request)) return;
    const bare = request.replace(/\?.*$/, '');
    const to = bare.startsWith('.') ? normalize(join(dirname(path), bare)) : bare;
    imports.push({ to, line: lineAt(text, at), type });
  };
  for (const { moduleRequest, entries, start } of module.staticImports)
    add(moduleRequest.value, start, entries.length > 0 && entries.every((entry) => entry.isType));
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType, start } of entries) if (moduleRequest) add(moduleRequest.value, start, isType);
  const globals: string[] = [];
  new Visitor({
    ImportExpression({ source, start }) {
      const known = source.type === 'Literal' && typeof source.value === 'string';
      add(known ? String(source.value) : '(computed)', start, false);
    },
    TSImportType({ source, start }) {
      add(source.value, start, true);
    },
    // A worker or a page of ours reached by its address brings its code along too.
    NewExpression({ callee, arguments: [first, second], start }) {
      const url = callee.type === 'Identifier' && callee.name === 'URL' && second !== undefined;
      const code =
        first?.type === 'Literal' && typeof first.value === 'string' && /^\.{1,2}\/.*\.tsx?$/.test(first.value);
      if (url && code) add(String(first.value), start, false);
    },
    MemberExpression({ object, property, start }) {
      const named = object.type === 'Identifier' ? object.name : '';
      const global = object.type === 'Identifier' && object.name === 'globalThis' && property.type === 'Identifier';
      const name = global ? property.name : named;
      if (name === 'chrome' || name === 'browser') globals.push(`${path}:${lineAt(text, start)} names ${name}.*`);
    },
    TSQualifiedName({ left, start }) {
      if (left.type === 'Identifier' && (left.name === 'chrome' || left.name === 'browser'))
        globals.push(`${path}:${lineAt(text, start)} names the type ${left.name}.*`);
    },
  }).visit(program);
  return { path, imports, globals };
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

const sources = new Map([...filesUnder('src'), ...filesUnder('extension')].map((path) => [path, read(path)]));
const product = [...sources.values()].filter(({ path }) => !isTest(path));

/** A file's folder as the walls know it: src/model, extension/content; the top of src is `src`. */
function folderOf(path: string): string {
  const [top, folder, ...rest] = path.split('/');
  return rest.length > 0 ? `${top}/${folder}` : (top ?? '');
}

interface Wall {
  /** Project folders, and packages, that files of the folder may import; its own folder always. */
  readonly may: readonly string[];
  readonly why: string;
}
const pure = 'it is pure: whatever it needs to know comes as an argument';
const WALLS: Readonly<Record<string, Wall>> = {
  'src/model': { may: ['valibot'], why: 'the nouns stand at the bottom: everybody imports them, they import nobody' },
  'src/policy': { may: ['src/model'], why: pure },
  'src/consent': {
    may: ['src/model', 'src/policy', 'canonicalize'],
    why: `${pure}, and a verdict rests on the log alone`,
  },
  'src/platforms': { may: ['src/model'], why: 'an adapter only reads a page; it runs in every meeting tab' },
  'src/messages': { may: ['src/model', 'valibot'], why: 'a message is its shape and nothing more' },
  'src/database': { may: ['src/model', 'idb'], why: 'it holds the rows; what they mean is known above it' },
  'src/log': {
    may: ['src/model', 'src/database', 'src/vault/key-files.ts', 'canonicalize', 'idb', 'valibot'],
    why: 'anybody can check a log without the rest of us: verify runs unchanged in Node and in a page of its own',
  },
  'src/verify': {
    may: ['src/model', 'src/log', 'src/consent', 'src/policy', 'canonicalize'],
    why: 'it is pure, and joins what proves a log with what judges consent: the same in the extension, in Node and in a page',
  },
  'src/capture': { may: ['src/model'], why: 'it takes streams and gives chunks; it knows no tab, no log and no key' },
  'src/vault': {
    may: ['src/model', 'src/database', 'canonicalize', 'age-encryption'],
    why: 'keys and chunks know nothing of who agreed',
  },
  'src/backup': {
    may: ['src/model', 'src/database', 'src/log', 'src/vault', 'valibot', 'age-encryption'],
    why: 'it copies what lies encrypted, and holds it against the log; whose time is up and who agreed is judged by whoever calls it',
  },
  'src/review': {
    may: ['src/model', 'src/messages', 'src/log', 'src/session', 'src/vault'],
    why: 'it opens, writes and removes what reviewers wrote, each in the log first: one way for every page that does',
  },
  'src/export': {
    may: [
      'src/model',
      'src/database',
      'src/log',
      'src/vault',
      'mediabunny',
      'age-encryption',
      'client-zip',
      '@noble/hashes',
    ],
    why: 'a format is written from what is stored, never from what is judged anew',
  },
  'src/mask': { may: [], why: `${pure}; how a voice or a name is hidden can be read and tried alone` },
  'src/player': {
    may: ['src/model', 'src/export/webm-source.ts', 'mediabunny'],
    why: 'it plays what it is given chunk by chunk; where chunks lie, and who may open them, is known elsewhere',
  },
  'src/copies': {
    may: ['src/model', 'src/database', 'src/vault', 'src/mask', 'src/export', 'mediabunny'],
    why: 'it makes a copy of what it is given; whether it may be made is judged above it',
  },
  'src/files': {
    may: ['src/model', '@noble/hashes'],
    why: 'it makes files for the person and hands them to the browser; what is in them is known elsewhere',
  },
  'src/session': {
    may: ['src/model', 'src/consent', 'src/policy', 'src/database', 'src/log'],
    why: 'the one orchestrator judges and logs; pages, streams and chunks are brought to it by the shell',
  },
  'src/ui': {
    may: ['src/model', 'preact'],
    why: 'a view takes props and gives intents: it must be drawable without a log, a worker or a browser extension',
  },
};

/** One exception a line: `file -> what it imports`. Each says until when. */
const EXCEPTIONS: ReadonlySet<string> = new Set<string>();

function allowed(to: string, may: readonly string[]): boolean {
  return may.some((what) => to === what || to.startsWith(`${what}/`));
}

describe('imports run one way', () => {
  test('every folder of src has its wall', () => {
    const folders = new Set(product.map(({ path }) => folderOf(path)).filter((folder) => folder.startsWith('src/')));
    expect([...folders].filter((folder) => !(folder in WALLS))).toEqual([]);
    expect(Object.keys(WALLS).filter((folder) => !folders.has(folder))).toEqual([]);
  });

  for (const [folder, { may, why }] of Object.entries(WALLS)) {
    test(`${folder} imports only ${may.join(', ')}: ${why}`, () => {
      const through = product
        .filter(({ path }) => folderOf(path) === folder)
        .flatMap(({ path, imports }) => imports.map((one) => ({ path, ...one })))
        .filter(({ path, to }) => folderOf(to) !== folder && !allowed(to, may) && !EXCEPTIONS.has(`${path} -> ${to}`))
        .map(({ path, line, to, type }) => `${path}:${line} imports ${type ? 'the type of ' : ''}${to}`);
      expect(through, `through the wall of ${folder}, which stands because ${why}`).toEqual([]);
    });
  }

  test('src never imports the shell, not even in a test: the product must run where there is no extension', () => {
    const through = [...sources.values()]
      .filter(({ path }) => path.startsWith('src/'))
      .flatMap(({ path, imports }) => imports.map(({ to, line }) => ({ path, line, to })))
      .filter(({ to }) => to.startsWith('extension/') || to === 'webextension-polyfill')
      .map(({ path, line, to }) => `${path}:${line} imports ${to}`);
    expect(through).toEqual([]);
  });

  test('src never names chrome.* or browser.*: only the shell knows what browser it is in', () => {
    const naming = product.filter(({ path }) => path.startsWith('src/')).flatMap(({ globals }) => globals);
    expect(naming).toEqual([]);
  });

  test('every import leads to a file that exists, and none is computed', () => {
    const astray = product
      .flatMap(({ path, imports }) => imports.map((one) => ({ path, ...one })))
      .filter(({ to }) => to === '(computed)' || (LOCAL.test(to) && !sources.has(to) && !existsSync(to)))
      .map(({ path, line, to }) => `${path}:${line} imports ${to}`);
    expect(astray).toEqual([]);
  });

  test('nothing that people install imports a test, test data or a corpus', () => {
    const through = product
      .flatMap(({ path, imports }) => imports.map((one) => ({ path, ...one })))
      .filter(({ to }) => LOCAL.test(to) && isTest(to))
      .map(({ path, line, to }) => `${path}:${line} imports ${to}`);
    expect(through).toEqual([]);
  });
});

/** Platforms that are another one with settings of their own, and so carry it along. */
const PRESETS: Readonly<Record<string, readonly string[]>> = {
  'src/platforms/whereby': ['src/platforms/generic.ts', 'src/platforms/generic'],
};

const ENTRIES = readdirSync('extension/content/sites').map((file) => `extension/content/sites/${file}`);

describe.each(ENTRIES)('%s loads in every meeting tab of its site', (entry) => {
  const MAY = ['extension/content', 'src/model', 'src/platforms', 'src/messages', 'src/ui/banner', 'preact'];

  /** What the bundle carries, each with the way that leads to it. Type-only imports carry nothing. */
  function carried(entry: string): Map<string, string> {
    const ways = new Map([[entry, entry]]);
    for (const [path, way] of ways) {
      for (const { to, type } of sources.get(path)?.imports ?? [])
        if (!type && !ways.has(to)) ways.set(to, `${way} -> ${to}`);
    }
    return ways;
  }
  const bundle = carried(entry);

  test('so it carries only model, platforms, messages and the banner', () => {
    expect(bundle.size).toBeGreaterThan(10);
    const strange = [...bundle].filter(([to]) => !allowed(to, MAY)).map(([, way]) => way);
    expect(strange, 'every meeting tab would load this, recorded or not').toEqual([]);
  });

  test.each([
    ['valibot', 'what it says is parsed by the worker, and what the worker says is our own'],
    ['webextension-polyfill', 'chrome.runtime is enough here'],
    ['src/consent', 'recognising words is the worker’s work, in whatever language'],
    ['src/ui/words', 'the banner gets its texts from the worker'],
    ['src/database', 'a page’s origin must never hold our data'],
  ])('so %s is not in it: %s', (what) => {
    const ways = [...bundle].filter(([to]) => allowed(to, [what])).map(([, way]) => way);
    expect(ways).toEqual([]);
  });

  test('so it carries no platform but its own', () => {
    const own = entry.replace('extension/content/sites/', 'src/platforms/').replace('.iife.ts', '');
    const shared = ['src/platforms/page', 'src/platforms/platform.ts', ...(PRESETS[own] ?? [])];
    const strange = [...bundle]
      .filter(([to]) => to.startsWith('src/platforms/') && to !== `${own}.ts` && !allowed(to, [own, ...shared]))
      .map(([, way]) => way);
    expect(strange).toEqual([]);
  });

  test('so it is reached by nothing else of ours', () => {
    const through = product
      .filter(({ path }) => !path.startsWith('extension/content/'))
      .flatMap(({ path, imports }) => imports.map((one) => ({ path, ...one })))
      .filter(({ to, type }) => !type && to.startsWith('extension/content/'))
      .map(({ path, line, to }) => `${path}:${line} imports ${to}`);
    expect(through).toEqual([]);
  });
});

describe.each(readdirSync('extension/content/page'))('%s runs in the page’s own world', (file) => {
  test('so it carries what reads that one site, and nothing of the extension', () => {
    const own = `src/platforms/${file.replace('.iife.ts', '')}`;
    const ways = new Set([`extension/content/page/${file}`]);
    for (const path of ways) for (const { to, type } of sources.get(path)?.imports ?? []) if (!type) ways.add(to);
    expect(ways.size).toBeGreaterThan(1);
    expect([...ways].slice(1).filter((path) => !allowed(path, [own]))).toEqual([]);
    expect(sources.get(`extension/content/page/${file}`)?.globals).toEqual([]);
  });
});

describe('the contexts of the shell speak by messages only', () => {
  const contexts = readdirSync('extension');
  test.each(contexts)('extension/%s imports no other context', (context) => {
    const through = product
      .filter(({ path }) => path.startsWith(`extension/${context}/`))
      .flatMap(({ path, imports }) => imports.map((one) => ({ path, ...one })))
      .filter(({ to }) => to.startsWith('extension/') && !to.startsWith(`extension/${context}/`))
      .map(({ path, line, to }) => `${path}:${line} imports ${to}`);
    expect(through, 'each context is a process of its own: shared code belongs in src').toEqual([]);
  });
});
