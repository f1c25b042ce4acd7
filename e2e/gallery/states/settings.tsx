import { FAILURES } from '../../../src/model/failure.ts';
import { NOT_MINIMUM, type NotMinimum } from '../../../src/model/requirement.ts';
import { changed } from '../../../src/model/setting-at.ts';
import { FILE_FAULTS } from '../../../src/model/setting-file.ts';
import {
  SETTING_FAULTS,
  SETTING_PATHS,
  SETTINGS,
  type SettingChanges,
  type SettingsView,
} from '../../../src/model/settings.ts';
import { placeNamed } from '../../../src/policy/named.ts';
import { PLACE_ROWS } from '../../../src/policy/place-row.ts';
import type { Carrying } from '../../../src/ui/settings/carry.tsx';
import type { Fields } from '../../../src/ui/settings/fields.ts';
import type { Saving } from '../../../src/ui/settings/hand.ts';
import { Settings, type SettingsIntents } from '../../../src/ui/settings/settings.tsx';
import type { VaultProps } from '../../../src/ui/vault/vault-section.tsx';
import type { GalleryState } from '../state.ts';
import { opened, unprotected, vaultOf } from './vault.tsx';

const nothing = () => undefined;
const intents: SettingsIntents = {
  change: nothing,
  allowMicrophone: nothing,
  openPlaces: nothing,
  changeShortcut: nothing,
  save: nothing,
  open: nothing,
  take: nothing,
  leave: nothing,
  reset: nothing,
  undo: nothing,
};

const LANGUAGES = ['en', 'es', 'fr', 'de', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'tr', 'uk', 'ar', 'hi', 'zh', 'ja'];

const viewOf = (own: SettingChanges, more: Partial<SettingsView> = {}): SettingsView => ({
  settings: changed(SETTINGS, own),
  locked: [],
  lockedBy: null,
  signOff: null,
  problems: { organisation: [], stored: [] },
  own,
  ...more,
});

/** Fields as the welcome page has them too. */
export const fields = (own: SettingChanges = {}): Fields => ({
  view: viewOf(own),
  places: PLACE_ROWS,
  placeNamed,
  languages: LANGUAGES,
  change: nothing,
});

const FILLED: SettingChanges = {
  place: 'DE',
  'controller.name': 'Beispiel Gesellschaft für Gesprächsforschung und angewandte Statistik mbH',
  'controller.contact': 'datenschutz@gespraechsforschung.example.com',
  'controller.policyUrl': 'https://gespraechsforschung.example.com/datenschutz/aufzeichnungen-von-gespraechen',
  'controller.organisation': true,
  'controller.place': 'FR',
  recipients: 'our quality team, and whoever you name',
  basis: 'contract',
  floor: 'legal-minimum',
  atLeast: { rule: 'one-party', form: 'explicit' },
  language: 'de',
  secondLanguage: 'ar',
  'terms.purposes': [
    { purpose: 'training', required: true },
    { purpose: 'research', required: false },
  ],
  'terms.keepDays': 14,
};

interface More {
  readonly saving?: Saving;
  readonly carrying?: Carrying;
  readonly noMinimum?: readonly NotMinimum[];
  readonly widths?: readonly number[];
  readonly direction?: 'rtl';
  readonly vault?: VaultProps;
  readonly shortcut?: string;
}

const state = (name: string, view: SettingsView | null, more: More = {}): GalleryState => ({
  name: `settings-${name}`,
  screen: 'page',
  style: 'settings',
  open: false,
  direction: more.direction ?? 'ltr',
  widths: more.widths ?? [800],
  height: 900,
  draw: () => (
    <Settings
      view={view}
      saving={more.saving ?? 'idle'}
      carrying={more.carrying ?? { is: 'none' }}
      places={PLACE_ROWS}
      placeNamed={placeNamed}
      languages={LANGUAGES}
      noMinimum={more.noMinimum ?? []}
      rules={1}
      shortcut={more.shortcut ?? 'Alt+P'}
      microphone="open"
      level={null}
      vault={more.vault ?? vaultOf(unprotected)}
      intents={intents}
    />
  ),
});

const refused = (fault: (typeof FILE_FAULTS)[number] | 'clash'): Carrying => ({
  is: 'refused',
  fault,
  problems:
    fault === 'bad-settings'
      ? SETTING_FAULTS.map((one) => ({ path: `terms.${'x'.repeat(20)}.${one}`, fault: one }))
      : [],
});

export const settingsStates: readonly GalleryState[] = [
  state('untouched', viewOf({}), { noMinimum: ['place-unknown'], widths: [360, 1280] }),
  state('keys-taken-away', viewOf({ pauseAtNumbers: true }), { shortcut: '' }),
  state('loading', null),
  state('filled', viewOf(FILLED), { saving: 'saved', widths: [360, 1280], vault: vaultOf(opened) }),
  state('saving', viewOf({}), { saving: 'saving' }),
  state('refused', viewOf({}), { saving: 'setting-refused' }),
  state('failed', viewOf({}), { saving: FAILURES.find((code) => code === 'storage-failed') ?? 'idle' }),
  state('minimum-barred', viewOf({}), { noMinimum: NOT_MINIMUM }),
  state('minimum-chosen-barred', viewOf({ floor: 'legal-minimum' }), { noMinimum: NOT_MINIMUM }),
  state(
    'locked',
    viewOf(FILLED, {
      locked: SETTING_PATHS,
      lockedBy: 'Beispiel GmbH',
      signOff: { version: 1, by: 'R. Beispiel', on: '2026-11-20' },
    }),
    { widths: [360, 1280] },
  ),
  state(
    'locked-by-nobody',
    viewOf({}, { locked: ['floor', 'place'], signOff: { version: 9, by: 'R. Beispiel', on: '2026-11-20' } }),
  ),
  state(
    'damaged',
    viewOf(
      {},
      {
        problems: {
          organisation: SETTING_FAULTS.map((fault) => ({ path: `terms.${fault}`, fault })),
          stored: [{ path: '', fault: 'unreadable' }],
        },
      },
    ),
    { widths: [360] },
  ),
  ...[...FILE_FAULTS, 'clash' as const].map((fault) =>
    state(`file-${fault}`, viewOf({}), { carrying: refused(fault), widths: [360] }),
  ),
  state('file-looked-at', viewOf({}), {
    carrying: {
      is: 'looked-at',
      preview: {
        changes: FILLED,
        lines: SETTING_PATHS.filter((path) => path in FILLED).map((path) => ({ path, looser: path === 'floor' })),
        locked: ['biometrics', 'impliedAfterMs'],
        clash: false,
      },
    },
    widths: [360, 1280],
  }),
  state('file-nothing-new', viewOf({}), {
    carrying: { is: 'looked-at', preview: { changes: {}, lines: [], locked: [], clash: false } },
  }),
  state('file-taken', viewOf(FILLED), { carrying: { is: 'taken' }, saving: 'saved' }),
  state('reset', viewOf({}), { carrying: { is: 'reset' }, saving: 'saved' }),
  state('undone', viewOf(FILLED), { carrying: { is: 'undone' }, saving: 'saved' }),
  state('rtl', viewOf(FILLED), { direction: 'rtl', widths: [360, 800] }),
];
