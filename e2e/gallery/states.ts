import type { GalleryState } from './state.ts';
import { bannerStates } from './states/banner.ts';
import { panelStates } from './states/panel.tsx';

export const states: readonly GalleryState[] = [...bannerStates, ...panelStates];
