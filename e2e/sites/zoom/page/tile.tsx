import { useEffect, useRef } from 'preact/hooks';
import type { Member } from '../../room.ts';
import { css } from './state.ts';

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

export function Tile({ member }: { readonly member: Member }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useMoving(canvas, [...member.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 360);
  return (
    <div class="tile">
      <canvas ref={canvas} width={320} height={180} />
      <div class={css('video-avatar__avatar-footer', 'name')}>
        <span>{member.name}</span>
      </div>
    </div>
  );
}
