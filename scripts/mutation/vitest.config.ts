import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { judgesOf } from './judges.ts';

/** Whole meetings come last: most mutants fall to a direct test in a fraction of the time, and some send a meeting round for ever. */
const WHOLE_MEETINGS = /(?:promises|order|owed|name-only|two-hosts)\.test\.ts$/;

/** Files whose direct tests are those on a real log store. */
const OWN_STORE = /(?:^| )src\/session\/(?:session|load)\.ts/;

class DirectFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const whole = ({ moduleId }: TestSpecification) => Number(WHOLE_MEETINGS.test(moduleId));
    return (await super.sort(files)).sort((a, b) => whole(a) - whole(b));
  }
}

const mutated = (process.env.ATR_MUTATED ?? '').split(' ');
/** Files of the log and of the exports, named one by one, are judged by their direct tests alone. */
const judges = judgesOf(mutated);

/** What is mutated by name only, is judged by the tests of its own folder. */
const FOLDERS = ['consent', 'session', 'policy', 'log', 'export', 'vault', 'verify'];
const named = FOLDERS.filter((folder) => (process.env.ATR_MUTATED ?? '').includes(`src/${folder}/`));

/** Only these tests judge, where ATR_TESTS names some: less is found than by all, and sooner. */
const chosen = (process.env.ATR_TESTS ?? '').split(' ').filter(Boolean);

/**
 * The tests that judge a mutant: the direct ones of the folders. Left out: random schedules and lines, which would find most mutants
 * as well, but seconds later and without naming the promise, and whole meetings on a real log store or of 300 people, which take as long.
 */
export default defineConfig({
  define: { __ATR_OPEN_SHADOW__: 'false' },
  test: {
    include:
      chosen.length > 0
        ? chosen
        : judges.length > 0
          ? [...judges]
          : named.map((folder) => `src/${folder}/**/*.test.ts`),
    exclude: [
      '**/*.property.test.ts',
      '**/fuzz.test.ts',
      // Each takes seconds, and every mutant that lives would wait for all of them. What only they test is judged by them when it is named.
      'src/session/{crash,meetings}.test.ts',
      '**/*tampering*.test.ts',
      ...(OWN_STORE.test(process.env.ATR_MUTATED ?? '') ? [] : ['src/session/{session,load}.test.ts']),
    ],
    environment: 'node',
    // Instrumented code on a busy machine.
    testTimeout: 60_000,
    sequence: { sequencer: DirectFirst },
  },
});
