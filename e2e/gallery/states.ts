import type { GalleryState } from './state.ts';
import { anyPageStates } from './states/any-page.tsx';
import { backupStates } from './states/backup.tsx';
import { bannerStates } from './states/banner.ts';
import { consentsStates } from './states/consents.tsx';
import { copiesStates } from './states/copies.tsx';
import { exportStates } from './states/export.tsx';
import { keepingStates } from './states/keeping.tsx';
import { lawStates } from './states/law.tsx';
import { logStates } from './states/log.tsx';
import { panelStates } from './states/panel.tsx';
import { personStates } from './states/person.tsx';
import { placesStates } from './states/places.tsx';
import { recordsStates } from './states/records.tsx';
import { reviewingStates } from './states/reviewing.tsx';
import { reviewsStates } from './states/reviews.tsx';
import { settingsStates } from './states/settings.tsx';
import { useStates } from './states/use.tsx';
import { vaultStates } from './states/vault.tsx';
import { verifyStates } from './states/verify.tsx';
import { welcomeStates } from './states/welcome.tsx';

export const states: readonly GalleryState[] = [
  ...bannerStates,
  ...panelStates,
  ...lawStates,
  ...logStates,
  ...anyPageStates,
  ...placesStates,
  ...recordsStates,
  ...keepingStates,
  ...reviewingStates,
  ...reviewsStates,
  ...useStates,
  ...copiesStates,
  ...exportStates,
  ...consentsStates,
  ...settingsStates,
  ...vaultStates,
  ...verifyStates,
  ...welcomeStates,
  ...backupStates,
  ...personStates,
];
