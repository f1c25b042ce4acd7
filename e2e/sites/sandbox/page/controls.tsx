import { DeviceButtons } from './device-buttons.tsx';
import { Icon } from './icon.tsx';
import { leave } from './meeting.ts';
import { roster } from './roster.ts';
import { isOn } from './switches.ts';

export type PanelName = 'people' | 'chat';

export function Controls({ shown, toggle }: { shown: readonly PanelName[]; toggle: (panel: PanelName) => void }) {
  const count = roster.value.length;
  return (
    <nav class="controls" aria-label="Call controls">
      <div class="controls-middle">
        <DeviceButtons />
        <button type="button" class="round hang-up" data-control="leave" aria-label="Leave the meeting" onClick={leave}>
          <Icon name="leave" />
        </button>
      </div>
      <div class="controls-end">
        <button
          type="button"
          class="round plain"
          data-control="people"
          aria-label="People"
          aria-pressed={shown.includes('people')}
          onClick={() => toggle('people')}
        >
          <Icon name="people" />
          {!isOn('counter') && (
            <span class="badge" data-count={count}>
              {count}
            </span>
          )}
        </button>
        <button
          type="button"
          class="round plain"
          data-control="chat"
          aria-label="Chat"
          aria-pressed={shown.includes('chat')}
          onClick={() => toggle('chat')}
        >
          <Icon name="chat" />
        </button>
      </div>
    </nav>
  );
}
