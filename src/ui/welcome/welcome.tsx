import type { MicrophoneLeave } from '../../model/microphone.ts';
import { ToolbarPicture } from '../pictures/toolbar.tsx';
import type { Fields } from '../settings/fields.ts';
import type { Saving } from '../settings/hand.ts';
import { SaveMark } from '../settings/save-mark.tsx';
import { Icon } from '../style/icon.tsx';
import { t } from '../words/speak.ts';
import { AllowMicrophone } from './allow-microphone.tsx';
import { Settle } from './settle.tsx';
import { VaultOffer } from './vault-offer.tsx';

export interface WelcomeIntents {
  allowMicrophone(): void;
  openRecords(): void;
  /** What one agreed to oneself, in other people's meetings. */
  openConsents(): void;
  openSettings(): void;
  /** Where the recordings get their lock. */
  openVault(): void;
  /** Chrome's own page for keyboard shortcuts. */
  openShortcuts(): void;
}

export interface WelcomeProps {
  /** null: not read yet. The page is useful without. */
  readonly fields: Fields | null;
  readonly saving: Saving;
  readonly microphone: MicrophoneLeave;
  /** RMS 0..1 while the microphone is being tried out, otherwise null. */
  readonly level: number | null;
  /** As Chrome writes it ("Ctrl+Shift+Y"), '' when none is set. */
  readonly shortcut: string;
  /** null: not known. */
  readonly pinned: boolean | null;
  /** null: not known. */
  readonly isProtected: boolean | null;
  /** Recordings that go within a week, and whether the date has to be looked at first; null: not known. */
  readonly reminder: { readonly soon: number; readonly doubt: boolean } | null;
  readonly intents: WelcomeIntents;
}

/** The first page: what it does, what can be settled in a minute, how to start, and what it cannot do. */
export function Welcome({
  fields,
  saving,
  microphone,
  level,
  shortcut,
  pinned,
  isProtected,
  reminder,
  intents,
}: WelcomeProps) {
  return (
    <main class="welcome">
      <header>
        <p class="product">
          <img src="/icons/icon-48.png" alt="" width="32" height="32" />
          {t('app.name')}
        </p>
        <h1>{t('welcome.title')}</h1>
        <ol class="promise">
          <li>{t('welcome.one')}</li>
          <li>{t('welcome.two')}</li>
          <li>{t('welcome.three')}</li>
        </ol>
      </header>
      {reminder && (reminder.soon > 0 || reminder.doubt) && <Reminder {...reminder} open={intents.openRecords} />}
      <AllowMicrophone leave={microphone} level={level} allow={intents.allowMicrophone} />
      <SaveMark saving={saving} />
      {fields && <Settle fields={fields} openSettings={intents.openSettings} />}
      {isProtected !== null && <VaultOffer isProtected={isProtected} open={intents.openVault} />}
      <section class="block" aria-labelledby="start-title">
        <h2 id="start-title">{t('welcome.start')}</h2>
        <p>{t('welcome.start.why')}</p>
        <ToolbarPicture />
        <p class="hint">
          <Icon name={pinned ? 'check' : 'pin'} />
          <span>{t(pinned ? 'welcome.pinned' : 'welcome.pin')}</span>
        </p>
        <p class="hint">
          <Icon name="button" />
          <span>
            {shortcut === '' ? t('welcome.noShortcut') : t('welcome.shortcut', { keys: shortcut })}{' '}
            <button type="button" class="button plain tight" onClick={intents.openShortcuts}>
              {t('welcome.shortcuts')}
            </button>
          </span>
        </p>
      </section>
      <section class="block" aria-labelledby="truth-title">
        <h2 id="truth-title">{t('welcome.truth')}</h2>
        <ul class="truths">
          <li>{t('welcome.truth.1')}</li>
          <li>{t('welcome.truth.2')}</li>
          <li>{t('welcome.truth.3')}</li>
        </ul>
      </section>
      <footer class="actions">
        <button type="button" class="button" onClick={intents.openRecords}>
          <Icon name="log" size={18} />
          {t('welcome.records')}
        </button>
        <button type="button" class="button" onClick={intents.openConsents}>
          <Icon name="check" size={18} />
          {t('nav.consents')}
        </button>
      </footer>
    </main>
  );
}

function Reminder({
  soon,
  doubt,
  open,
}: {
  readonly soon: number;
  readonly doubt: boolean;
  readonly open: () => void;
}) {
  return (
    <p class="hint">
      <Icon name="clock" />
      <span>
        {doubt ? t('date.waits') : t('next.soon', { n: soon })}{' '}
        <button type="button" class="button plain tight" onClick={open}>
          {t('next.soon.see')}
        </button>
      </span>
    </p>
  );
}
