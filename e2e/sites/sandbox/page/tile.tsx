import { Icon } from './icon.tsx';
import type { Participant } from './meeting.ts';
import { Picture } from './picture.tsx';
import { address, isOn } from './switches.ts';

export const initial = (name: string): string => [...name][0]?.toUpperCase() ?? '?';

interface TileProps {
  readonly participant: Participant;
  readonly stream: MediaStream | undefined;
  readonly cover: boolean;
}

export function Tile({ participant, stream, cover }: TileProps) {
  const { id, number, name, self, muted, camera } = participant;
  const muteHidden = isOn('mute');
  const pictured = camera && (self || !address.ownPictureOnly);
  return (
    <article
      class={`tile ${pictured ? '' : 'dark'}`}
      data-tile
      data-participant-id={isOn('ids') ? undefined : id}
      data-self={self}
      data-camera={camera ? 'on' : 'off'}
      data-muted={muteHidden ? undefined : muted}
    >
      {/* The element stays while the camera is off: it also carries the sound. */}
      {stream && <Picture stream={stream} own={self} cover={cover} />}
      {!pictured && <span class={`avatar large hue-${number % 7}`}>{initial(name)}</span>}
      <footer>
        {muted && !muteHidden && <Icon name="muted" />}
        <span data-name>{name}</span>
        {self && <span class="you">(You)</span>}
      </footer>
    </article>
  );
}
