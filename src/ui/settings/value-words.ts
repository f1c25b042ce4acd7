import type { Demand } from '../../model/requirement.ts';
import { settingAt } from '../../model/setting-at.ts';
import type { SettingPath, Settings } from '../../model/settings.ts';
import { daysOf } from '../words/amount.ts';
import { lists } from '../words/formats.ts';
import { languageName } from '../words/language-name.ts';
import { nameOf } from '../words/name.ts';
import { t } from '../words/speak.ts';
import type { PlaceName } from './fields.ts';
import { placeWords } from './place-words.ts';

export function demandWords({ rule, form }: Demand): string {
  return t(`law.answer.${rule}.${form}`);
}

/** What a setting is set to, to be read in one line. */
export function valueWords(settings: Settings, path: SettingPath, places: readonly PlaceName[]): string {
  const { terms } = settings;
  switch (path) {
    case 'place':
    case 'controller.place':
      return placeWords(settingAt(settings, path), places) || t('value.place.none');
    case 'controller.name':
    case 'controller.contact':
    case 'controller.address':
    case 'controller.email':
    case 'controller.phone':
    case 'controller.policyUrl':
    case 'recipients':
    case 'review.reviewer': {
      const words = settingAt(settings, path);
      return words === '' ? t('value.none') : nameOf(words);
    }
    case 'controller.organisation':
    case 'biometrics':
    case 'specialCategory':
    case 'nonPartyRecorder':
    case 'pauseAtNumbers':
    case 'vault.hostPlays':
      return t(settingAt(settings, path) ? 'value.yes' : 'value.no');
    case 'terms.purposes': {
      const each = terms.purposes.map(({ purpose, required }) =>
        required ? t(`purpose.${purpose}`) : t('ask.optionalToo', { purposes: t(`purpose.${purpose}`) }),
      );
      return lists({ type: 'unit' }).format(each);
    }
    case 'terms.media':
      return t(`media.${terms.media}`);
    case 'terms.keepDays':
      return daysOf(terms.keepDays);
    case 'terms.proofDays':
      return daysOf(terms.proofDays);
    case 'basis':
      return settings.basis === null ? t('value.basis.none') : t(`basis.${settings.basis}`);
    case 'floor':
      return t(`floor.${settings.floor}`);
    case 'impliedAfterMs':
      return t('value.seconds', { n: settings.impliedAfterMs / 1000 });
    case 'atLeast':
      return settings.atLeast === null ? t('value.atLeast.none') : demandWords(settings.atLeast);
    case 'language':
    case 'secondLanguage': {
      const tag = settingAt(settings, path);
      return tag === null ? t(`value.${path}.none`) : languageName(tag);
    }
    case 'vault.recipients': {
      const { recipients } = settings.vault;
      return recipients.length === 0 ? t('value.none') : lists({ type: 'unit' }).format(recipients);
    }
    case 'review.cards': {
      const { cards } = settings.review;
      return cards.length === 0
        ? t('value.none')
        : lists({ type: 'unit' }).format(cards.map(({ name }) => nameOf(name)));
    }
    default:
      return path satisfies never;
  }
}
