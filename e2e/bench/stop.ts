import { figure } from './figure.ts';
import type { Measure } from './measure.ts';
import { Stage } from './stage/stage.ts';

const EVENTS = 306;
const UNSEEN = 24;
const MEDIAN_MS = 50;
const P99_MS = 150;
const POLLED_MS = 1200;

/** Somebody comes in, says no, takes the yes back: what happens in the page, and what makes recording go on afterwards. */
const WAYS = {
  newcomer: {
    happens: (stage: Stage, n: number) => stage.act('join', `new${n}`, `New ${n}`),
    undone: (stage: Stage, n: number) => stage.act('leave', `new${n}`),
  },
  refusal: {
    happens: (stage: Stage) => stage.act('say', 'ana', 'I do not agree'),
    undone: (stage: Stage) => stage.act('say', 'ana', 'I agree'),
  },
  withdrawal: {
    happens: (stage: Stage) => stage.act('say', 'ana', 'stop recording'),
    undone: (stage: Stage) => stage.act('say', 'ana', 'I agree'),
  },
} as const;

/**
 * How long from a newcomer, a no or a withdrawal in the page's DOM until the recorder is inactive, both taken where they happen. Then
 * the same for a change that no observer can see, because only a style sheet makes the people list too short.
 */
export const stop: Measure = {
  name: 'stop',
  async run(say) {
    const stage = await Stage.open();
    try {
      await stage.act('join', 'ana', 'Ana');
      await stage.host.panel.getByText('Ana').first().waitFor();
      await stage.ask();
      await stage.act('say', 'ana', 'I agree');
      const took = { newcomer: [] as number[], refusal: [] as number[], withdrawal: [] as number[] };
      const ways = Object.keys(WAYS) as (keyof typeof WAYS)[];
      for (let n = 0; n < EVENTS; n++) {
        const way = ways[n % ways.length] ?? 'newcomer';
        took[way].push(
          await once(
            stage,
            () => WAYS[way].happens(stage, n),
            () => WAYS[way].undone(stage, n),
          ),
        );
        if (n % 30 === 29) say(`stop ${n + 1}/${EVENTS}: the last ${took[way].slice(-8).join(', ')} ms`);
      }
      const unseen: number[] = [];
      for (let n = 0; n < UNSEEN; n++) {
        unseen.push(
          await once(
            stage,
            () => stage.act('cut', true),
            () => stage.act('cut', false),
          ),
        );
      }
      say(`unseen: ${JSON.stringify(unseen)} ms`);
      const all = Object.values(took).flat();
      const each = ways.map((way) => figure(`${way} in the page to recorder inactive`, 'ms', took[way], null));
      return [
        figure('newcomer, refusal, withdrawal in the page to recorder inactive', 'ms', all, null, { most: MEDIAN_MS }),
        figure('the same, 99th percentile', 'ms', all, null, { at: 0.99, most: P99_MS }),
        ...each,
        figure('list cut by a style sheet alone to recorder inactive, slowest', 'ms', unseen, null, {
          at: 1,
          most: POLLED_MS,
        }),
      ];
    } finally {
      await stage.close();
    }
  },
};

/** One stop and the start after it. The pause between is not even, so that no clock of ours is always met at the same point. */
async function once(stage: Stage, happens: () => Promise<number>, undone: () => Promise<number>): Promise<number> {
  await stage.running();
  await stage.host.page.waitForTimeout(150 + Math.random() * 400);
  await stage.running();
  const known = await stage.count('stops');
  const at = await happens();
  const took = (await stage.next('stops', known)) - at;
  await undone();
  return took;
}
