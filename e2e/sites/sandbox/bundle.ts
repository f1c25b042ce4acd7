import { type Asset, pageAssets } from '../bundle.ts';

/** The sandbox's page by path. */
export const siteAssets = (): Promise<ReadonlyMap<string, Asset>> => pageAssets(new URL('./page', import.meta.url));
