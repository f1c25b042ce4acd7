import type { BackupDoing, BackupView, FoundBackup, RestoreDoing } from '../../../src/model/backup.ts';
import { Backup } from '../../../src/ui/backup/backup.tsx';
import type { BackupIntents, RestoreIntents } from '../../../src/ui/backup/intents.ts';
import { en } from '../../../src/ui/words/en.ts';
import type { GalleryState } from '../state.ts';

/** How a backup can stand, and what can come of it. */
const nothing = () => undefined;
const intents: BackupIntents = {
  choose: nothing,
  setAutomatic: nothing,
  allow: nothing,
  backUp: nothing,
  check: nothing,
  cancel: nothing,
  stop: nothing,
  protect: nothing,
};
const restore: RestoreIntents = { pick: nothing, open: nothing, cancel: nothing, openRecords: nothing };

export const noBackup: BackupView = {
  folder: null,
  automatic: false,
  doneAt: null,
  failed: null,
  leave: 'given',
  unsaved: 4,
  waiting: 0,
  pending: 0,
  elsewhere: 'fine',
  persists: true,
};
export const backedUp: BackupView = {
  ...noBackup,
  folder: 'Recordings on the blue disk',
  automatic: true,
  doneAt: Date.UTC(2026, 9, 21, 14, 5),
  unsaved: 0,
};
export const backupAway: BackupView = { ...backedUp, failed: 'backup-away', unsaved: 2, pending: 3, waiting: 1 };

const found: FoundBackup = {
  name: 'Ask to Record backup',
  meetings: 12,
  passphrase: true,
  passkeys: [],
  ownLock: false,
};
const whole = { meetings: 12, parts: 31, bytes: 4_200_000_000, opened: 31, others: 0, found: [] };
const FAULTS = [
  { folder: '2026-03-02 lES5LaIWiv9z5', fault: 'media' },
  { folder: '2026-04-11 lQm2xT0aYpWc8', fault: 'log' },
  { folder: '', fault: 'kept' },
] as const;

interface More {
  readonly doing?: BackupDoing;
  readonly restoring?: RestoreDoing;
  readonly press?: readonly string[];
  readonly direction?: 'rtl';
}

const state = (name: string, view: BackupView | null, more: More = {}): GalleryState => ({
  name: `backup-${name}`,
  screen: 'page',
  style: 'backup',
  open: false,
  direction: more.direction ?? 'ltr',
  widths: [360, 900],
  height: 700,
  ...(more.press && { press: more.press }),
  draw: () => (
    <Backup
      view={view}
      doing={more.doing ?? { is: 'idle' }}
      restoring={more.restoring ?? { is: 'none', failed: null }}
      intents={intents}
      restore={restore}
    />
  ),
});

export const backupStates: readonly GalleryState[] = [
  state('loading', null),
  state('none', noBackup),
  state('unprotected', { ...noBackup, elsewhere: 'nobody', persists: false }),
  state('passkey-only', { ...noBackup, elsewhere: 'passkey' }),
  state('other-computer', noBackup, { doing: { is: 'failed', code: 'backup-other' } }),
  state('running', { ...backedUp, unsaved: 3 }, { doing: { is: 'backing-up', share: 0.4, bytes: 312_000_000 } }),
  state('done', backedUp, { doing: { is: 'backed-up', what: { left: 0, waiting: 0, unread: 0 } } }),
  state('done-left', backedUp, { doing: { is: 'backed-up', what: { left: 2, waiting: 0, unread: 1 } } }),
  state('complete', backedUp),
  state('away', backupAway),
  state('ask', { ...backedUp, leave: 'ask', failed: 'backup-permission', unsaved: 1 }),
  state('full', { ...backedUp, unsaved: 1 }, { doing: { is: 'failed', code: 'backup-full' } }),
  state('given-up', { ...backedUp, elsewhere: 'nobody', failed: 'backup-unprotected' }),
  state('stop', backedUp, { press: [en['backup.stop']] }),
  state('other-folder', backedUp, { press: [en['backup.choose.other']] }),
  state('checking', backedUp, { doing: { is: 'checking', share: 0.62, bytes: 0 } }),
  state('checked', backedUp, { doing: { is: 'checked', what: { ...whole, others: 2 }, opened: true } }),
  state('checked-locked', backedUp, { doing: { is: 'checked', what: { ...whole, opened: 0 }, opened: false } }),
  state('checked-faults', backedUp, { doing: { is: 'checked', what: { ...whole, found: FAULTS }, opened: true } }),
  state('restore-none', noBackup, { restoring: { is: 'none', failed: 'backup-none' } }),
  state('restore-picked', noBackup, { restoring: { is: 'picked', found, failed: null } }),
  state('restore-wrong', noBackup, { restoring: { is: 'picked', found, failed: 'wrong-passphrase' } }),
  state('restore-passkey', noBackup, {
    restoring: {
      is: 'picked',
      found: {
        ...found,
        passphrase: false,
        ownLock: true,
        passkeys: [{ credential: 'AGE-PLUGIN-FIDO2PRF-11', addedAt: Date.UTC(2026, 9, 3) }],
      },
      failed: null,
    },
  }),
  state('restore-organisation', noBackup, {
    restoring: { is: 'picked', found: { ...found, passphrase: false }, failed: 'not-recipient' },
  }),
  state('restore-opening', noBackup, { restoring: { is: 'opening', found } }),
  state('restore-running', noBackup, { restoring: { is: 'running', found, check: false, share: 0.3 } }),
  state('restore-checked', noBackup, { restoring: { is: 'checked', found, what: whole } }),
  state('restore-done', noBackup, {
    restoring: {
      is: 'done',
      what: { meetings: 10, parts: 24, here: 2, over: 3, others: 1, found: FAULTS.slice(0, 1) },
    },
  }),
  state('rtl', backupAway, { direction: 'rtl' }),
];
