import type { Page } from 'playwright';
import { figure } from './figure.ts';
import type { Measure } from './measure.ts';
import { profile } from './profile.ts';
import { Stage } from './stage/stage.ts';

const PEOPLE = 300;
const CHANGES_A_SECOND = 50;
const SECONDS = 30;
const LOBBY_SECONDS = 10;
const MOST_PERCENT = 2;

/**
 * Main-thread time of our content script while 300 people talk, come, go and change their names, 50 changes a second, in the host's page:
 * the samples of the page's own CPU profile in which our script, or what it called, was on the stack. Beside it, in the same run, the
 * same page under an address that our script does not know, and under ours while nobody is in a call.
 */
export const crowd: Measure = {
  name: 'crowd',
  async run(say) {
    const stage = await Stage.open();
    try {
      const { page, context } = stage.host;
      await fill(page);
      await stage.host.panel.getByText('Person 7').first().waitFor();
      await stage.ask();
      const call = await profile(page, () => churn(page, SECONDS));
      say(`crowd: our script ${call.ours} %, all of the page ${call.busy} %, ${call.changes} changes`);

      const lobby = await context.newPage();
      await lobby.goto(page.url());
      await fill(lobby);
      const idle = await profile(lobby, () => churn(lobby, LOBBY_SECONDS));
      await lobby.goto(page.url().replace('sandbox.localhost', 'elsewhere.localhost'));
      await fill(lobby);
      const bare = await profile(lobby, () => churn(lobby, LOBBY_SECONDS));
      say(
        `no call: our script ${idle.ours} %, all ${idle.busy} %; without our script: ${bare.ours} %, all ${bare.busy} %`,
      );
      return [
        figure('300 people, 50 changes a second: main thread taken by the content script', '%', [call.ours], null, {
          most: MOST_PERCENT,
        }),
        figure('the same: whole main thread, beside the page without us', '%', [call.busy], [bare.busy]),
        figure('a page that is no call: main thread taken by the content script', '%', [idle.ours], [bare.ours], {
          most: 0.1,
        }),
      ];
    } finally {
      await stage.close();
    }
  },
};

function fill(page: Page): Promise<void> {
  return page.evaluate((people) => {
    for (let n = 1; n < people; n++) window.stage.join(`crowd${n}`, `Person ${n}`);
  }, PEOPLE);
}

function churn(page: Page, seconds: number): Promise<number> {
  return page.evaluate(([perSecond, seconds]) => window.stage.churn(perSecond, seconds), [
    CHANGES_A_SECOND,
    seconds,
  ] as const);
}
