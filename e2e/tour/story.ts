import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { ed25519Of } from '../../src/model/ed25519.ts';
import { verifyExport } from '../../src/verify/verify.ts';
import { clickInClosedRoot, findInClosedRoot } from '../browser/closed-root.ts';
import { chooseFormats, makeFile, openExport } from '../journeys/exports.ts';
import { storedEnds } from '../journeys/fault-stage.ts';
import { forPurpose } from '../journeys/files.ts';
import { chat, type Guest, type Host, logOf, only, Party } from '../journeys/party.ts';
import { Album } from './album.ts';
import { allowed, coverage, type Times, trespasses } from './findings.ts';
import { readBack } from './read-back.ts';

/** One line of what happened, with the seconds since the start. */
export type Tell = (line: string) => void;

export interface Summary {
  readonly ok: boolean;
  readonly problems: readonly string[];
  readonly times: Times;
  readonly recording: {
    readonly durationMs: number;
    readonly width: number;
    readonly height: number;
    readonly seeks: boolean;
    readonly secondsShown: readonly number[];
  };
  readonly pictures: readonly string[];
}

const LONG = 30_000;
/** More stored chunks than this make a part that is worth looking at; one is a second long. */
const CHUNKS = 6;

/**
 * The whole story, played by itself: ask, one answers by banner, one in the chat, recording, somebody comes late (it stops) and agrees
 * (it goes on), somebody takes the yes back (it stops), export. Everything that should be so is looked at, not assumed.
 */
export async function playStory(folder: string, tell: Tell, options: { readonly headless: boolean }): Promise<Summary> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const album = new Album(folder);
  const problems: string[] = [];
  const party = await Party.start({ headless: options.headless });
  try {
    // `hear=own`: a tone that the tab makes itself tells old sound in the recorder from sound that was late on its way.
    const host = await party.host('Host', { panels: 'both', hear: 'own' });
    tell('The host is in the meeting and has pressed the toolbar button.');
    const ben = await party.guest('Ben');
    const cem = await party.stranger('Cem');
    tell('Ben (with the extension) and Cem (without it) have joined.');
    await says(host.panel, 'Ready to ask');
    await host.panel.getByText('Cem').first().waitFor({ timeout: LONG });
    await both(album, 'ready', host, ben);

    await ask(host);
    tell('The host asks everyone: quality is needed, training is each person’s choice.');
    await banner(ben, 'Agree');
    await cem.page.getByText('May we record this meeting?').waitFor({ timeout: LONG });
    await says(host.panel, 'Waiting for 2 of 3');
    await both(album, 'asked', host, ben, cem);

    await clickInClosedRoot(ben.page, { role: 'button', name: 'Agree' });
    await says(host.panel, 'Waiting for 1 of 3');
    tell('Ben presses Agree in the banner; nothing is recorded, Cem has not answered.');
    await both(album, 'one-agreed', host, ben);

    const lastAnswer = Date.now();
    await chat(cem, 'I agree');
    await says(host.panel, 'Recording');
    tell(`Cem writes “I agree”: recording runs ${Date.now() - lastAnswer} ms later.`);
    await stored(host);
    await banner(ben, 'Withdraw');
    await both(album, 'recording', host, ben, cem);

    const dia = await party.guest('Dia');
    const lateJoin = Date.now();
    await says(host.panel, /Waiting for|Not recording/);
    tell('Dia comes late: recording has stopped, and she is asked by itself.');
    await banner(dia, 'Agree');
    await both(album, 'late-joiner', host, dia, ben);
    // Long enough that no voice of before she came is taken for one of after her answer.
    await host.page.waitForTimeout(5000);

    const lateAnswer = Date.now();
    await clickInClosedRoot(dia.page, { role: 'button', name: 'Agree' });
    await says(host.panel, 'Recording');
    tell('Dia agrees: recording goes on, in a part of its own.');
    await stored(host);
    await both(album, 'recording-again', host, dia);

    await clickInClosedRoot(ben.page, { role: 'button', name: 'Withdraw' });
    await banner(ben, 'Yes, take it back');
    await album.take('participant-withdrawing', ben.page);
    const withdrawal = Date.now();
    await clickInClosedRoot(ben.page, { role: 'button', name: 'Yes, take it back' });
    await says(host.panel, 'A yes was taken back');
    tell('Ben takes his yes back: recording has stopped.');
    await host.page.waitForTimeout(1500);
    await both(album, 'withdrawn', host, ben);

    const times: Times = { lastAnswer, lateJoin, lateAnswer, withdrawal };
    const records = await exportAll(host, folder, album);
    tell('The recording is saved as one file; the log is exported as JSON and CSV.');
    await records.close();
    const back = await readBack(host.context, join(folder, 'recording.webm'));
    writeFileSync(join(folder, 'read-back.json'), `${JSON.stringify({ times, back })}\n`);
    const stretches = allowed(times);
    const secondsShown = coverage(back, stretches);
    problems.push(
      ...trespasses(back, stretches),
      ...missing(back.width, back.seeks, secondsShown),
      ...logProblems(folder),
      ...(await proofProblems(folder)),
    );
    const { durationMs, width, height, seeks } = back;
    const summary: Summary = {
      ok: problems.length === 0,
      problems,
      times,
      recording: { durationMs: Math.round(durationMs), width, height, seeks, secondsShown },
      pictures: album.pictures,
    };
    writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    return summary;
  } catch (error) {
    // What everybody saw when the story broke off tells more than the error.
    album.next();
    for (const { name, page } of party.everybody()) await album.take(`broke-off-${name.toLowerCase()}`, page);
    throw error;
  } finally {
    await party.end();
  }
}

function missing(width: number, seeks: boolean, secondsShown: readonly number[]): string[] {
  const found: string[] = [];
  if (width === 0) found.push('the recording has no picture');
  if (!seeks) found.push('the recording does not seek');
  secondsShown.forEach((seconds, i) => {
    if (seconds < 2) found.push(`of agreed stretch ${i + 1} only ${seconds} seconds are in the recording`);
  });
  return found;
}

/** The exported log holds the story: two openings, two closings for the right reasons, and every answer. */
function logProblems(folder: string): string[] {
  const bundle = JSON.parse(readFileSync(join(folder, 'log.json'), 'utf8')) as { logs: { leaves: string[] }[] };
  const entries = (bundle.logs[0]?.leaves ?? []).map(
    (leaf) => (JSON.parse(leaf) as { entry: { kind: string; answer?: string; reasons?: string[] } }).entry,
  );
  const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
  const answers = entries.filter((entry) => entry.kind === 'answered').map((entry) => entry.answer);
  const closings = entries.filter((entry) => entry.kind === 'gate-closed').map((entry) => entry.reasons ?? []);
  const found: string[] = [];
  if (count('gate-opened') < 2) found.push(`the gate opened ${count('gate-opened')} times by the log, not twice`);
  if (!closings.at(-1)?.includes('withdrawn')) found.push('the last closing was not for the withdrawal');
  if (answers.filter((answer) => answer === 'consented').length !== 4) found.push('the log does not hold four yeses');
  if (answers.filter((answer) => answer === 'withdrawn').length !== 1)
    found.push('the log does not hold one withdrawal');
  return found;
}

/** The exported log is verified like anybody would verify it, and is signed. */
async function proofProblems(folder: string): Promise<string[]> {
  const { verdict, lines } = await verifyExport(
    readFileSync(join(folder, 'log.json'), 'utf8'),
    ed25519Of(crypto.subtle),
  );
  const found = lines.flatMap((line) => (line.what === 'check' && line.result === 'fails' ? [line.code] : []));
  const unsigned = lines.some((line) => line.what === 'limit' && line.code === 'not-signed');
  return [
    ...(verdict === 'valid' ? [] : [`log.json is ${verdict}: ${found.join(', ')}`]),
    ...(unsigned ? ['log.json is not signed'] : []),
  ];
}

async function ask({ panel }: Host): Promise<void> {
  await choose(panel, /quality/i, 'Needed');
  await choose(panel, /colleagues|training/i, 'Optional');
  await choose(panel, /write down|notes/i, 'Off');
  await panel.getByRole('button', { name: 'Ask everyone' }).click();
}

async function choose(panel: Page, purpose: RegExp, wish: string): Promise<void> {
  await panel.getByRole('group', { name: purpose }).getByRole('radio', { name: wish, exact: true }).check();
}

async function says(panel: Page, text: string | RegExp): Promise<void> {
  await panel.locator('h1').filter({ hasText: text }).first().waitFor({ timeout: LONG });
}

/** Some seconds of the running part are stored, of which the newest two go where somebody comes in or says no. */
async function stored(host: Host): Promise<void> {
  for (let waited = 0; waited < LONG; waited += 500) {
    const epoch = only(await logOf(host), 'gate-opened').at(-1)?.epoch ?? '';
    if ((await storedEnds(host.panel, epoch)).length > CHUNKS) return;
    await host.page.waitForTimeout(500);
  }
  throw new Error('nothing comes to be stored');
}

async function banner(guest: Guest, button: string): Promise<void> {
  for (let waited = 0; waited < LONG; waited += 200) {
    if (await findInClosedRoot(guest.page, { role: 'button', name: button })) {
      // Presses count only after the banner has been visible for half a second.
      await guest.page.waitForTimeout(800);
      return;
    }
    await guest.page.waitForTimeout(200);
  }
  throw new Error(`${guest.name} has no “${button}” in the banner`);
}

/** Pictures of one moment: the host's panel and page, and whoever else has something to see. */
async function both(album: Album, name: string, host: Host, ...guests: readonly Guest[]): Promise<void> {
  album.next();
  await album.take(`${name}-panel`, host.panel);
  await album.take(`${name}-host`, host.page);
  for (const guest of guests) await album.take(`${name}-${guest.name.toLowerCase()}`, guest.page);
}

async function exportAll(host: Host, folder: string, album: Album): Promise<Page> {
  const records = await host.context.newPage();
  await records.setViewportSize({ width: 1280, height: 900 });
  await records.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
  await records.getByRole('list').getByRole('button').first().click();
  await forPurpose(records);
  await records.getByRole('button', { name: 'Play', exact: true }).waitFor({ timeout: LONG });
  album.next();
  await album.take('records', records);
  const downloading = records.waitForEvent('download', { timeout: 60_000 });
  await records.getByRole('button', { name: 'Save', exact: true }).click();
  await (await downloading).saveAs(join(folder, 'recording.webm'));
  const exports = await openExport(host);
  await exports.setViewportSize({ width: 1280, height: 900 });
  for (const [format, file] of [
    ['json', 'log.json'],
    ['csv', 'log.csv'],
    ['report', 'report.html'],
  ] as const) {
    await chooseFormats(exports, [format]);
    await makeFile(exports, join(folder, file));
  }
  await album.take('exported', exports);
  await exports.close();
  await records.getByRole('button', { name: 'Play', exact: true }).click();
  await records.locator('video').waitFor({ timeout: LONG });
  await records.waitForTimeout(1500);
  await album.take('records-playing', records);
  return records;
}
