import type { MicrophoneLeave } from '../../model/microphone.ts';
import type { NotMinimum } from '../../model/requirement.ts';
import type { SettingChanges, SettingsView } from '../../model/settings.ts';
import { Icon } from '../style/icon.tsx';
import { type VaultProps, VaultSection } from '../vault/vault-section.tsx';
import { AllowMicrophone } from '../welcome/allow-microphone.tsx';
import { t } from '../words/speak.ts';
import { CardsSetting } from './cards-setting.tsx';
import { Carry, type CarryIntents, type Carrying } from './carry.tsx';
import type { Fields, PlaceName } from './fields.ts';
import { FloorSetting, WaitSetting } from './floor-setting.tsx';
import type { Saving } from './hand.ts';
import { AtLeastSetting, BasisSetting, LanguageSettings } from './law-settings.tsx';
import { Organisation } from './organisation.tsx';
import { PauseSettings } from './pause-settings.tsx';
import { PlaceSetting } from './place-setting.tsx';
import { RecipientsSetting } from './recipients-setting.tsx';
import { SaveMark } from './save-mark.tsx';
import { MediaSetting, PeriodSettings, PurposesSetting } from './terms-settings.tsx';
import { TextSetting } from './text-setting.tsx';
import { YesSetting } from './yes-setting.tsx';

export interface SettingsIntents extends CarryIntents {
  change(changes: SettingChanges): void;
  allowMicrophone(): void;
  openPlaces(): void;
  changeShortcut(): void;
}

export interface SettingsProps {
  readonly view: SettingsView | null;
  readonly saving: Saving;
  readonly carrying: Carrying;
  readonly places: readonly PlaceName[];
  readonly placeNamed: (words: string) => string | null;
  readonly languages: readonly string[];
  readonly noMinimum: readonly NotMinimum[];
  /** Version of the rules that are in use. */
  readonly rules: number;
  /** Keys that pause, as the browser writes them; '' for none. */
  readonly shortcut: string;
  readonly microphone: MicrophoneLeave;
  readonly level: number | null;
  /** null: not read yet. */
  readonly vault: VaultProps | null;
  readonly intents: SettingsIntents;
}

/** Everything that can be settled beforehand. It is saved as it is changed. */
export function Settings(props: SettingsProps) {
  const { view, saving, places, placeNamed, languages, intents } = props;
  return (
    <main class="settings">
      <header>
        <div class="top">
          <Icon name="sliders" size={28} />
          <h1>{t('settings.title')}</h1>
        </div>
        <p>{t('settings.intro')}</p>
        <p class="soft">{t('settings.advice')}</p>
      </header>
      <SaveMark saving={saving} />
      {view === null ? (
        <p>{t('app.loading')}</p>
      ) : (
        <Sections {...props} fields={{ view, places, placeNamed, languages, change: intents.change }} />
      )}
    </main>
  );
}

function Sections({
  fields,
  carrying,
  noMinimum,
  rules,
  shortcut,
  microphone,
  level,
  vault,
  intents,
}: SettingsProps & { fields: Fields }) {
  return (
    <>
      <Organisation view={fields.view} rules={rules} />
      <section class="block" aria-labelledby="you-title">
        <h2 id="you-title">{t('settings.you')}</h2>
        <PlaceSetting fields={fields} path="place" />
        <TextSetting fields={fields} path="controller.name" autocomplete="organization" />
        <YesSetting fields={fields} path="controller.organisation" />
        <TextSetting fields={fields} path="controller.contact" autocomplete="email" />
        <TextSetting fields={fields} path="controller.policyUrl" />
        <TextSetting fields={fields} path="controller.address" autocomplete="street-address" />
        <TextSetting fields={fields} path="controller.email" autocomplete="email" />
        <TextSetting fields={fields} path="controller.phone" autocomplete="tel" />
        <PlaceSetting fields={fields} path="controller.place" />
      </section>
      <section class="block" aria-labelledby="question-title">
        <h2 id="question-title">{t('settings.question')}</h2>
        <p class="soft">{t('settings.question.why')}</p>
        <PurposesSetting fields={fields} />
        <MediaSetting fields={fields} />
        <PeriodSettings fields={fields} />
        <TextSetting fields={fields} path="recipients" />
        <LanguageSettings fields={fields} />
      </section>
      <section class="block" aria-labelledby="facts-title">
        <h2 id="facts-title">{t('settings.facts')}</h2>
        <p class="soft">{t('settings.facts.why')}</p>
        <BasisSetting fields={fields} />
        <YesSetting fields={fields} path="specialCategory" />
        <YesSetting fields={fields} path="biometrics" />
        <YesSetting fields={fields} path="nonPartyRecorder" />
      </section>
      <section class="block" aria-labelledby="who-title">
        <h2 id="who-title">{t('settings.who')}</h2>
        <FloorSetting fields={fields} noMinimum={noMinimum} />
        <WaitSetting fields={fields} />
        <AtLeastSetting fields={fields} />
        <button type="button" class="button plain" onClick={intents.openPlaces}>
          {t('settings.places')}
        </button>
      </section>
      <PauseSettings fields={fields} shortcut={shortcut} change={intents.changeShortcut} />
      {vault && <VaultSection {...vault} />}
      <section class="block" aria-labelledby="others-title">
        <h2 id="others-title">{t('settings.others')}</h2>
        <RecipientsSetting fields={fields} />
        <YesSetting fields={fields} path="vault.hostPlays" />
      </section>
      <section class="block" aria-labelledby="review-title">
        <h2 id="review-title">{t('settings.review')}</h2>
        <TextSetting fields={fields} path="review.reviewer" autocomplete="name" />
        <CardsSetting fields={fields} />
      </section>
      <AllowMicrophone leave={microphone} level={level} allow={intents.allowMicrophone} />
      <Carry fields={fields} carrying={carrying} intents={intents} />
    </>
  );
}
