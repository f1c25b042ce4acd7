import type { Media } from '../../model/ask.ts';
import type { PanelView } from '../../model/panel.ts';
import { Icon } from '../style/icon.tsx';
import { sizeOf, spanOf } from '../words/amount.ts';
import { t } from '../words/speak.ts';
import type { PanelIntents } from './intents.ts';
import { KeepSite } from './keep-site.tsx';
import { Microphone } from './microphone.tsx';

/** Bytes a second before anything was recorded: what the recorder is told to write (src/capture/format.ts). */
const EXPECTED: Readonly<Record<Media, number>> = { sound: 12_000, 'sound+picture': 200_000 };
/** From here on, what this meeting really took tells better; and best what it takes now. */
const ENOUGH_MS = 60_000;

interface MachineProps {
  readonly view: PanelView;
  readonly intents: PanelIntents;
  readonly inMeeting: boolean;
}

/** What pauses beside the button in the head. */
function pauseWays({ shortcut, page }: PanelView): string {
  const keys = shortcut === '' ? t('pause.keys.none') : t('pause.keys', { keys: shortcut });
  return page?.chat === false ? keys : `${keys} ${t('pause.words')}`;
}

/** The computer's side of it: microphone, room on the disk, the way to the records. */
export function Machine({ view, intents, inMeeting }: MachineProps) {
  const { capture, freeBytes } = view;
  const media = (view.ask ?? view.terms).media;
  const before = capture.keptMs > ENOUGH_MS ? capture.keptBytes / (capture.keptMs / 1000) : EXPECTED[media];
  const rate = view.bytesPerSecond || before;
  const room =
    freeBytes === null
      ? t('disk.unknown')
      : t('disk.room', { size: sizeOf(freeBytes), span: spanOf((freeBytes / rate) * 1000) });
  const kept =
    capture.segments === 0
      ? t('disk.keptNone')
      : t('disk.kept', { n: capture.segments, span: spanOf(capture.keptMs), size: sizeOf(capture.keptBytes) });
  return (
    <footer class="machine">
      {inMeeting && <Microphone view={view} intents={intents} />}
      {inMeeting && (
        <div class="fact">
          <Icon name="pause" />
          <div>
            <h2>{t('act.pause')}</h2>
            <p class="small soft">{pauseWays(view)}</p>
          </div>
        </div>
      )}
      <div class="fact">
        <Icon name="disk" />
        <div>
          <h2>{t('disk.title')}</h2>
          <p class="small soft">{room}</p>
          {inMeeting && capture.state !== 'recording' && <p class="small soft">{kept}</p>}
        </div>
      </div>
      {view.page?.site && <KeepSite site={view.page.site} keep={intents.keepSite} />}
      <div class="actions">
        {inMeeting && (
          <button type="button" class="button plain tight" onClick={intents.openRecords}>
            {t('act.records')}
          </button>
        )}
        <button type="button" class="button plain tight" onClick={intents.openConsents}>
          {t('nav.consents')}
        </button>
        <button type="button" class="button plain tight" onClick={intents.openSettings}>
          {t('settings.title')}
        </button>
      </div>
    </footer>
  );
}
