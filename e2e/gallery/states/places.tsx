import { PLACE_ROWS } from '../../../src/policy/place-row.ts';
import { Places } from '../../../src/ui/places/places.tsx';
import type { GalleryState } from '../state.ts';

const state = (
  name: string,
  chosen: string,
  widths: readonly number[],
  direction: 'ltr' | 'rtl' = 'ltr',
): GalleryState => ({
  name: `places-${name}`,
  screen: 'page',
  style: 'places',
  open: false,
  direction,
  widths,
  height: 900,
  draw: () => <Places rows={PLACE_ROWS} chosen={chosen} />,
});

export const placesStates: readonly GalleryState[] = [
  state('all', '', [340, 1280]),
  state('one', 'US-IL', [340, 1280]),
  state('rtl', 'DE', [800], 'rtl'),
];
