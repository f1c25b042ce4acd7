import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { en } from '../../src/ui/words/en.ts';
import { presses, reads } from '../journeys/banner.ts';
import { recorded } from '../journeys/fault-stage.ts';
import { act, ask } from '../journeys/panel.ts';
import { arm, type Guest, type Host, LONG, logOf, only, rests, truthOf } from '../journeys/party.ts';
import { coversNothing } from './covers.ts';
import type { StandInRoom } from './stand-in.ts';

/** What stands in a stand-in's meeting while its journey goes on. */
export interface Stage<Room> {
  readonly room: Room;
  readonly host: Host;
  /** With the extension, in a browser of their own. */
  readonly ben: Guest;
  /** Without it. */
  readonly cem: string;
}

/** One thing that happens, in a sentence, on this site only. */
export interface Step<Room> {
  readonly what: string;
  readonly does: (stage: Stage<Room>) => Promise<void>;
}

/** One way that the site looks: a language, a version, where its chat is. */
export interface Look<Room> {
  readonly title: string;
  readonly enter: (room: Room, name: string) => Promise<Guest>;
  /** How the host's panel is opened; left out, by the toolbar button, which is then pressed already. */
  readonly panel?: (guest: Guest) => Promise<Host>;
  /** Until everybody is in the panel's list and the chat can be read. */
  readonly listed: Step<Room>;
  /** What else is to be seen around the question: before it is asked, once it stands there, and when all but one have agreed. */
  readonly before?: (stage: Stage<Room>) => Promise<void>;
  readonly asked?: (stage: Stage<Room>) => Promise<void>;
  readonly waiting?: (stage: Stage<Room>) => Promise<void>;
  /** While it records for the first time. */
  readonly recording?: (stage: Stage<Room>) => Promise<void>;
  /** Until somebody who came later has agreed and it records again. */
  readonly newcomer: Step<Room>;
}

export interface Consent<Room extends StandInRoom<object> = StandInRoom<object>> {
  readonly id: string;
  readonly room: () => Room;
  readonly looks: readonly Look<Room>[];
}

/** How often the question stands in the chat. */
export function questions(room: StandInRoom<object>): number {
  return room.lines().filter(({ text }) => text.includes('[atr1 ask')).length;
}

export async function isAsked(room: StandInRoom<object>, times: number): Promise<void> {
  await expect.poll(() => questions(room), { timeout: LONG }).toBeGreaterThanOrEqual(times);
}

export async function lists({ panel }: Host, people: number): Promise<void> {
  await expect(panel.getByText(`${people} in the meeting`)).toBeVisible({ timeout: LONG });
}

export async function confirms({ panel }: Host): Promise<void> {
  await act(panel, 'This list is complete');
  await expect(panel.getByText('You confirmed this list by hand', { exact: false })).toBeVisible({ timeout: LONG });
}

/**
 * It records. Where the host has to say that the list is right, a machine that was held up for some seconds makes them say it again: nobody
 * looked at the page meanwhile. The panel asks for it then, and only then.
 */
export async function recordsOnWord(host: Host): Promise<void> {
  const { panel } = host;
  await expect(async () => {
    const kinds = (await logOf(host)).map(({ entry }) => entry.kind);
    const confirmed = kinds.lastIndexOf('roster-confirmed');
    const right = panel.getByRole('button', { name: en['roster.confirm'], exact: true });
    if (confirmed >= 0 && kinds.lastIndexOf('watch-lost') > confirmed && (await right.isVisible())) await right.click();
    await expect(panel.locator('h1')).toHaveText(/^Recording(?! broke)/, { timeout: 2000 });
    expect(await truthOf(host)).toEqual({ gate: 'open', capturing: true });
  }).toPass({ timeout: LONG });
}

/** The host’s screen shows who waits to be let in, and the panel warns of it; they are not among the people. */
export async function warnsOfWaiting({ host, room }: Stage<StandInRoom<object>>): Promise<void> {
  await room.waits('Eve');
  const warning = host.panel.getByText('The names of people who wait to be let in are on your screen.');
  await expect(warning).toBeVisible({ timeout: LONG });
  await lists(host, 3);
}

const SENSES = ['call', 'people', 'count', 'chat-read', 'chat-write'] as const;
/** What no report may name: people, the meeting's id, ids of people. */
const SOMEBODY = ['Ada', 'Ben', 'Cem', 'Dia', 'abc-defg-hij', 'spaces/'];

/** The whole consent journey under a site's real address, with the built extension and real capture. */
export function consentJourney<Room extends StandInRoom<object>>({ id, room: build, looks }: Consent<Room>): void {
  for (const look of looks)
    test.describe(`${id}, ${look.title}`, () => {
      const room = build();
      let stage: Stage<Room>;

      test.beforeAll(async () => {
        const host = await (look.panel ?? arm)(await look.enter(room, 'Ada'));
        const ben = await look.enter(room, 'Ben');
        stage = { room, host, ben, cem: await room.joins('Cem') };
      });
      // biome-ignore lint/correctness/noEmptyPattern: the runner reads from it which fixtures are wanted.
      test.afterEach(async ({}, info) => {
        if (info.status === info.expectedStatus) return;
        const shown = { meeting: stage.host.page, panel: stage.host.panel, ben: stage.ben.page };
        for (const [name, page] of Object.entries(shown))
          await page.screenshot({ path: info.outputPath(`${name}.png`) });
        const log = (await logOf(stage.host)).map((entry) => `${JSON.stringify(entry)}\n`);
        writeFileSync(info.outputPath('log.jsonl'), log.join(''));
      });
      test.afterAll(() => Promise.all([stage.host.context.close(), stage.ben.context.close()]));

      test(look.listed.what, () => look.listed.does(stage));

      test('everybody is asked in the chat; nothing is recorded before the last one has agreed', async () => {
        const { host, ben, cem } = stage;
        await look.before?.(stage);
        await ask(host);
        await isAsked(room, 1);
        await look.asked?.(stage);
        await coversNothing(ben.page);
        await presses(ben, 'Agree');
        await rests(host, 'Waiting for 1 of 3');
        await look.waiting?.(stage);
        await room.says(cem, 'I agree');
        await recordsOnWord(host);
        await reads(ben, 'Recording');
        await coversNothing(ben.page);
        expect(only(await logOf(host), 'gate-opened')[0]?.roster).toHaveLength(3);
        expect(only(await logOf(host), 'meeting-opened')).toMatchObject([{ platform: id }]);
        await look.recording?.(stage);
      });

      test('the self-test sees people, count and chat at work, and its report names nobody', async () => {
        const { panel } = stage.host;
        await panel.getByText(en['test.title']).click();
        const report = () => panel.locator('.self-test textarea').inputValue();
        for (const sense of SENSES)
          await expect.poll(report, { timeout: LONG }).toMatch(new RegExp(`^${sense}: yes`, 'm'));
        for (const somebody of SOMEBODY) expect(await report()).not.toContain(somebody);
        await panel.getByText(en['test.title']).click();
      });

      test(look.newcomer.what, () => look.newcomer.does(stage));

      test('a no in the chat stops it, and the host’s stop is told to everybody', async () => {
        const { host, ben, cem } = stage;
        await room.says(cem, 'stop recording');
        const last = async () => only(await logOf(host), 'answered').at(-1)?.answer;
        await expect.poll(last, { timeout: LONG }).toBe('withdrawn');
        await rests(host, /./);
        await room.says(cem, 'I agree');
        await recordsOnWord(host);
        await recorded(host, 2);
        await act(host.panel, 'Stop');
        await rests(host, 'Stopped');
        await reads(ben, 'stopped');
        const kept = async () => only(await logOf(host), 'segment-sealed').filter(({ bytes }) => bytes > 0).length;
        await expect.poll(kept, { timeout: LONG }).toBeGreaterThan(0);
      });
    });
}
