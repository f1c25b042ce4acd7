import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unpackedId } from '../e2e/browser/profile.ts';
import { effective } from '../src/model/setting-merge.ts';
import { ORGANISATION_KEYS } from '../src/model/setting-policy.ts';
import { SETTING_PATHS } from '../src/model/settings.ts';
import { PACK } from '../src/policy/pack.ts';
import { PLACES } from '../src/policy/places.ts';

/**
 * What organisations are told by the schema is what is read. Chrome drops a whole top-level key that breaks its schema, and we would not see
 * that it was there: so the schema says kinds only, and what a value may be is read strictly by us, told, and replaced by the strictest.
 */
interface Node {
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}
const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8')) as Node;
const properties = schema.properties ?? {};
const KNOWN = { places: new Set(PLACES.map(({ code }) => code)), languages: new Set(['en', 'de']) };

const GROUPS = ['controller', 'terms', 'vault', 'review'];
const paths = Object.entries(properties).flatMap(([key, node]) =>
  GROUPS.includes(key) ? Object.keys(node.properties ?? {}).map((inner) => `${key}.${inner}`) : [key],
);

/** A value of each kind that every setting of this kind takes. */
const EXAMPLE: Readonly<Record<string, unknown>> = {
  organisation: 'Beispiel GmbH',
  signOff: { version: 1, by: 'R. Beispiel', on: '2026-11-20' },
  unlocked: ['terms.keepDays'],
  place: 'DE',
  controller: {
    name: 'Beispiel GmbH',
    contact: 'datenschutz@example.com',
    address: 'Beispielweg 1, 10115 Berlin',
    email: 'datenschutz@example.com',
    phone: '+49 30 5550100',
    policyUrl: 'https://example.com/privacy',
    organisation: true,
    place: 'DE',
  },
  terms: {
    purposes: [{ purpose: 'notes', required: true }],
    media: 'sound',
    keepDays: 14,
    proofDays: 365,
  },
  vault: { recipients: ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'], hostPlays: true },
  review: {
    reviewer: 'Quality team',
    cards: [{ name: 'Call', criteria: [{ name: 'Tone', scale: '1-5', weight: 2 }] }],
  },
  recipients: 'our quality team',
  basis: 'consent',
  biometrics: false,
  specialCategory: false,
  nonPartyRecorder: false,
  floor: 'product',
  impliedAfterMs: 15_000,
  atLeast: { rule: 'all-party', form: 'explicit' },
  pauseAtNumbers: true,
  language: 'de',
  secondLanguage: 'en',
};

test('the schema knows every setting, what an organisation says beside them, and nothing else', () => {
  expect(paths.toSorted()).toEqual([...ORGANISATION_KEYS, ...SETTING_PATHS].toSorted());
});

test('the manifest names it', () => {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as { storage?: { managed_schema?: string } };
  expect(manifest.storage?.managed_schema).toBe('managed-schema.json');
});

test('a policy of every key is taken without a complaint, and locks everything but what it unlocks', () => {
  const { locked, problems, signOff, settings } = effective(undefined, EXAMPLE, KNOWN);
  expect(problems.organisation).toEqual([]);
  expect(locked).toEqual(SETTING_PATHS.filter((path) => path !== 'terms.keepDays'));
  expect(signOff).toEqual(EXAMPLE.signOff);
  const { organisation, signOff: _, unlocked, ...rest } = EXAMPLE;
  expect(settings).toEqual(rest);
});

describe('every key', () => {
  const kindOf = (value: unknown) =>
    Array.isArray(value) ? 'array' : typeof value === 'number' ? 'integer' : typeof value;
  const all = (node: Node, value: unknown, path: string): [string, Node, unknown][] => [
    [path, node, value],
    ...Object.entries(node.properties ?? {}).flatMap(([key, inner]) =>
      all(inner, (value as Record<string, unknown>)[key], `${path}.${key}`),
    ),
    ...(node.items ? all(node.items, (value as unknown[])[0], `${path}.*`) : []),
  ];
  const nodes = Object.entries(properties).flatMap(([key, node]) => all(node, EXAMPLE[key], key));

  test.each(nodes)('%s is of the kind that is read', (_path, node, value) => {
    expect(node.type).toBe(kindOf(value));
  });

  test.each(nodes.filter(([path]) => !path.endsWith('.*')))('%s has a title for whoever fills it in', (_path, node) => {
    expect(node.title).toMatch(/^\S.{3,}/);
    if (node.type !== 'object') expect(node.description).toMatch(/^\S.{3,}\.$/);
  });

  test.each(nodes)('%s has nothing that Chrome would drop the whole key for', (_path, node) => {
    const known = ['type', 'title', 'description', 'properties', 'items'];
    expect(Object.keys(node).filter((key) => !known.includes(key))).toEqual([]);
  });
});

test('what an admin is told to choose from can be chosen', () => {
  const said = (path: string, node: Node | undefined) => {
    const list = /^One of ([\w, -]+?)(?: \(.*)?\./.exec(node?.description ?? '')?.[1]?.split(', ') ?? [];
    expect(list.length, path).toBeGreaterThan(2);
    return list;
  };
  const takes = (policy: object) => effective(undefined, policy, KNOWN).problems.organisation;
  for (const purpose of said('purpose', properties.terms?.properties?.purposes?.items?.properties?.purpose))
    expect(takes({ terms: { purposes: [{ purpose, required: true }] } })).toEqual([]);
  for (const basis of said('basis', properties.basis)) expect(takes({ basis })).toEqual([]);
  for (const rule of said('rule', properties.atLeast?.properties?.rule))
    for (const form of said('form', properties.atLeast?.properties?.form))
      expect(takes({ atLeast: { rule, form } })).toEqual([]);
});

test('the example in the README is for this extension, and is taken without a complaint', () => {
  const readme = readFileSync('README.md', 'utf8');
  const json = /```json\n(\{\n {2}"3rdparty"[\s\S]*?\n)```/.exec(readme)?.[1] ?? '';
  const example = JSON.parse(json) as { '3rdparty': { extensions: Record<string, unknown> } };
  const [[id, policy] = []] = Object.entries(example['3rdparty'].extensions);
  expect(id).toBe(unpackedId('.'));
  const { locked, lockedBy, problems, signOff } = effective(undefined, policy, KNOWN);
  expect(problems.organisation).toEqual([]);
  expect([lockedBy, signOff?.version]).toEqual(['Example GmbH', PACK.version]);
  expect(locked).toContain('terms.media');
  expect(locked).not.toContain('terms.purposes');
});
