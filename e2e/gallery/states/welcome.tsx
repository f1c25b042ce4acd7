import { type MicrophoneLeave, Welcome, type WelcomeIntents } from '../../../src/ui/welcome/welcome.tsx';
import type { GalleryState } from '../state.ts';

const nothing = () => undefined;
const intents: WelcomeIntents = { allowMicrophone: nothing, openRecords: nothing, openShortcuts: nothing };

const state = (
  microphone: MicrophoneLeave,
  shortcut: string,
  pinned: boolean | null,
  widths: readonly number[],
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
      microphone={microphone}
      level={microphone === 'granted' ? 0.08 : null}
      shortcut={shortcut}
      pinned={pinned}
      intents={intents}
    />
  ),
});

export const welcomeStates: readonly GalleryState[] = [
  state('open', 'Ctrl+Shift+Y', false, [360, 1280]),
  state('asking', '', null, [800]),
  state('granted', 'Ctrl+Shift+Y', true, [360, 800]),
  state('refused', 'Ctrl+Shift+Y', false, [800]),
  state('missing', 'Ctrl+Shift+Y', false, [800]),
];
