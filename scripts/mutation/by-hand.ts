import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Four mutants that nobody may ever live with, made by hand in copies of the source: each must make tests fail, and the names of those
 * tests must say which promise is broken. A copy without a change must pass, or the failures would prove nothing.
 */
export interface Broken {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
  /** Words of the promise: some failing test's full name must have them. */
  readonly promise: RegExp;
}

const GATE_TESTS = ['src/consent/gate.test.ts'];
const ORDER_TESTS = ['src/session/order.test.ts'];
const LEASE_TESTS = ['src/capture/lease.test.ts', 'src/capture/recorder.test.ts'];

export const BROKEN: readonly Broken[] = [
  {
    name: 'a gate that always opens',
    file: 'src/consent/gate.ts',
    from: 'export function gate(state: State): Verdict {\n',
    to: `export function gate(state: State): Verdict {
  if (state.size >= 0) return { may: 'record', basis: { ask: state.ask?.id as never, media: 'sound', roster: [], answers: [] } };
`,
    tests: GATE_TESTS,
    promise: /nothing is captured before everybody who must agree has agreed/,
  },
  {
    name: 'an append after the order to open',
    file: 'src/session/session.ts',
    from: '      try {\n        // A crash before',
    to: `      if (plan.open) {
        void this.ports.log.append(this.log, this.row, items, plan.gate);
        return { ok: true, appended: [], open: plan.open };
      }
      try {
        // A crash before`,
    tests: ORDER_TESTS,
    promise: /opening: the log first, then the order/,
  },
  {
    name: 'a revocation after the append of the closing',
    file: 'src/session/session.ts',
    from: '      if (plan.revoke) this.ports.revoke(plan.revoke);\n',
    to: '      if (plan.revoke) setTimeout(this.ports.revoke, 5, plan.revoke);\n',
    tests: ORDER_TESTS,
    promise: /closing: the recorder first, then the log/,
  },
  {
    name: 'a lease that never ends',
    file: 'src/capture/lease.ts',
    from: 'return over > 0 ?',
    to: 'return over > Number.POSITIVE_INFINITY ?',
    tests: LEASE_TESTS,
    promise: /a permit that is not renewed lapses/,
  },
];

export interface Judged {
  readonly name: string;
  readonly failing: readonly string[];
  readonly named: boolean;
}

const ROOT = path.resolve('out/mutation/by-hand');
const WHOLE = 'unchanged';
const folder = (name: string) => name.replaceAll(' ', '-');

function copy(name: string, change: (root: string) => void): void {
  const root = path.join(ROOT, folder(name));
  cpSync('src', path.join(root, 'src'), {
    recursive: true,
    filter: (from) => !from.includes(`log${path.sep}testdata`),
  });
  change(root);
}

function patch({ file, from, to }: Broken, root: string): void {
  const target = path.join(root, file);
  const text = readFileSync(target, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} has changed: say anew what is to be broken in it`);
  writeFileSync(
    target,
    text.replace(from, () => to),
  );
}

/** All copies in one run; gives the failing tests of each broken one. */
export function breakByHand(): Judged[] {
  rmSync(ROOT, { recursive: true, force: true });
  mkdirSync(ROOT, { recursive: true });
  // Its own, so that the project's is not looked for above.
  writeFileSync(path.join(ROOT, 'vitest.config.mjs'), 'export default {};\n');
  copy(WHOLE, () => undefined);
  for (const broken of BROKEN) copy(broken.name, (root) => patch(broken, root));
  const whole = [...new Set(BROKEN.flatMap(({ tests }) => tests))].map((test) => `${WHOLE}/${test}`);
  const files = BROKEN.flatMap(({ name, tests }) => tests.map((test) => `${folder(name)}/${test}`));
  const report = path.join(ROOT, 'report.json');
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$/.test(name)));
  const vitest = path.resolve('node_modules/vitest/vitest.mjs');
  spawnSync(
    process.execPath,
    [vitest, 'run', '--root', ROOT, '--maxWorkers=1', '--reporter=json', `--outputFile=${report}`, ...whole, ...files],
    { env, stdio: 'ignore' },
  );
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
  };
  const failing = (name: string) =>
    testResults
      .filter((file) => file.name.includes(`/${folder(name)}/`))
      .flatMap((file) => file.assertionResults.filter(({ status }) => status === 'failed'))
      .map(({ fullName }) => fullName);
  const ran = testResults.filter((file) => file.name.includes(`/${WHOLE}/`) && file.status === 'passed').length;
  if (ran !== whole.length) throw new Error(`the unchanged copy does not pass: ${failing(WHOLE).join('; ')}`);
  return BROKEN.map(({ name, promise }) => {
    const names = failing(name);
    return { name, failing: names, named: names.some((test) => promise.test(test)) };
  });
}
