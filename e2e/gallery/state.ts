import type { ComponentChild } from 'preact';
import type { BannerView } from '../../src/model/banner.ts';

interface Look {
  readonly name: string;
  /** Widths at which it is looked at, px. */
  readonly widths: readonly number[];
  readonly height: number;
  /** Buttons pressed one after the other, by their words. */
  readonly press?: readonly string[];
}

/** One picture of the gallery: a screen in one state. */
export type GalleryState = Look & (PageState | BannerState);

interface PageState {
  readonly screen: 'page';
  /** Whose style sheet it gets: folder and file in src/ui. */
  readonly style:
    | 'backup'
    | 'consents'
    | 'export'
    | 'log'
    | 'panel'
    | 'person'
    | 'places'
    | 'records'
    | 'review'
    | 'settings'
    | 'use'
    | 'verify'
    | 'welcome';
  /** Everything that can be unfolded is. */
  readonly open: boolean;
  readonly direction: 'ltr' | 'rtl';
  readonly draw: () => ComponentChild;
}

interface BannerState {
  readonly screen: 'banner';
  readonly view: BannerView;
  /** What was on the screen just before. */
  readonly before: BannerView | null;
}
