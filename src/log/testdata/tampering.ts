import type { Bundle, BundledLog } from '../bundle.ts';
import type { Check } from '../check.ts';

/** One way of tampering with a valid export. index: the entry where a check finds it, null when it has none. */
export interface Tampering {
  readonly code: Check;
  readonly index: number | null;
  /** The file in testdata that it starts from; `with-disclosures` when there is none. */
  readonly of?: 'signed';
  /** Gives the text of the changed export; may change the parsed one in place. */
  readonly change: (log: BundledLog, bundle: Bundle, text: string) => string | undefined;
}

function edit(log: BundledLog, at: number, from: string | RegExp, to: string): void {
  const before = log.leaves[at] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`leaf ${at} has no ${from}`);
  log.leaves[at] = after;
}

function notes(log: BundledLog, change: (note: string) => string): undefined {
  log.checkpoints = (log.checkpoints ?? []).map(change);
}

/** Replaces a text in the whole file. */
function swap(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return text.replace(from, to);
}

/** By the name of its file in testdata/tampered. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'answer-changed': { code: 'link', index: 5, change: (log) => void edit(log, 4, '"consented"', '"refused"') },
  'last-entry-changed': { code: 'head', index: null, change: (log) => void edit(log, 7, '"withdrawn"', '"stopped"') },
  'byte-changed': { code: 'leaf-json', index: 2, change: (log) => void edit(log, 2, '"entry":{', '"entry":[') },
  'entry-dropped': { code: 'index', index: 4, change: (log) => void log.leaves.splice(4, 1) },
  'first-entry-dropped': { code: 'index', index: 0, change: (log) => void log.leaves.splice(0, 1) },
  'last-entry-dropped': { code: 'size', index: null, change: (log) => void log.leaves.pop() },
  'last-entry-dropped-and-size-changed': {
    code: 'head',
    index: null,
    change: (log) => {
      log.leaves.pop();
      log.size -= 1;
    },
  },
  'entries-reordered': {
    code: 'index',
    index: 4,
    change: (log) => void log.leaves.splice(4, 0, ...log.leaves.splice(6, 1)),
  },
  'entry-doubled': { code: 'index', index: 5, change: (log) => void log.leaves.splice(4, 0, log.leaves[4] ?? '') },
  'index-gap': { code: 'index', index: 4, change: (log) => void edit(log, 4, '"index":4', '"index":5') },
  'decision-of-no-requirement': {
    code: 'decision',
    index: 3,
    change: (log) => {
      log.decisions = [{ index: 3, fingerprint: 'n5Wb0Yp8kqzqJ2yTn1v0m8o2l7sQ3dX9aR4uE6tCwHk', reasons: [] }];
    },
  },
  'prev-broken': { code: 'link', index: 3, change: (log) => void edit(log, 3, /"prev":"...../, '"prev":"AAAAA') },
  'time-backwards': { code: 'time', index: 4, change: (log) => void edit(log, 4, 'T09:00:08', 'T08:59:08') },
  'impossible-time': { code: 'leaf-shape', index: 4, change: (log) => void edit(log, 4, '2026-03-02', '2026-02-30') },
  'entry-of-another-log': { code: 'log', index: 4, change: (log) => void edit(log, 4, /"log":"l.../, '"log":"lAAA') },
  'white-space-added': {
    code: 'leaf-canonical',
    index: 4,
    change: (log) => void edit(log, 4, ',"index"', ', "index"'),
  },
  'member-doubled': {
    code: 'leaf-canonical',
    index: 4,
    change: (log) => void edit(log, 4, ',"index":4', ',"index":4,"index":4'),
  },
  'number-spelt-otherwise': {
    code: 'leaf-canonical',
    index: 4,
    change: (log) => void edit(log, 4, '"index":4', '"index":4.0'),
  },
  'character-escaped': {
    code: 'leaf-canonical',
    index: 4,
    change: (log) => void edit(log, 4, '"chat"', '"\\u0063hat"'),
  },
  'members-reordered': {
    code: 'leaf-canonical',
    index: 0,
    change: (log) => void edit(log, 0, /^\{(.*),"v":1\}$/, '{"v":1,$1}'),
  },
  'proto-member-added': {
    code: 'leaf-canonical',
    index: 4,
    change: (log) => void edit(log, 4, '"sealed":{', '"sealed":{"__proto__":"x",'),
  },
  'byte-order-mark-added': { code: 'leaf-json', index: 0, change: (log) => void edit(log, 0, '{', '\ufeff{') },
  'unknown-version': { code: 'leaf-version', index: 4, change: (log) => void edit(log, 4, '"v":1', '"v":2') },
  'unknown-kind': { code: 'leaf-kind', index: 4, change: (log) => void edit(log, 4, '"answered"', '"guessed"') },
  'unknown-member': { code: 'leaf-shape', index: 4, change: (log) => void edit(log, 4, '"v":1', '"v":1,"w":1') },
  'member-missing': { code: 'leaf-shape', index: 4, change: (log) => void edit(log, 4, '"grade":"chat",', '') },
  'salt-cut': { code: 'leaf-shape', index: 4, change: (log) => void edit(log, 4, /"salt":"....../, '"salt":"') },
  'salt-with-left-over-bits': {
    code: 'leaf-shape',
    index: 4,
    change: (log) => void edit(log, 4, /("salt":"[^"]*)."/, '$1_"'),
  },
  'lone-surrogate': { code: 'leaf-shape', index: 0, change: (log) => void edit(log, 0, '"floor"', '"\\ud800"') },
  'head-changed': {
    code: 'head',
    index: null,
    change: (log) => void Object.assign(log, { head: `A${log.head.slice(1)}` }),
  },
  'platform-changed': {
    code: 'platform',
    index: 0,
    change: (log) => void Object.assign(log, { platform: 'elsewhere' }),
  },
  'log-renamed': { code: 'log', index: 0, change: (log) => void Object.assign(log, { log: 'lAAAAAAAAAAAA' }) },
  'disclosure-changed': {
    code: 'commitment',
    index: 2,
    change: (log) => {
      const name = log.disclosures.find((one) => one.index === 2 && one.field === 'name');
      if (name) name.disclosure = swap(name.disclosure, 'Ana', 'Eva');
    },
  },
  'disclosures-swapped': {
    code: 'commitment',
    index: 1,
    change: (log) => {
      const [one, two] = log.disclosures.filter((disclosure) => disclosure.field === 'name');
      if (one && two) [one.disclosure, two.disclosure] = [two.disclosure, one.disclosure];
    },
  },
  'disclosure-moved-to-another-entry': {
    code: 'commitment',
    index: 6,
    change: (log) => {
      const [yes, no] = log.disclosures.filter((disclosure) => disclosure.field === 'words');
      if (yes && no) no.disclosure = yes.disclosure;
    },
  },
  'disclosure-added': {
    code: 'disclosure-place',
    index: 0,
    change: (log) => void log.disclosures.push({ ...(log.disclosures[0] as BundledLog['disclosures'][0]), index: 0 }),
  },
  'disclosure-doubled': {
    code: 'disclosure-place',
    index: 1,
    change: (log) => void log.disclosures.push({ ...(log.disclosures[0] as BundledLog['disclosures'][0]) }),
  },
  'disclosure-of-another-field': {
    code: 'disclosure-place',
    index: 1,
    change: (log) => {
      const [name] = log.disclosures;
      if (name) name.field = 'site';
    },
  },
  'disclosure-not-canonical': {
    code: 'disclosure-shape',
    index: 1,
    change: (log) => {
      const [name] = log.disclosures;
      if (name) name.disclosure = name.disclosure.replace('","', '", "');
    },
  },
  'disclosure-salt-cut': {
    code: 'disclosure-shape',
    index: 1,
    change: (log) => {
      const [name] = log.disclosures;
      if (name) name.disclosure = name.disclosure.replace(/^\["..../, '["');
    },
  },
  'bundle-cut': { code: 'bundle-json', index: null, change: (_log, _bundle, text) => text.slice(0, text.length / 2) },
  'bundle-of-unknown-version': {
    code: 'bundle-version',
    index: null,
    change: (_log, _bundle, text) => swap(text, '"version":1', '"version":2'),
  },
  'bundle-of-another-format': {
    code: 'bundle-version',
    index: null,
    change: (_log, _bundle, text) => swap(text, '"ask-to-record-log"', '"another-log"'),
  },
  'bundle-with-unknown-member': {
    code: 'bundle-shape',
    index: null,
    change: (_log, _bundle, text) => swap(text, '"version":1', '"version":1,"note":"trust me"'),
  },
  'bundle-nested-deeply': {
    code: 'bundle-limits',
    index: null,
    change: () => `${'['.repeat(40)}${']'.repeat(40)}`,
  },
  'bundle-with-a-log-twice': {
    code: 'bundle-shape',
    index: null,
    change: (log, bundle) => void bundle.logs.push(log),
  },
  'key-cut': {
    of: 'signed',
    code: 'key',
    index: null,
    change: (_log, bundle) => void Object.assign(bundle, { key: bundle.key?.slice(4) ?? '' }),
  },
  'key-left-out': {
    of: 'signed',
    code: 'key',
    index: null,
    change: (_log, bundle) => void delete bundle.key,
  },
  'key-of-another': {
    of: 'signed',
    code: 'checkpoint-signature',
    index: null,
    change: (_log, bundle) => void Object.assign(bundle, { key: `A${bundle.key?.slice(1)}` }),
  },
  'checkpoint-without-signature': {
    of: 'signed',
    code: 'checkpoint-shape',
    index: null,
    change: (log) => notes(log, (note) => note.split('\n\n')[0] ?? ''),
  },
  'checkpoint-with-extension-line': {
    of: 'signed',
    code: 'checkpoint-shape',
    index: null,
    change: (log) => notes(log, (note) => note.replace('\n\n', '\nmore\n\n')),
  },
  'checkpoint-of-another-log': {
    of: 'signed',
    code: 'checkpoint-log',
    index: null,
    change: (log) => notes(log, (note) => note.replaceAll('/l', '/lA')),
  },
  'checkpoint-size-changed': {
    of: 'signed',
    code: 'checkpoint-signature',
    index: null,
    change: (log) => notes(log, (note) => note.replace(/\n8\n/, '\n7\n')),
  },
  'checkpoint-of-an-older-size-only': {
    of: 'signed',
    code: 'checkpoint-order',
    index: null,
    change: (log) => void log.checkpoints?.pop(),
  },
  'checkpoints-reordered': {
    of: 'signed',
    code: 'checkpoint-order',
    index: null,
    change: (log) => void log.checkpoints?.reverse(),
  },
  /** Everything that is not signed is made to fit again: only the checkpoint knows. */
  'tail-cut-and-head-changed': {
    of: 'signed',
    code: 'checkpoint-root',
    index: null,
    change: (log) => {
      const { prev } = JSON.parse(log.leaves.pop() ?? '') as { prev: string };
      log.size -= 1;
      log.head = prev;
    },
  },
  'export-time-changed': {
    of: 'signed',
    code: 'seal',
    index: null,
    change: (_log, bundle) => void Object.assign(bundle, { exportedAt: bundle.exportedAt.replace('2026', '2027') }),
  },
  'disclosure-left-out': {
    of: 'signed',
    code: 'seal',
    index: null,
    change: (log) => void log.disclosures.pop(),
  },
  'log-left-out': { of: 'signed', code: 'seal', index: null, change: (_log, bundle) => void bundle.logs.pop() },
  'seal-of-another-export': {
    of: 'signed',
    code: 'seal',
    index: null,
    change: (_log, bundle) => void Object.assign(bundle, { seal: bundle.seal?.replace(/\nA?./, '\n9') ?? '' }),
  },
  'seal-left-out': { of: 'signed', code: 'seal', index: null, change: (_log, bundle) => void delete bundle.seal },
  'checkpoints-left-out': {
    of: 'signed',
    code: 'checkpoint-order',
    index: null,
    change: (log) => void delete log.checkpoints,
  },
};
