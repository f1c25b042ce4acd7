import {
  BLANK_FORM,
  type ExportForm,
  type ExportMaking,
  type ExportMeeting,
  type MissingFor,
} from '../../../src/model/export-form.ts';
import { FAILURES, type FailureCode } from '../../../src/model/failure.ts';
import type { LogId } from '../../../src/model/id.ts';
import { Export, type ExportIntents } from '../../../src/ui/export/export.tsx';
import { Nav } from '../../../src/ui/nav/nav.tsx';
import type { GalleryState } from '../state.ts';
import { LONG_NAME } from './banner.ts';

const nothing = () => undefined;
const intents: ExportIntents = { change: nothing, start: nothing, cancel: nothing };
const TEN = Date.UTC(2026, 10, 2, 10, 0, 0);
const id = (letter: string) => `l${letter.repeat(12)}` as LogId;

const MEETINGS: readonly ExportMeeting[] = [
  { log: id('A'), name: 'blue-river-42', platform: 'sandbox', openedAt: TEN, entries: 42 },
  { log: id('B'), name: '', platform: 'meet', openedAt: TEN - 86_400_000, entries: 1 },
  { log: id('C'), name: LONG_NAME, platform: 'zoom', openedAt: TEN - 9 * 86_400_000, entries: 100_000 },
  { log: id('D'), name: 'فريق الجودة', platform: 'teams', openedAt: TEN - 30 * 86_400_000, entries: 310 },
];
const MANY: readonly ExportMeeting[] = Array.from({ length: 60 }, (_, i) => ({
  log: `l${String(i).padStart(12, '0')}` as LogId,
  name: `room-${i}`,
  platform: 'sandbox',
  openedAt: TEN - i * 3_600_000,
  entries: 40 + i,
}));
const MISSING: MissingFor = {
  dpv: ['controller.contact'],
  kantara: ['controller.contact', 'controller.address', 'controller.email', 'controller.phone'],
};
const ONE: Partial<ExportForm> = { logs: new Set([id('A')]) };

interface More {
  readonly meetings?: readonly ExportMeeting[] | null;
  readonly people?: readonly string[] | null;
  readonly form?: Partial<ExportForm>;
  readonly missing?: MissingFor;
  readonly bad?: readonly string[];
  readonly making?: ExportMaking;
  readonly failure?: FailureCode;
  readonly press?: readonly string[];
  readonly widths?: readonly number[];
  readonly direction?: 'rtl';
}

const state = (name: string, more: More = {}): GalleryState => ({
  name: `export-${name}`,
  screen: 'page',
  style: 'export',
  open: false,
  direction: more.direction ?? 'ltr',
  widths: more.widths ?? [800],
  height: 900,
  ...(more.press && { press: more.press }),
  draw: () => (
    <>
      <Nav here={null} />
      <Export
        meetings={more.meetings === undefined ? MEETINGS : more.meetings}
        people={more.people === undefined ? ['Ana Silva', 'Héctor Ruiz', LONG_NAME] : more.people}
        form={{ ...BLANK_FORM, ...ONE, ...more.form }}
        missing={more.missing ?? {}}
        bad={more.bad ?? []}
        making={more.making ?? { state: 'none' }}
        failure={more.failure ?? null}
        intents={intents}
      />
    </>
  ),
});

const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const MAKE = ['Make the file'];
const DONE: ExportMaking = {
  state: 'done',
  name: 'Ask to Record 2026-11-02 10.00.zip.age',
  bytes: 1_834_002,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  logs: 3,
};
/** Cancelled is an outcome of its own, and never shown as a failure. */
const shown = FAILURES.filter((code) => ['damaged', 'disk-full', 'bad-recipient', 'too-many-receipts'].includes(code));

export const exportStates: readonly GalleryState[] = [
  state('ready', { widths: [360, 800, 1280] }),
  state('loading', { meetings: null }),
  state('empty', { meetings: [], widths: [360, 800] }),
  state('broken', { meetings: null, failure: 'storage-failed' }),
  state('none-chosen', { form: { logs: new Set(), formats: new Set() }, people: [], press: MAKE }),
  state('many', { meetings: MANY, form: { logs: new Set(MANY.map(({ log }) => log)) }, people: null }),
  state('missing', { missing: MISSING, form: { formats: new Set(['report', 'dpv', 'kantara']) }, widths: [360, 800] }),
  state('part', {
    form: { person: 'Ana Silva', from: '2026-11-03', to: '2026-11-01', purpose: 'training', names: 'pseudonyms' },
    press: MAKE,
    widths: [360, 800],
  }),
  state('passphrase', {
    form: { lock: 'passphrase', passphrase: 'green table quiet seven', again: 'green table', names: 'none' },
    press: MAKE,
    widths: [360, 800],
  }),
  state('recipients', { form: { lock: 'recipients', recipients: KEY, whom: 'the auditor' } }),
  state('bad-recipient', {
    form: { lock: 'recipients', recipients: `${KEY}\nage1nokeyatall` },
    bad: ['age1nokeyatall'],
    press: MAKE,
    widths: [360, 800],
  }),
  state('secret-key', {
    form: { lock: 'recipients', recipients: 'AGE-SECRET-KEY-1QQQ' },
    bad: ['AGE-SECRET-KEY-1QQQ'],
    press: MAKE,
  }),
  state('receipt-names', {
    form: { formats: new Set(['json', 'receipts']), names: 'pseudonyms' },
    press: MAKE,
    widths: [360, 800],
  }),
  state('making', { making: { state: 'running', share: 0.42 }, widths: [360, 800] }),
  state('done', { making: DONE, widths: [360, 800] }),
  state('cancelled', { making: { state: 'cancelled' } }),
  ...shown.map((code) => state(`failed-${code}`, { making: { state: 'failed', code } })),
  state('rtl', { direction: 'rtl', making: DONE }),
];
