import { parseArgs } from 'node:util';
import { recognise } from '../src/consent/recognise.ts';
import { fuzz } from '../src/consent/testdata/fuzz.ts';

/**
 * npm run fuzz: a million made-up chat lines, of which none may be taken for a yes that nobody gave. `-- --seed 7 --lines 20000` reads
 * chosen ones again. Ends with 1 at the first line that is misread, shown as short as it still is.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string' }, lines: { type: 'string', default: '1000000' }, languages: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const lines = Number(values.lines);
const say = (line: string) => process.stdout.write(`${line}\n`);

say(`seed ${seed}: ${lines.toLocaleString('en')} lines`);
const start = performance.now();
const perSecond = (done: number) => Math.round((done * 1000) / (performance.now() - start)).toLocaleString('en');
const { found, yes, noes, byRecipe, ...read } = fuzz(recognise, {
  seed,
  lines,
  ...(values.languages ? { languages: values.languages.split(',') } : {}),
  tell: (done) => say(`${done.toLocaleString('en').padStart(9)} read, ${perSecond(done)} a second`),
});

for (const [recipe, count] of [...byRecipe].toSorted((a, b) => b[1] - a[1]))
  say(`${count.toLocaleString('en').padStart(9)} ${recipe}`);
if (found) {
  say(
    `${found.misread} after ${read.lines.toLocaleString('en')} lines (${found.language}, ${found.recipe}), read as ${found.readAs}`,
  );
  say(`shrunk: ${JSON.stringify(found.shrunk)}`);
  say(`line:   ${JSON.stringify(found.line)}`);
  say(`again:  npm run fuzz -- --seed ${seed} --lines ${read.lines}`);
  process.exitCode = 1;
} else {
  say(
    `${read.lines.toLocaleString('en')} lines, seed ${seed}: 0 false yes; all ${yes.toLocaleString('en')} listed yes and all ${noes.toLocaleString('en')} no heard; ${perSecond(read.lines)} lines a second`,
  );
}
