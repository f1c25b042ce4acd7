import { useEffect, useRef } from 'preact/hooks';
import type { Member } from '../../room.ts';
import { css, idOf } from './state.ts';
import { word } from './words.ts';

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

interface TileProps {
  readonly member: Member;
  readonly own: boolean;
  readonly moves: boolean;
}

function Picture({ id }: { readonly id: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useMoving(canvas, [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 360);
  return <canvas ref={canvas} width={320} height={180} />;
}

export function Tile({ member, own, moves }: TileProps) {
  return (
    <div class={css('oZRSLe', 'tile')} {...idOf(member.id)}>
      {moves && <Picture id={member.id} />}
      {own && <span data-self-name={member.name} class="hidden-name" />}
      <span class="notranslate name">
        {member.name}
        {member.presents && ` (${word('presentation')})`}
      </span>
    </div>
  );
}
