import type { Page } from 'playwright';

/** Where the main thread of a page spent its time while something went on in it. */
export interface Profiled {
  /** As the work counted them. */
  readonly changes: number;
  /** % of one core's time with our script on the stack. */
  readonly ours: number;
  /** % with anything at all. */
  readonly busy: number;
}

export async function profile(page: Page, work: () => Promise<number>): Promise<Profiled> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 250 });
  await session.send('Profiler.start');
  const changes = await work();
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  return { changes, ...shares(profile) };
}

/** The parts of a CPU profile (DevTools protocol, Profiler.Profile) that are read here. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string; readonly functionName: string };
    readonly children?: number[];
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
  readonly startTime: number;
  readonly endTime: number;
}

const IDLE = new Set(['(idle)', '(program)', '(root)']);

function shares({ nodes, samples = [], timeDeltas = [], startTime, endTime }: Profile): Omit<Profiled, 'changes'> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const mark = (id: number, within: boolean): void => {
    const node = byId.get(id);
    if (!node) return;
    const is = within || node.callFrame.url.startsWith('chrome-extension:');
    if (is) ours.add(id);
    for (const child of node.children ?? []) mark(child, is);
  };
  if (nodes[0]) mark(nodes[0].id, false);
  let oursTook = 0;
  let busyTook = 0;
  samples.forEach((id, i) => {
    const took = timeDeltas[i] ?? 0;
    if (ours.has(id)) oursTook += took;
    if (!IDLE.has(byId.get(id)?.callFrame.functionName ?? '')) busyTook += took;
  });
  const percent = (took: number) => Math.round((took / (endTime - startTime)) * 10_000) / 100;
  return { ours: percent(oursTook), busy: percent(busyTook) };
}
