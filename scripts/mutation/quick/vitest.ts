import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import * as spy from '@vitest/spy';

/** What the tests import as `vitest`: the same expectations, and a list of the tests instead of a runner. */

export interface Test {
  readonly name: string;
  readonly run: () => unknown;
}

type Work = () => unknown;
type Name = string | { readonly name: string };

let tests: Test[] = [];
let path: readonly string[] = [];
let hooks: { readonly before: readonly Work[]; readonly after: readonly Work[] } = { before: [], after: [] };
let once = new Map<Work, Promise<unknown>>();

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

const expect = Object.assign((value: unknown, message?: string) => chai.expect(value, message), chai.expect, {
  poll: (make: Work) => ({
    toBe: async (wanted: unknown) => {
      for (let tries = 0; tries < 100; tries++) {
        if (Object.is(await make(), wanted)) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error('not within the time');
    },
  }),
});
Object.assign(expect, (globalThis as never)[ASYMMETRIC_MATCHERS_OBJECT]);
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, configurable: true });
setState({ assertionCalls: 0 } as never, expect as never);
(expect as unknown as { extend(to: object, what: object): void }).extend(expect, customMatchers);

function named(name: Name): string {
  return typeof name === 'string' ? name : name.name;
}

function describe(name: Name, make: Work): void {
  const [outer, around] = [path, hooks];
  path = [...path, named(name)];
  make();
  [path, hooks] = [outer, around];
}

function test(name: Name, ...given: unknown[]): void {
  const work = given.find((one) => typeof one === 'function') as Work;
  const [full, outer] = [[...path, named(name)].join(' > '), hooks];
  const scope = { ...outer };
  tests.push({
    name: full,
    run: async () => {
      // Read when it runs: a hook may stand below the test.
      for (const hook of scope.before) await hook();
      try {
        await work();
      } finally {
        for (const hook of scope.after) await hook();
      }
    },
  });
}

function each<F extends (name: Name, ...rest: never[]) => void>(one: F) {
  return (rows: readonly unknown[]) =>
    (name: Name, ...given: unknown[]): void => {
      const work = given.find((one) => typeof one === 'function') as (...row: unknown[]) => unknown;
      rows.forEach((row, i) => {
        const args = Array.isArray(row) ? row : [row];
        one(`${named(name)} #${i}`, ...([() => work(...args)] as never[]));
      });
    };
}

const stubbed = new Map<string, PropertyDescriptor | undefined>();

function stubGlobal(name: string, value: unknown): void {
  if (!stubbed.has(name)) stubbed.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

function unstubAllGlobals(): void {
  for (const [name, before] of stubbed) {
    if (before) Object.defineProperty(globalThis, name, before);
    else Reflect.deleteProperty(globalThis, name);
  }
  stubbed.clear();
}

async function waitFor(check: Work): Promise<unknown> {
  for (let tries = 0; ; tries++) {
    try {
      return await check();
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** Where a condition is not given, what stands there is no test. */
function conditional<F extends (name: Name, ...rest: never[]) => void>(one: F) {
  const none = (() => undefined) as unknown as F;
  return { runIf: (given: unknown) => (given ? one : none), skipIf: (given: unknown) => (given ? none : one) };
}

const tested = Object.assign(test, { each: each(test), ...conditional(test) });

export const shim = {
  expect,
  describe: Object.assign(describe, { each: each(describe), ...conditional(describe) }),
  test: tested,
  it: tested,
  beforeEach: (work: Work) => {
    hooks = { ...hooks, before: [...hooks.before, work] };
  },
  beforeAll: (work: Work) => {
    const first = () => {
      const done = once.get(work) ?? Promise.resolve(work());
      once.set(work, done);
      return done;
    };
    hooks = { ...hooks, before: [...hooks.before, first] };
  },
  afterEach: (work: Work) => {
    hooks = { ...hooks, after: [...hooks.after, work] };
  },
  afterAll: () => undefined,
  // No fake timers: whoever wants them is judged by the real runner.
  vi: { fn: spy.fn, spyOn: spy.spyOn, restoreAllMocks: spy.restoreAllMocks, stubGlobal, unstubAllGlobals, waitFor },
};

/** The tests that loading gives. */
export function collected(load: () => void): readonly Test[] {
  tests = [];
  path = [];
  hooks = { before: [], after: [] };
  once = new Map();
  load();
  return tests;
}
