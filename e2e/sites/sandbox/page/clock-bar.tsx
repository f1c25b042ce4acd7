import { useEffect, useRef } from 'preact/hooks';
import { draw, humanTime, stripSize } from '../clock.ts';
import { inStep } from './in-step.ts';

const STRIP = { unit: 6, rowHeight: 12 };
const SIZE = stripSize(STRIP);

/** Wall time for people and for whoever reads a recording of the tab. */
export function ClockBar() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    const tick = (ms: number) => {
      if (context) draw(context, { ms, number: 0 }, { x: 0, y: 0, ...STRIP });
      if (text.current) text.current.textContent = humanTime(ms);
    };
    tick(Date.now());
    return inStep(tick);
  }, []);
  return (
    <div class="clock-bar" data-clock>
      <canvas ref={canvas} width={SIZE.width} height={SIZE.height} role="img" aria-label="The time as a bar code" />
      <span ref={text} class="clock-text" />
    </div>
  );
}
