import type { ComponentChild } from 'preact';
import type { BannerView } from '../../src/model/banner.ts';

/** One picture of the gallery: a screen in one state. `wide` and `narrow` are the widths at which it is looked at. */
export type GalleryState = {
  readonly name: string;
  readonly widths: readonly number[];
  readonly height: number;
} & (
  | { readonly screen: 'page'; readonly draw: () => ComponentChild }
  | { readonly screen: 'banner'; readonly view: BannerView }
);
