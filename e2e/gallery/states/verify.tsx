import { ed25519Of } from '../../../src/model/ed25519.ts';
import { Nav } from '../../../src/ui/nav/nav.tsx';
import type { VerifyState } from '../../../src/ui/verify/state.ts';
import { Verify } from '../../../src/ui/verify/verify.tsx';
import { checkFiles } from '../../../src/verify/files.ts';
import withdrawalLeftOut from '../../../src/verify/testdata/false/withdrawal-left-out.json?raw';
import meeting from '../../../src/verify/testdata/meeting.json?raw';
import unsigned from '../../../src/verify/testdata/meeting-not-signed.json?raw';
import receipt from '../../../src/verify/testdata/receipt.json?raw';
import type { GalleryState } from '../state.ts';

/** Real files, really checked: the screen shows what people would see of them. */
async function found(
  files: Readonly<Record<string, string>>,
  unlock: 'none' | 'asked' | 'wrong' = 'none',
): Promise<VerifyState> {
  const sources = Object.entries(files).map(([name, text]) => {
    const bytes = new TextEncoder().encode(text);
    return { name, size: bytes.length, bytes: async (from: number, to: number) => bytes.slice(from, to) };
  });
  const checking = {
    verify: ed25519Of(crypto.subtle),
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  const done = [];
  for await (const file of checkFiles(sources, checking)) done.push(file);
  return { at: 'done', files: done, unlock };
}

const changed = (JSON.parse(withdrawalLeftOut) as { export: string }).export;
const several = {
  'export/log.json': meeting,
  'export/log-changed.json': meeting.replace('Silva', 'Silvo'),
  'export/answers.csv': 'who,answer\r\n',
  'receipt.json': receipt,
};

const STATES: Readonly<Record<string, VerifyState>> = {
  waiting: { at: 'waiting' },
  checking: { at: 'checking', share: 0.41, count: 12 },
  cancelled: { at: 'broken', why: 'cancelled' },
  broken: { at: 'broken', why: 'failed' },
  valid: await found({ 'meeting-2026-03-02.json': meeting }),
  receipt: await found({ 'receipt.json': receipt }),
  unsigned: await found({ 'meeting.json': unsigned }),
  invalid: await found({ 'meeting.json': changed }),
  several: await found(several),
  locked: await found({ 'export.zip.age': 'age-encryption.org/v1\n' }, 'wrong'),
  nothing: await found({ 'holiday.csv': 'a,b' }),
};

const state = (name: string, widths: readonly number[], open = false): GalleryState => ({
  name: `verify-${name}${open ? '-open' : ''}`,
  screen: 'page',
  style: 'verify',
  open,
  direction: 'ltr',
  widths,
  height: 900,
  draw: () => (
    <>
      <Nav here="verify" />
      <Verify state={STATES[name] as VerifyState} intents={intents} />
    </>
  ),
});

const intents = {
  check: () => undefined,
  cancel: () => undefined,
  again: () => undefined,
  saveResult: () => undefined,
  unlock: () => undefined,
  take: () => undefined,
};

export const verifyStates: readonly GalleryState[] = [
  ...Object.keys(STATES).map((name) => state(name, [340, 1100])),
  state('valid', [800], true),
];
