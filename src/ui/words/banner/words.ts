import type { AskedView, BannerTexts } from '../../../model/banner.ts';

/** The banner's own words in one language; what is asked is put into words by the notice of that language. */
export interface BannerWords {
  readonly language: string;
  readonly texts: BannerTexts;
  readonly marks: Readonly<Record<AskedView['mark'], string>>;
  /** Why somebody who agreed is asked anew, on sites that show names only. */
  readonly anew: string;
  /** Nobody is left who could record. */
  readonly hostLeft: string;
}
