/**
 * The sample camera: a picture of the clock, five times a second. Drawn in a worker, because a page's own timers
 * slow down as soon as its tab is hidden, and a camera does not.
 */
import { draw, humanTime, stripSize } from '../clock.ts';
import { inStep } from './in-step.ts';

const WIDTH = 368;
const HEIGHT = 208;
const STRIP = { unit: 8, rowHeight: 14 };
const HUES = [215, 262, 168, 24, 340, 96, 190];

const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
const context = canvas.getContext('2d', { alpha: false });
let participant = 0;

/** Tenths as dots in a ring, so that a look tells whether the picture moves. */
function ring(context: OffscreenCanvasRenderingContext2D, ms: number, x: number, y: number): void {
  const tenth = Math.floor(ms / 100) % 10;
  for (let dot = 0; dot < 10; dot++) {
    const angle = ((dot - 2.5) / 10) * 2 * Math.PI;
    context.fillStyle = dot <= tenth ? 'rgb(255 255 255 / 92%)' : 'rgb(255 255 255 / 24%)';
    context.beginPath();
    context.arc(x + 20 * Math.cos(angle), y + 20 * Math.sin(angle), 3.5, 0, 2 * Math.PI);
    context.fill();
  }
}

function paint(context: OffscreenCanvasRenderingContext2D, ms: number): void {
  const hue = HUES[participant % HUES.length];
  const shade = context.createLinearGradient(0, 0, WIDTH, HEIGHT);
  shade.addColorStop(0, `hsl(${hue} 45% 38%)`);
  shade.addColorStop(1, `hsl(${hue} 55% 22%)`);
  context.fillStyle = shade;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  const middle = participant > 0 ? 110 : 96;
  ring(context, ms, 50, middle);
  context.fillStyle = '#fff';
  context.textBaseline = 'middle';
  context.font = '600 42px system-ui, sans-serif';
  context.fillText(humanTime(ms), 90, middle + 2, WIDTH - 110);
  // Without a number, in the lobby, there is nothing to be read back yet.
  if (participant === 0) return;
  draw(context, { ms, number: participant }, { x: (WIDTH - stripSize(STRIP).width) / 2, y: 0, ...STRIP });
}

self.addEventListener(
  'message',
  ({ data }: MessageEvent<{ writable?: WritableStream<VideoFrame>; number?: number }>) => {
    if (data.number !== undefined) participant = data.number;
    if (!data.writable || !context) return;
    const writer = data.writable.getWriter();
    inStep((ms) => {
      // A frame that nobody fetched yet would only make the picture late.
      if ((writer.desiredSize ?? 0) <= 0) return;
      paint(context, ms);
      const frame = new VideoFrame(canvas, { timestamp: performance.now() * 1000 });
      writer.write(frame).catch(() => self.close());
    });
  },
);
