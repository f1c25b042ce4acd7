import { parseArgs } from 'node:util';
import { findChromium } from '../e2e/browser/find.ts';
import { AGREED, type LateJoin, NEWCOMER, playLateJoins } from '../e2e/frames/late-joins.ts';
import { type Shown, shownIn, sizeOf } from '../e2e/frames/read-frames.ts';
import { buildExtension } from './build.ts';

/**
 * npm run frames: somebody comes late again and again while the site lists them 0 to 2 s late, and every single frame of the saved
 * file is read: none may show the newcomer's clock. `-- --from 0 --count 21 --step 100` chooses the joins by how late, in ms.
 */
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '21' },
    step: { type: 'string', default: '100' },
    built: { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Tally {
  readonly join: LateJoin;
  frames: number;
  newest: number;
  newcomer: number;
  /** The newcomer's tile may be empty yet, but its frame and name are in the page. */
  afterTile: number;
}

async function main(): Promise<void> {
  if (!values.built) buildExtension();
  process.env.ATR_CHROMIUM = findChromium({ say });
  const lates = Array.from({ length: Number(values.count) }, (_, i) => Number(values.from) + i * Number(values.step));
  const { joins, file, picture } = await playLateJoins(lates, say);
  const size = sizeOf(file);
  for await (const { people } of shownIn(picture, size))
    if (!people.includes(NEWCOMER))
      throw new Error(`${picture}: the newcomer’s clock cannot be read, so nothing was proved`);

  const tallies: Tally[] = joins.map((join) => ({ join, frames: 0, newest: 0, newcomer: 0, afterTile: 0 }));
  let [agreed, last] = [0, 0];
  for await (const shown of shownIn(file, size)) {
    last = shown.own ?? last;
    if (shown.people.includes(AGREED)) agreed += 1;
    count(tallies, shown, last);
  }
  tallies.forEach(line);
  const all = (of: (tally: Tally) => number) => tallies.reduce((sum, tally) => sum + of(tally), 0);
  const [frames, newcomer, afterTile] = [all((t) => t.frames), all((t) => t.newcomer), all((t) => t.afterTile)];
  const empty = tallies.filter((tally) => tally.frames === 0).length;
  say(
    `${joins.length} late joins, ${frames} frames of ${size.width}x${size.height} read: ${newcomer} show the newcomer’s clock, ${afterTile} are from after their tile, ${agreed} show the one who agreed; ${empty} joins without a frame`,
  );
  if (newcomer > 0 || afterTile > 0 || agreed === 0 || empty > 0) process.exitCode = 1;
}

/** A frame belongs to the join before which it was recorded, told by the page's own clock in it. */
function count(tallies: readonly Tally[], { people }: Shown, clock: number): void {
  // What was recorded after the last newcomer had left again is nobody's late join, but the newcomer must not be in it either.
  const tally = tallies.find(({ join }) => clock <= join.closedAt);
  const owner = tally ?? tallies.at(-1);
  if (owner && people.includes(NEWCOMER)) owner.newcomer += 1;
  if (!tally) return;
  tally.frames += 1;
  tally.newest = Math.max(tally.newest, clock);
  // The clock is drawn every 100 ms: a frame may show an older time, never a newer one.
  if (clock > tally.join.tileAt) tally.afterTile += 1;
}

function line({ join, frames, newest, newcomer, afterTile }: Tally): void {
  const ms = (n: number) => `${n} ms`.padStart(8);
  say(
    [
      `late ${ms(join.late)}`,
      `gate closed ${ms(join.closedAt - join.tileAt)} after the tile`,
      `${String(frames).padStart(4)} frames read`,
      `newest own clock ${frames > 0 ? ms(join.tileAt - newest) : '    none'} before the tile (${new Date(newest).toISOString().slice(11, 21)})`,
      `after the tile: ${afterTile}`,
      `newcomer frames: ${newcomer}`,
    ].join(', '),
  );
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(() => process.exit());
