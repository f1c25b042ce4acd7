import { useEffect, useRef } from 'preact/hooks';
import type { Member } from '../../room.ts';
import { muted } from './state.ts';
import { comma, say } from './words.ts';

/** A picture that moves ten times a second, so that a recording of the tab has something in it. */
function useMoving(canvas: { readonly current: HTMLCanvasElement | null }, hue: number): void {
  useEffect(() => {
    const timer = setInterval(() => {
      const paint = canvas.current?.getContext('2d');
      if (!paint) return;
      const at = (Date.now() / 4000) % 1;
      paint.fillStyle = `hsl(${hue} 40% 24%)`;
      paint.fillRect(0, 0, 320, 180);
      paint.fillStyle = `hsl(${hue} 60% 60%)`;
      paint.fillRect(at * 320, 60, 40, 60);
    }, 100);
    return () => clearInterval(timer);
  }, [canvas, hue]);
}

/** Somebody else, or what they present: a second picture of theirs. */
export function Tile({ member }: { readonly member: Member }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useMoving(canvas, [...member.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 360);
  return (
    <div
      class="tile"
      role="menuitem"
      tabIndex={-1}
      data-cid="calling-participant-stream"
      data-stream-type={member.presents ? 'ScreenSharing' : 'Video'}
      data-tid={member.name}
    >
      <canvas ref={canvas} width={320} height={180} />
      <div data-tid="voice-level-stream-outline" />
      <span data-tid="participant-info-nametag" class="name">
        {member.presents ? `${member.name} · ${say.share}` : member.name}
      </span>
    </div>
  );
}

/** One's own picture stands apart. */
export function OwnVideo({ name }: { readonly name: string }) {
  return (
    <div
      class="own"
      data-tid="myself-video"
      role="img"
      aria-label={[say.myVideo, name, muted.value ? say.muted : say.unmuted].join(comma)}
    >
      {name.slice(0, 1)}
    </div>
  );
}
