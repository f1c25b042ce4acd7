import type { RefObject } from 'preact';
import type { AskedView, BannerPress, BannerTexts, WhereView } from '../../model/banner.ts';
import type { Place } from './place.ts';

/** What each ask's line of the banner is drawn from. */
export interface LineProps {
  readonly ask: AskedView;
  /** More than one asks, so each line says who. */
  readonly several: boolean;
  readonly texts: BannerTexts;
  readonly where: WhereView;
  readonly press: (press: BannerPress) => void;
  readonly place: RefObject<Place | null>;
}
