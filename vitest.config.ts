import { defineConfig, type Plugin } from 'vitest/config';

export default defineConfig({
  plugins: [scriptNames()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __ATR_OPEN_SHADOW__: 'false' },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'extension/**/*.test.ts', 'e2e/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    // npm run coverage: who must agree, and what chat words say, each run by its own tests alone.
    coverage: {
      provider: 'v8',
      include: [
        'src/policy/**/*.ts',
        'src/consent/{recognise,our-words,in-writing,status-words,confusable-letters}.ts',
        'src/consent/place-*.ts',
        'src/consent/{phrases,notices}/**/*.ts',
      ],
      exclude: ['**/testdata/**', '**/*.test.ts'],
      reporter: ['text'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
});

/** `?script` gives the name of a script that the build makes (@crxjs/vite-plugin); where nothing is built, the name of its source. */
function scriptNames(): Plugin {
  return {
    name: 'script-names',
    enforce: 'pre',
    resolveId: (id) => (id.includes('?script') ? `\0${id}` : null),
    load: (id) =>
      id.startsWith('\0') && id.includes('?script') ? `export default ${JSON.stringify(id.slice(1))}` : null,
  };
}
