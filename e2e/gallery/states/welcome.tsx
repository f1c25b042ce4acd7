import type { MicrophoneLeave } from '../../../src/model/microphone.ts';
import type { Fields } from '../../../src/ui/settings/fields.ts';
import { Welcome, type WelcomeIntents } from '../../../src/ui/welcome/welcome.tsx';
import type { GalleryState } from '../state.ts';
import { fields } from './settings.tsx';

const nothing = () => undefined;
const intents: WelcomeIntents = {
  allowMicrophone: nothing,
  openRecords: nothing,
  openConsents: nothing,
  openSettings: nothing,
  openVault: nothing,
  openShortcuts: nothing,
};

const state = (
  microphone: MicrophoneLeave,
  shortcut: string,
  pinned: boolean | null,
  widths: readonly number[],
  settled: Fields | null = fields(),
): GalleryState => ({
  name: `welcome-${microphone}`,
  screen: 'page',
  style: 'welcome',
  open: false,
  direction: 'ltr',
  widths,
  height: 900,
  draw: () => (
    <Welcome
      fields={settled}
      saving={settled && 'place' in settled.view.own ? 'saved' : 'idle'}
      microphone={microphone}
      level={microphone === 'granted' ? 0.08 : null}
      shortcut={shortcut}
      pinned={pinned}
      isProtected={microphone === 'granted'}
      reminder={{ soon: microphone === 'granted' ? 2 : 0, doubt: microphone === 'refused' }}
      intents={intents}
    />
  ),
});

export const welcomeStates: readonly GalleryState[] = [
  state('open', 'Ctrl+Shift+Y', false, [360, 1280]),
  state('asking', '', null, [800]),
  state('granted', 'Ctrl+Shift+Y', true, [360, 800], fields({ place: 'DE', 'controller.name': 'Beispiel GmbH' })),
  state('refused', 'Ctrl+Shift+Y', false, [800]),
  state('missing', 'Ctrl+Shift+Y', false, [800], null),
];
