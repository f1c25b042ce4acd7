import type { NotMinimum } from '../../src/model/requirement.ts';
import type { Settings } from '../../src/model/settings.ts';
import { requirementOf } from '../../src/policy/requirement.ts';

/**
 * Why the legal minimum cannot hold in any meeting of this host, as the settings are: the engine's answer for a meeting of the host alone. Everybody
 * who comes in can only add to it.
 */
export function noMinimum(settings: Settings): readonly NotMinimum[] {
  const host = {
    id: 'host',
    at: settings.place === null ? [] : [{ code: settings.place, known: 'settings' as const }],
    residence: null,
    recorder: true,
    minor: false,
    employee: false,
  };
  return requirementOf({
    participants: [host],
    media: settings.terms.media === 'sound' ? ['audio'] : ['audio', 'video'],
    purposes: settings.terms.purposes.map(({ purpose }) => purpose),
    basis: settings.basis,
    controller: settings.controller.place,
    biometrics: settings.biometrics,
    nonPartyRecorder: settings.nonPartyRecorder,
    organisation: settings.controller.organisation,
    specialCategory: settings.specialCategory,
  }).noLegalMinimum;
}
