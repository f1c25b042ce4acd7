import type { Fields } from '../settings/fields.ts';
import { PlaceSetting } from '../settings/place-setting.tsx';
import { PeriodSettings, PurposesSetting } from '../settings/terms-settings.tsx';
import { TextSetting } from '../settings/text-setting.tsx';
import { t } from '../words/speak.ts';

/** What is worth a minute before the first meeting. All of it can be left. */
export function Settle({ fields, openSettings }: { readonly fields: Fields; readonly openSettings: () => void }) {
  return (
    <section class="block" aria-labelledby="settle-title">
      <h2 id="settle-title">{t('welcome.settle')}</h2>
      <p class="soft">{t('welcome.settle.why')}</p>
      <PlaceSetting fields={fields} path="place" />
      <TextSetting fields={fields} path="controller.name" autocomplete="organization" />
      <TextSetting fields={fields} path="controller.contact" autocomplete="email" />
      <PurposesSetting fields={fields} />
      <PeriodSettings fields={fields} proof={false} />
      <button type="button" class="button plain" onClick={openSettings}>
        {t('welcome.settings')}
      </button>
    </section>
  );
}
