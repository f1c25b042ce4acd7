import type { GalleryState } from './state.ts';
import { bannerStates } from './states/banner.ts';

export const states: readonly GalleryState[] = [...bannerStates];
