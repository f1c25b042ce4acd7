import { useEffect, useRef } from 'preact/hooks';
import { id } from './names.ts';
import type { Person } from './store.ts';

/** A picture that moves ten times a second, so that a recording of the tab has something in it. */
export function Tile({ person, large = false }: { readonly person: Person; readonly large?: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const hue = [...(person.id ?? person.name)].reduce((sum, letter) => sum + letter.charCodeAt(0) * 7, 0) % 360;
  useEffect(() => {
    const timer = setInterval(() => {
      const paint = canvas.current?.getContext('2d');
      if (!paint) return;
      paint.fillStyle = `hsl(${hue} 35% 22%)`;
      paint.fillRect(0, 0, 320, 180);
      paint.fillStyle = `hsl(${hue} 60% 60%)`;
      paint.fillRect(((Date.now() / 4000) % 1) * 320, 60, 40, 60);
    }, 100);
    return () => clearInterval(timer);
  }, [hue]);
  const own = person.local === true;
  return (
    <span class={large ? 'tile large' : 'tile'} {...id(own ? 'localVideoContainer' : `participant_${person.id}`)}>
      <canvas ref={canvas} width={320} height={180} />
      <span class="name" {...id(own ? 'localDisplayName' : `participant_${person.id}_name`)}>
        {person.name}
      </span>
    </span>
  );
}
