import { findChromium } from '../browser/find.ts';
import { launchWithExtension } from '../browser/launch.ts';
import { startSandbox } from '../sites/sandbox/server.ts';

const PEOPLE = [
  { name: 'Host', place: { x: 0, y: 0, width: 1180, height: 860 } },
  { name: 'Participant 1', place: { x: 740, y: 20, width: 900, height: 700 } },
  { name: 'Participant 2', place: { x: 840, y: 240, width: 900, height: 700 } },
] as const;

/** Three windows to try it by hand; ends when the last of them is closed, or with Ctrl-C. */
export async function openForPeople(say: (line: string) => void): Promise<void> {
  const executablePath = findChromium();
  const sandbox = await startSandbox();
  say(`The sandbox meeting runs at ${sandbox.origin} until you close the windows or press Ctrl-C.`);
  const contexts = await Promise.all(
    PEOPLE.map(async ({ name, place }) => {
      const context = await launchWithExtension({
        executablePath,
        extensionDir: 'dist',
        headless: false,
        windowSize: { width: place.width, height: place.height },
        extraArgs: [`--window-position=${place.x},${place.y}`],
      });
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(sandbox.roomUrl('try-it', { name }));
      // A fresh install opens its first page in front of everything; here the meeting comes first.
      if (context.pages().length < 2) {
        const first = context.waitForEvent('page', { timeout: 5000 });
        await first.catch(() => say(`${name}: no first page was opened.`));
      }
      await page.bringToFront();
      return context;
    }),
  );
  say('');
  say('1. Press Join in all three windows.');
  say(
    '2. In the window of “Host” press the Ask to Record button in the toolbar (behind the puzzle piece), or Ctrl+Shift+Y.',
  );
  say(
    '3. Choose what the recording is for, press “Ask everyone”, and answer in the other windows: banner, or “I agree” in the chat.',
  );
  say(
    '   Then try a late joiner, “stop recording”, and the records page. More people: open the same address in another browser.',
  );
  await Promise.all(contexts.map((context) => context.waitForEvent('close', { timeout: 0 })));
  await sandbox.close();
}
